/** How clients prove who they are, register, push, poll, and bind their tokens to a key. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BATCH_KEY } from '../../../content/world/oauth.ts'
import { signP256 } from '../../keys/p256.ts'
import { makeProof } from '../../schemes/dpop/make-proof.ts'
import { base64url, fromBase64url, octetsOf } from '../../text/octets.ts'
import {
  basic,
  begin,
  bodyOf,
  CHALLENGE,
  errorOf,
  failedAt,
  fieldOf,
  get,
  locationOf,
  post,
  type Session,
  statusOf,
  type Values,
} from './testing/session.ts'

const NOW = Date.parse('2026-03-02T09:00:00Z') / 1000
const credentials = { grant_type: 'client_credentials' }

type Claims = Readonly<Record<string, string | number | undefined>>

function assertion(claims: Claims = {}, header: Claims = {}, d = BATCH_KEY): Values {
  const encoded = (object: object) => base64url(octetsOf(JSON.stringify(object)))
  const all = {
    iss: 'batch',
    sub: 'batch',
    aud: 'https://auth.example.com',
    exp: NOW + 60,
    iat: NOW,
    jti: 'j',
    ...claims,
  }
  const input = `${encoded({ alg: 'ES256', ...header })}.${encoded(all)}`
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${input}.${base64url(signP256(octetsOf(input), d))}`,
  }
}

describe('client credentials', () => {
  it('give a token for the program itself, by Basic', async () => {
    const session = begin()
    const knocked = await session.send(post('/token', credentials))
    expect([...errorOf(knocked), failedAt(knocked)]).toEqual([401, 'invalid_client', 'authorization.client-sent'])
    const given = bodyOf(await session.send(post('/token', credentials, basic('nightly', 'counts-the-sheep'))))
    expect(given).toMatchObject({ token_type: 'Bearer', scope: 'report:read report:publish' })
    expect([given.refresh_token, given.id_token]).toEqual([undefined, undefined])
    const bearer = `Authorization: Bearer ${given.access_token}\n`
    expect(statusOf(await session.send(get('/nightly', 'api.example.com', bearer)))).toBe(200)
    const held = session
      .world()
      .users.find(({ id }) => id === 'ada')
      ?.secrets.at(-1)
    expect(held?.token).toBe(given.access_token)
  })

  it('reach no further than was asked', async () => {
    const session = begin()
    const asked = { ...credentials, scope: 'report:read' }
    const { access_token } = bodyOf(await session.send(post('/token', asked, basic('nightly', 'counts-the-sheep'))))
    const request = `POST /nightly/publish HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer ${access_token}\n\n`
    expect(statusOf(await session.send(request))).toBe(403)
    const more = { ...credentials, scope: 'read' }
    expect(errorOf(await session.send(post('/token', more, basic('nightly', 'counts-the-sheep'))))).toEqual([
      400,
      'invalid_scope',
    ])
  })

  it('are decoded as forms are, before they are compared (RFC 6749 §2.3.1)', async () => {
    const session = begin()
    expect(statusOf(await session.send(post('/token', credentials, basic('nightly', 'counts%2Dthe%2dsheep'))))).toBe(
      200,
    )
  })

  it('go by a signed assertion, once', async () => {
    const session = begin()
    expect(statusOf(await session.send(post('/token', { ...credentials, ...assertion() })))).toBe(200)
    const again = await session.send(post('/token', { ...credentials, ...assertion() }))
    expect([...errorOf(again), failedAt(again)]).toEqual([401, 'invalid_client', 'authorization.assertion-replay'])
  })

  it.each([
    ['is for somebody else', assertion({ aud: 'https://other.example' }), 'assertion-audience'],
    ['has expired', assertion({ exp: NOW }), 'assertion-expiry'],
    ['has no end', assertion({ exp: undefined }), 'assertion-expiry'],
    ['is good for days', assertion({ exp: NOW + 86_400 }), 'assertion-expiry'],
    ['is from the future', assertion({ nbf: NOW + 3600 }), 'assertion-expiry'],
    ['has no id', assertion({ jti: undefined }), 'assertion-replay'],
    ['is by somebody else', assertion({ iss: 'nightly' }), 'assertion-issuer'],
    [
      'is signed by somebody else',
      assertion({}, {}, 'ylDgz5LuY3uXVKCz-5KATkiAfgPJ0Hq6pYyVvcOtles'),
      'assertion-signature',
    ],
    ['is not signed', assertion({}, { alg: 'none' }), 'assertion-algorithm'],
    ['needs an extension', assertion({}, { crit: 'x' }), 'assertion-algorithm'],
    ['can’t be read', { ...assertion(), client_assertion: 'x', client_id: 'batch' }, 'assertion-readable'],
  ])('refuse an assertion that %s', async (_, values, check) => {
    const refused = await begin().send(post('/token', { ...credentials, ...values }))
    expect([...errorOf(refused), failedAt(refused)]).toEqual([401, 'invalid_client', `authorization.${check}`])
    expect(fieldOf(refused, 'WWW-Authenticate')).toMatch(/^Basic /)
  })

  it('refuse an assertion with one bit of its signature changed', async () => {
    const session = begin()
    const values = assertion()
    const [header = '', claims = '', signature = ''] = (values.client_assertion ?? '').split('.')
    const octets = fromBase64url(signature) ?? new Uint8Array()
    await fc.assert(
      fc.asyncProperty(fc.nat(511), async (bit) => {
        const changed = octets.map((octet, n) => (n === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet))
        const client_assertion = `${header}.${claims}.${base64url(changed)}`
        const refused = await session.send(post('/token', { ...credentials, ...values, client_assertion }))
        expect(failedAt(refused)).toBe('authorization.assertion-signature')
      }),
      { numRuns: 20 },
    )
    expect(statusOf(await session.send(post('/token', { ...credentials, ...values })))).toBe(200)
  })

  it.each([
    ['two ways at once', { ...assertion(), client_secret: 'x' }, '', 'one-method'],
    ['two names', { client_id: 'photo-book' }, basic('nightly', 'counts-the-sheep'), 'client-same'],
    ['an assertion of no type', { ...assertion(), client_assertion_type: '' }, '', 'assertion-type'],
  ])('refuse %s', async (_, values, fields, check) => {
    const refused = await begin().send(post('/token', { ...credentials, ...values }, fields))
    expect([...errorOf(refused), failedAt(refused)]).toEqual([400, 'invalid_request', `authorization.${check}`])
  })

  it('refuse what is no form, and a parameter twice', async () => {
    const session = begin()
    const json = 'POST /token HTTP/1.1\nHost: auth.example.com\nContent-Type: application/json\n\n{}'
    expect(failedAt(await session.send(json))).toBe('authorization.form')
    expect(failedAt(await session.send(post('/token', 'grant_type=a&grant_type=b')))).toBe('authorization.once')
  })
})

describe('pushed requests', () => {
  const wish = {
    response_type: 'code',
    redirect_uri: 'https://example.com/callback',
    scope: 'openid read',
    state: 's',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
  }
  const push = (session: Session, values: Values = {}) =>
    session.send(post('/par', { ...wish, client_id: 'photo-book', ...values }))
  const follow = (session: Session, uri: unknown, client_id = 'photo-book') =>
    session.send(get(`/authorize?${new URLSearchParams({ client_id, request_uri: String(uri) })}`))

  it('give a name for the parameters, which is good once', async () => {
    const session = begin()
    const pushed = await push(session)
    const { request_uri, expires_in } = bodyOf(pushed)
    expect([statusOf(pushed), expires_in]).toEqual([201, 90])
    expect(request_uri).toMatch(/^urn:ietf:params:oauth:request_uri:.{22}$/)
    const consent = await session.press(await follow(session, request_uri), 'page.log-in')
    const answer = locationOf(await session.press(consent, 'page.allow'))
    expect(answer.get('state')).toBe('s')
    expect(statusOf(await session.redeem(answer.get('code') ?? ''))).toBe(200)
    const again = await follow(session, request_uri)
    expect([statusOf(again), failedAt(again)]).toEqual([400, 'authorization.pushed-fresh'])
  })

  it('are the client’s own, and age', async () => {
    const session = begin()
    const { request_uri } = bodyOf(await push(session))
    expect(failedAt(await follow(session, request_uri, 'phone-app'))).toBe('authorization.pushed')
    session.wait(90)
    expect(failedAt(await follow(session, request_uri))).toBe('authorization.pushed-fresh')
  })

  it.each([
    ['a strange address', { redirect_uri: 'https://evil.example' }, [400, 'invalid_request']],
    ['no challenge', { code_challenge: '' }, [400, 'invalid_request']],
    ['a name within', { request_uri: 'urn:x' }, [400, 'invalid_request']],
    ['a scope of others', { scope: 'files:read' }, [400, 'invalid_scope']],
    ['an unknown client', { client_id: 'nobody' }, [401, 'invalid_client']],
  ])('refuse %s at once', async (_, values, error) => {
    expect(errorOf(await push(begin(), values))).toEqual(error)
  })

  it('take POST only', async () => {
    expect(statusOf(await begin().send(get('/par')))).toBe(405)
  })

  it('can be demanded; and tokens can be bound to a key, with a nonce (RFC 9449 §8)', async () => {
    const session = begin()
    const sign = (jti: string) => assertion({ iss: 'bank', sub: 'bank', jti })
    const { request_uri } = bodyOf(await session.send(post('/par', { ...wish, ...sign('1') })))
    const consent = await session.press(await follow(session, request_uri, 'bank'), 'page.log-in')
    const code = locationOf(await session.press(consent, 'page.allow')).get('code') ?? ''
    const d = 'ylDgz5LuY3uXVKCz-5KATkiAfgPJ0Hq6pYyVvcOtles'
    const env = { now: () => NOW * 1000, random: (n: number) => new Uint8Array(n).fill(n) }
    const proofOf = (nonce?: string) =>
      makeProof({ method: 'POST', url: 'https://auth.example.com/token', d, nonce }, env).proof
    const redeem = (jti: string, fields: string) => session.redeem(code, { client_id: '', ...sign(jti) }, fields)
    const unproven = await redeem('2', '')
    expect([...errorOf(unproven), failedAt(unproven)]).toEqual([
      400,
      'invalid_dpop_proof',
      'authorization.proof-wanted',
    ])
    const asked = await redeem('3', `DPoP: ${proofOf()}\n`)
    expect(errorOf(asked)).toEqual([400, 'use_dpop_nonce'])
    const field = `DPoP: ${proofOf(fieldOf(asked, 'DPoP-Nonce'))}\n`
    const given = bodyOf(await redeem('4', field))
    expect(given.token_type).toBe('DPoP')
    const { cnf } = JSON.parse(atob(String(given.access_token).split('.')[1] ?? ''))
    expect(cnf).toEqual({ jkt: makeProof({ method: 'GET', url: 'https://x.example/', d }, env).jkt })
    const token = String(given.access_token)
    const { proof } = makeProof({ method: 'GET', url: 'https://auth.example.com/userinfo', d, token }, env)
    const shown = await session.send(get('/userinfo', undefined, `Authorization: DPoP ${token}\nDPoP: ${proof}\n`))
    expect(bodyOf(shown).sub).toBe('aladdin')
    const bare = await session.send(get('/userinfo', undefined, `Authorization: Bearer ${token}\n`))
    expect([statusOf(bare), failedAt(bare)]).toEqual([401, 'bearer.unbound'])
    const replayed = await redeem('5', field)
    expect([...errorOf(replayed), failedAt(replayed)]).toEqual([400, 'invalid_dpop_proof', 'dpop.jti'])
  })
})

describe('a code that is bound to a key (RFC 9449 §10)', () => {
  const d = 'ylDgz5LuY3uXVKCz-5KATkiAfgPJ0Hq6pYyVvcOtles'
  const made = (path: string, key = d) => {
    const env = { now: () => NOW * 1000, random: (n: number) => new Uint8Array(n).fill(path.length + key.length) }
    return makeProof({ method: 'POST', url: `https://auth.example.com/${path}`, d: key }, env)
  }
  const { jkt } = made('token')

  it('gives tokens to who holds the key', async () => {
    const session = begin()
    await session.send(get('/dpop', 'api.example.com'))
    const own = session
      .world()
      .users.find(({ id }) => id === 'aladdin')
      ?.secrets.find(({ kind }) => kind === 'dpop-key')
    const given = bodyOf(await session.redeem(await session.code(), {}, `DPoP: ${made('token', own?.d).proof}\n`))
    const held = session
      .world()
      .users.find(({ id }) => id === 'aladdin')
      ?.secrets.at(-1)
    expect(held).toMatchObject({ id: 'aladdin/issued-1', kind: 'dpop-key', d: own?.d, token: given.access_token })
  })

  it('gives tokens for that key alone', async () => {
    const session = begin()
    const code = await session.code({ dpop_jkt: jkt })
    const without = await session.redeem(code)
    expect([...errorOf(without), failedAt(without)]).toEqual([400, 'invalid_grant', 'authorization.code-key'])
    const other = await session.redeem(code, {}, `DPoP: ${made('token', BATCH_KEY).proof}\n`)
    expect(failedAt(other)).toBe('authorization.code-key')
    const field = `DPoP: ${made('token').proof}\n`
    expect(failedAt(await session.redeem(code, {}, field))).toBe('dpop.jti')
    session.wait(1)
    const late = { now: () => NOW * 1000, random: (n: number) => new Uint8Array(n).fill(99) }
    const { proof } = makeProof({ method: 'POST', url: 'https://auth.example.com/token', d }, late)
    const given = bodyOf(await session.redeem(code, {}, `DPoP: ${proof}\n`))
    expect(given.token_type).toBe('DPoP')
    const refresh = {
      grant_type: 'refresh_token',
      refresh_token: String(given.refresh_token),
      client_id: 'photo-book',
    }
    expect(failedAt(await session.send(post('/token', refresh)))).toBe('authorization.refresh-key')
    const next = { ...late, random: (n: number) => new Uint8Array(n).fill(98) }
    const again = makeProof({ method: 'POST', url: 'https://auth.example.com/token', d }, next).proof
    expect(bodyOf(await session.send(post('/token', refresh, `DPoP: ${again}\n`))).token_type).toBe('DPoP')
  })

  it('can be had by a proof with the pushed request', async () => {
    const session = begin()
    const wish = {
      response_type: 'code',
      client_id: 'photo-book',
      redirect_uri: 'https://example.com/callback',
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
    }
    const { proof } = made('par')
    const differs = await session.send(post('/par', { ...wish, dpop_jkt: 'other' }, `DPoP: ${proof}\n`))
    expect([...errorOf(differs), failedAt(differs)]).toEqual([400, 'invalid_dpop_proof', 'authorization.jkt-same'])
    const again = { now: () => NOW * 1000, random: (n: number) => new Uint8Array(n).fill(77) }
    const field = `DPoP: ${makeProof({ method: 'POST', url: 'https://auth.example.com/par', d }, again).proof}\n`
    const { request_uri } = bodyOf(await session.send(post('/par', wish, field)))
    const query = new URLSearchParams({ client_id: 'photo-book', request_uri: String(request_uri) })
    const consent = await session.press(await session.send(get(`/authorize?${query}`)), 'page.log-in')
    const code = locationOf(await session.press(consent, 'page.allow')).get('code') ?? ''
    expect(failedAt(await session.redeem(code))).toBe('authorization.code-key')
    expect(errorOf(await session.send(post('/par', wish, 'DPoP: x\n')))).toEqual([400, 'invalid_dpop_proof'])
  })
})

describe('the device flow', () => {
  const start = (session: Session, values: Values = {}) =>
    session.send(post('/device_authorization', { client_id: 'television', ...values }))
  const poll = (session: Session, device_code: unknown, client_id = 'television') =>
    session.send(
      post('/token', {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: String(device_code),
        client_id,
      }),
    )

  it('waits for the person, and slows down who asks too often', async () => {
    const session = begin()
    const { device_code, user_code, verification_uri, interval } = bodyOf(await start(session))
    expect(user_code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/)
    expect([verification_uri, interval]).toEqual(['https://auth.example.com/device', 5])
    expect(errorOf(await poll(session, device_code))).toEqual([400, 'authorization_pending'])
    expect(errorOf(await poll(session, device_code))).toEqual([400, 'slow_down'])
    session.wait(5)
    expect(errorOf(await poll(session, device_code))).toEqual([400, 'slow_down'])
    session.wait(15)
    expect(errorOf(await poll(session, device_code))).toEqual([400, 'authorization_pending'])
    const typed = String(user_code).toLowerCase().replace('-', ' ')
    const page = await session.send(get(`/device?user_code=${encodeURIComponent(typed)}`))
    expect(page.page?.title).toBe('page.device')
    expect(statusOf(await session.press(page, 'page.allow', ['Aladdin', 'wrong']))).toBe(403)
    expect((await session.press(page, 'page.allow')).page?.title).toBe('page.device-allowed')
    session.wait(15)
    const given = bodyOf(await poll(session, device_code))
    expect(given).toMatchObject({ token_type: 'Bearer', scope: 'openid profile read' })
    const bearer = `Authorization: Bearer ${given.access_token}\n`
    expect(bodyOf(await session.send(get('/userinfo', undefined, bearer))).sub).toBe('aladdin')
    session.wait(15)
    expect(errorOf(await poll(session, device_code))).toEqual([400, 'invalid_grant'])
  })

  it('ends when the person says no, or when the code is too old', async () => {
    const session = begin()
    const first = bodyOf(await start(session))
    const page = await session.send(get(`/device?user_code=${first.user_code}`))
    expect((await session.press(page, 'page.deny')).page?.title).toBe('page.device-denied')
    expect(errorOf(await poll(session, first.device_code))).toEqual([400, 'access_denied'])
    expect(failedAt(await session.send(get(`/device?user_code=${first.user_code}`)))).toBe(
      'authorization.user-code-fresh',
    )
    const second = bodyOf(await start(session))
    session.wait(600)
    expect(errorOf(await poll(session, second.device_code))).toEqual([400, 'expired_token'])
  })

  it('is for clients that may, with codes of their own', async () => {
    const session = begin()
    expect(errorOf(await start(session, { client_id: 'photo-book' }))).toEqual([400, 'unauthorized_client'])
    expect(errorOf(await start(session, { scope: 'write' }))).toEqual([400, 'invalid_scope'])
    expect(errorOf(await start(session, { resource: 'https://evil.example' }))).toEqual([400, 'invalid_target'])
    expect(errorOf(await poll(session, 'x'))).toEqual([400, 'invalid_grant'])
    const empty = await poll(session, '')
    expect([...errorOf(empty), failedAt(empty)]).toEqual([400, 'invalid_request', 'authorization.device-sent'])
    expect(failedAt(await session.send(get('/device?user_code=AAAA')))).toBe('authorization.user-code')
    expect(failedAt(await session.send(get('/device')))).toBe('authorization.user-code')
  })
})

describe('registration', () => {
  const register = (session: Session, body: string, type = 'application/json') =>
    session.send(`POST /register HTTP/1.1\nHost: auth.example.com\nContent-Type: ${type}\n\n${body}`)
  const redirect_uris = ['https://example.com/callback']

  it('gives a name, and a secret to who can keep one', async () => {
    const session = begin()
    const done = await register(session, JSON.stringify({ redirect_uris, client_name: 'New', application_type: 'web' }))
    const body = bodyOf(done)
    expect([statusOf(done), fieldOf(done, 'Cache-Control')]).toEqual([201, 'no-store'])
    expect(body).toMatchObject({
      client_id_issued_at: NOW,
      client_secret_expires_at: 0,
      client_name: 'New',
      redirect_uris,
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
    })
    const [client_id, secret] = [String(body.client_id), String(body.client_secret)]
    const code = await session.code({ client_id })
    expect(statusOf(await session.redeem(code, { client_id }, basic(client_id, secret)))).toBe(200)
  })

  it.each([
    ['what is no JSON', '{', 'application/json', 'invalid_client_metadata', 'metadata-readable'],
    ['a list', '[]', 'application/json', 'invalid_client_metadata', 'metadata-readable'],
    ['a form', '{}', 'text/plain', 'invalid_client_metadata', 'metadata-readable'],
    ['no address', '{}', 'application/json', 'invalid_redirect_uri', 'metadata-redirects'],
    [
      'an address with a fragment',
      '{"redirect_uris":["https://a.example/#x"]}',
      'application/json',
      'invalid_redirect_uri',
      'metadata-redirects',
    ],
    [
      'an address without TLS',
      '{"redirect_uris":["http://a.example/"]}',
      'application/json',
      'invalid_redirect_uri',
      'metadata-redirects',
    ],
    [
      'an address that runs',
      '{"redirect_uris":["javascript:alert(1)"]}',
      'application/json',
      'invalid_redirect_uri',
      'metadata-redirects',
    ],
    [
      'an unknown grant',
      '{"grant_types":["password"]}',
      'application/json',
      'invalid_client_metadata',
      'metadata-grants',
    ],
    [
      'an unknown method',
      '{"token_endpoint_auth_method":"tls"}',
      'application/json',
      'invalid_client_metadata',
      'metadata-method',
    ],
    [
      'no key',
      '{"token_endpoint_auth_method":"private_key_jwt","grant_types":[]}',
      'application/json',
      'invalid_client_metadata',
      'metadata-keys',
    ],
    [
      'an unknown scope',
      '{"scope":"all","grant_types":[]}',
      'application/json',
      'invalid_client_metadata',
      'metadata-scope',
    ],
  ])('refuses %s', async (_, body, type, error, check) => {
    const refused = await register(begin(), body, type)
    expect([...errorOf(refused), failedAt(refused)]).toEqual([400, error, `authorization.${check}`])
  })

  it('makes nobody confidential who has no secret', async () => {
    const session = begin()
    const body = '{"grant_types":["client_credentials"],"token_endpoint_auth_method":"none"}'
    const { client_id } = bodyOf(await register(session, body))
    const refused = await session.send(post('/token', { ...credentials, client_id: String(client_id) }))
    expect([...errorOf(refused), failedAt(refused)]).toEqual([400, 'unauthorized_client', 'authorization.confidential'])
  })

  it('is not needed by a client whose id is the address of a document', async () => {
    const session = begin()
    const client_id = 'https://example.com/agent.json'
    expect(bodyOf(await session.send(get('/agent.json', 'example.com'))).client_id).toBe(client_id)
    const resource = 'https://mcp.example.com/mcp'
    const code = await session.code({ client_id, scope: 'files:read', resource })
    const { access_token } = bodyOf(await session.redeem(code, { client_id, resource }))
    const call = (path: string) =>
      `POST ${path} HTTP/1.1\nHost: mcp.example.com\nAuthorization: Bearer ${access_token}\n\n`
    expect(statusOf(await session.send(call('/mcp')))).toBe(200)
    const denied = await session.send(call('/mcp/write'))
    expect(statusOf(denied)).toBe(403)
    expect(fieldOf(denied, 'WWW-Authenticate')).toContain('error="insufficient_scope", scope="files:write"')
    expect(statusOf(await session.authorize({ client_id: 'https://example.com/other.json' }))).toBe(400)
  })
})
