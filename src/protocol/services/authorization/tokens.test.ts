/** Refreshing, revoking, asking what a token is worth, and ID tokens. */

import { createLocalJWKSet, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { readJwt } from '../../jose/jwt.ts'
import { verifiesP256 } from '../../keys/p256.ts'
import { verifiesPkcs1 } from '../../keys/rsa.ts'
import { octetsOf } from '../../text/octets.ts'
import {
  type Body,
  basic,
  begin,
  bodyOf,
  errorOf,
  failedAt,
  fieldOf,
  get,
  post,
  type Session,
  statusOf,
  type Values,
} from './testing/session.ts'

const bearer = ({ access_token }: Body) => `Authorization: Bearer ${access_token}\n`
const userinfo = (session: Session, body: Body) => session.send(get('/userinfo', undefined, bearer(body)))
const refresh = (session: Session, { refresh_token }: Body, more: Values = {}) =>
  session.send(
    post('/token', {
      grant_type: 'refresh_token',
      refresh_token: String(refresh_token),
      client_id: 'photo-book',
      ...more,
    }),
  )

describe('a refresh token', () => {
  it('gives new tokens, and another refresh token', async () => {
    const session = begin()
    const first = await session.tokens({ nonce: 'n' })
    session.wait(600)
    expect(failedAt(await userinfo(session, first))).toBe('bearer.expiry')
    const second = bodyOf(await refresh(session, first))
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(second.scope).toBe('openid read')
    const [{ nonce }, again] = [first, second].map(({ id_token }) =>
      JSON.parse(atob(String(id_token).split('.')[1] ?? '')),
    )
    expect([nonce, again.nonce]).toEqual(['n', undefined])
    expect(statusOf(await userinfo(session, second))).toBe(200)
    const third = bodyOf(await refresh(session, second, { scope: 'openid' }))
    expect(third.scope).toBe('openid')
    expect(bodyOf(await refresh(session, third)).scope).toBe('openid read')
  })

  it('that comes twice takes its whole family along (RFC 9700 §4.14.2)', async () => {
    const session = begin()
    const first = await session.tokens()
    const second = bodyOf(await refresh(session, first))
    expect(statusOf(await userinfo(session, second))).toBe(200)
    const stolen = await refresh(session, first)
    expect([...errorOf(stolen), failedAt(stolen)]).toEqual([400, 'invalid_grant', 'authorization.refresh-unused'])
    expect(failedAt(await refresh(session, second))).toBe('authorization.refresh-revoked')
    expect(failedAt(await userinfo(session, second))).toBe('bearer.revoked')
    expect(failedAt(await userinfo(session, first))).toBe('bearer.revoked')
    // A resource that only reads the token does not hear of it.
    expect(statusOf(await session.send(get('/reports', 'api.example.com', bearer(second))))).toBe(200)
  })

  it.each([
    ['left out', { refresh_token: '' }, 'invalid_request', 'refresh-sent'],
    ['made up', { refresh_token: 'x' }, 'invalid_grant', 'refresh-known'],
    ['of another client', { client_id: 'phone-app' }, 'invalid_grant', 'refresh-client'],
    ['for more than was granted', { scope: 'openid read write' }, 'invalid_scope', 'scope'],
    ['for another resource', { resource: 'https://evil.example' }, 'invalid_target', 'resource'],
  ])('%s is refused, and is good still', async (_, values, error, check) => {
    const session = begin()
    const first = await session.tokens()
    const refused = await refresh(session, first, values)
    expect([...errorOf(refused), failedAt(refused)]).toEqual([400, error, `authorization.${check}`])
    expect(statusOf(await refresh(session, first))).toBe(200)
  })

  it('has an end', async () => {
    const session = begin()
    const first = await session.tokens()
    session.wait(8 * 3600)
    expect(failedAt(await refresh(session, first))).toBe('authorization.refresh-fresh')
  })
})

describe('revoking', () => {
  const revoke = (session: Session, token: unknown, more: Values = {}, fields = '') =>
    session.send(post('/revoke', { token: String(token), client_id: 'photo-book', ...more }, fields))

  it('takes back an access token alone', async () => {
    const session = begin()
    const body = await session.tokens()
    const done = await revoke(session, body.access_token)
    expect([statusOf(done), done.response.body.text]).toEqual([200, ''])
    expect(failedAt(await userinfo(session, body))).toBe('bearer.revoked')
    expect(statusOf(await refresh(session, body))).toBe(200)
  })

  it('takes back a refresh token, and the access tokens with it', async () => {
    const session = begin()
    const body = await session.tokens()
    expect(statusOf(await revoke(session, body.refresh_token, { token_type_hint: 'access_token' }))).toBe(200)
    expect(failedAt(await userinfo(session, body))).toBe('bearer.revoked')
    expect(failedAt(await refresh(session, body))).toBe('authorization.refresh-revoked')
  })

  it('says yes to a token that it doesn’t know, and no to one of another client', async () => {
    const session = begin()
    const body = await session.tokens()
    expect(statusOf(await revoke(session, 'made-up'))).toBe(200)
    const other = await revoke(session, body.access_token, { client_id: 'phone-app' })
    expect([...errorOf(other), failedAt(other)]).toEqual([400, 'invalid_grant', 'authorization.token-client'])
    const empty = await revoke(session, '')
    expect([...errorOf(empty), failedAt(empty)]).toEqual([400, 'invalid_request', 'authorization.token-sent'])
    expect(errorOf(await revoke(session, 'x', { client_id: 'nobody' }))).toEqual([401, 'invalid_client'])
    expect(errorOf(await session.send('POST /revoke HTTP/1.1\nHost: auth.example.com\n\n'))).toEqual([
      400,
      'invalid_request',
    ])
    expect(statusOf(await userinfo(session, body))).toBe(200)
  })
})

describe('introspection', () => {
  const asks = basic('report-api', 'asks-before-it-trusts')
  const introspect = (session: Session, token: unknown, fields = asks, more: Values = {}) =>
    session.send(post('/introspect', { token: String(token), ...more }, fields))

  it('tells what an access token is worth', async () => {
    const session = begin()
    const { access_token, refresh_token } = await session.tokens()
    const told = bodyOf(await introspect(session, access_token))
    expect(told).toMatchObject({
      active: true,
      scope: 'openid read',
      client_id: 'photo-book',
      username: 'Aladdin',
      token_type: 'Bearer',
      sub: 'aladdin',
      aud: ['https://api.example.com', 'https://auth.example.com'],
      iss: 'https://auth.example.com',
    })
    expect(Number(told.exp) - Number(told.iat)).toBe(600)
    expect(bodyOf(await introspect(session, refresh_token))).toMatchObject({ active: true, client_id: 'photo-book' })
  })

  it('says no more than no of a token that is unknown, forged, expired or revoked', async () => {
    const session = begin()
    const { access_token } = await session.tokens()
    const inactive = async (token: unknown) => {
      const { active, ...rest } = bodyOf(await introspect(session, token))
      return [active, Object.keys(rest).length]
    }
    expect(await inactive('made-up')).toEqual([false, 0])
    const forged = session
      .world()
      .users.find(({ id }) => id === 'mufasa')
      ?.secrets.find(({ id }) => id === 'mufasa/forged')
    expect(await inactive(forged?.token)).toEqual([false, 0])
    session.wait(600)
    expect(await inactive(access_token)).toEqual([false, 0])
    const { access_token: second } = await session.tokens()
    await session.send(post('/revoke', { token: String(second), client_id: 'photo-book' }))
    expect(await inactive(second)).toEqual([false, 0])
  })

  it('answers only to who proves who they are', async () => {
    const session = begin()
    expect(errorOf(await introspect(session, 'x', basic('report-api', 'wrong')))).toEqual([401, 'invalid_client'])
    const anybody = await introspect(session, 'x', '', { client_id: 'photo-book' })
    expect([...errorOf(anybody), failedAt(anybody)]).toEqual([400, 'unauthorized_client', 'authorization.confidential'])
    const empty = await introspect(session, '')
    expect([...errorOf(empty), failedAt(empty)]).toEqual([400, 'invalid_request', 'authorization.token-sent'])
  })
})

describe('an ID token', () => {
  const keys = async (session: Session) =>
    bodyOf(await session.send(get('/jwks'))).keys as unknown as readonly Record<string, string>[]
  const read = (text: unknown) => readJwt({ text: String(text), span: { start: 0, end: String(text).length } })

  it('says who logged in, for the client, signed with a key of the set', async () => {
    const session = begin()
    const { id_token } = await session.tokens({ nonce: 'n-0S6' })
    const { header, claims, signingInput, signature = new Uint8Array() } = read(id_token)
    expect(claims).toMatchObject({
      iss: 'https://auth.example.com',
      sub: 'aladdin',
      aud: 'photo-book',
      nonce: 'n-0S6',
      acr: 'urn:example:password',
    })
    const [key] = await keys(session)
    expect([header?.kid, header?.alg]).toEqual([key?.kid, 'ES256'])
    expect(verifiesP256(octetsOf(signingInput), signature, { x: key?.x ?? '', y: key?.y ?? '' })).toBe(true)
  })

  it('passes the field’s own reference', async () => {
    const session = begin()
    const { id_token } = await session.tokens({ nonce: 'n' })
    const set = createLocalJWKSet(JSON.parse((await session.send(get('/jwks'))).response.body.text))
    const options = {
      issuer: 'https://auth.example.com',
      audience: 'photo-book',
      currentDate: new Date(session.world().clock),
    }
    const { payload } = await jwtVerify(String(id_token), set, options)
    expect(payload).toMatchObject({ sub: 'aladdin', nonce: 'n' })
  })

  it('is signed with RSA for those who registered for it', async () => {
    const session = begin()
    const registered = await session.send(
      'POST /register HTTP/1.1\nHost: auth.example.com\nContent-Type: application/json\n\n' +
        '{"redirect_uris":["https://example.com/callback"],"token_endpoint_auth_method":"none","client_name":"New"}',
    )
    const client_id = String(bodyOf(registered).client_id)
    const body = bodyOf(await session.redeem(await session.code({ client_id }), { client_id }))
    const { header, signingInput, signature = new Uint8Array() } = read(body.id_token)
    const [, key] = await keys(session)
    expect([header?.kid, header?.alg]).toEqual([key?.kid, 'RS256'])
    expect(verifiesPkcs1(octetsOf(signingInput), signature, { n: key?.n ?? '', e: key?.e ?? '' }, 'SHA-256')).toBe(true)
    expect(body.refresh_token).toBeUndefined()
  })

  it('is given for the scope openid alone', async () => {
    expect((await begin().tokens({ scope: 'read' })).id_token).toBeUndefined()
  })
})

describe('metadata', () => {
  it.each(['oauth-authorization-server', 'openid-configuration'])(
    'stands at %s, and every address in it exists',
    async (name) => {
      const session = begin()
      const exchange = await session.send(get(`/.well-known/${name}`))
      const body = bodyOf(exchange)
      expect([fieldOf(exchange, 'Content-Type'), body.issuer]).toEqual(['application/json', 'https://auth.example.com'])
      const paths = session
        .world()
        .hosts.find(({ name: host }) => host === 'auth.example.com')
        ?.resources.map(({ path }) => path)
      for (const [member, value] of Object.entries(body))
        if (/(_endpoint|_uri)$/.test(member)) expect(paths).toContain(new URL(String(value)).pathname)
    },
  )
})
