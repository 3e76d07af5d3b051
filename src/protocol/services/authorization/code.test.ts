/** The code flow (RFC 6749 §4.1, RFC 7636, RFC 9207), by the front door. */

import { describe, expect, it } from 'vitest'
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
  statusOf,
  VERIFIER,
} from './testing/session.ts'

describe('the code flow', () => {
  it('goes from login and consent to a code, and from the code to tokens that resources accept', async () => {
    const session = begin()
    const login = await session.authorize({ nonce: 'n-0S6' })
    expect(login.page?.title).toBe('page.login')
    const consent = await session.press(login, 'page.log-in')
    expect(consent.page?.title).toBe('page.consent')
    const back = await session.press(consent, 'page.allow')
    expect([statusOf(back), fieldOf(back, 'Location')?.split('?')[0]]).toEqual([303, 'https://example.com/callback'])
    const answer = locationOf(back)
    expect([...answer.keys()]).toEqual(['code', 'state', 'iss'])
    expect([answer.get('state'), answer.get('iss')]).toEqual(['af0ifjsldkj', 'https://auth.example.com'])
    const given = await session.redeem(answer.get('code') ?? '')
    const body = bodyOf(given)
    const members = ['access_token', 'token_type', 'expires_in', 'refresh_token', 'scope', 'id_token']
    expect(Object.keys(body)).toEqual(members)
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'openid read' })
    const typed = ['Content-Type', 'Cache-Control', 'Pragma'].map((name) => fieldOf(given, name))
    expect([statusOf(given), ...typed]).toEqual([200, 'application/json', 'no-store', 'no-cache'])
    const bearer = `Authorization: Bearer ${body.access_token}\n`
    expect(statusOf(await session.send(get('/reports', 'api.example.com', bearer)))).toBe(200)
    const info = await session.send(get('/userinfo', undefined, bearer))
    expect(bodyOf(info)).toEqual({ sub: 'aladdin', name: 'Aladdin', preferred_username: 'Aladdin' })
    const held = session
      .world()
      .users.find(({ id }) => id === 'aladdin')
      ?.secrets.at(-1)
    expect(held).toMatchObject({ id: 'aladdin/issued-1', kind: 'token', token: body.access_token })
  })

  it('shows the calculation of the challenge (RFC 7636 §B)', async () => {
    const session = begin()
    const { decision } = await session.redeem(await session.code())
    const step = decision.steps.find(({ check }) => check === 'authorization.verifier')
    expect(step?.workings.map(({ output }) => output)).toEqual([
      '13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3',
      CHALLENGE,
    ])
    expect(step?.workings[0]?.input).toEqual([{ text: VERIFIER, secret: true }])
  })

  it('works with GET and POST (OpenID Connect Core §3.1.2.1)', async () => {
    const session = begin()
    const { request } = await session.authorize()
    const [, query = ''] = request.line.target.text.split('?')
    expect(statusOf(await session.send(post('/authorize', query)))).toBe(200)
  })
})

describe('an authorization request', () => {
  it.each([
    ['without a client', { client_id: '' }, 'authorization.client-known'],
    ['of an unknown client', { client_id: 'nobody' }, 'authorization.client-known'],
    ['with another address', { redirect_uri: 'https://evil.example/callback' }, 'authorization.redirect'],
    ['with an address that goes on', { redirect_uri: 'https://example.com/callback/x' }, 'authorization.redirect'],
    ['with a slash more', { redirect_uri: 'https://example.com/callback/' }, 'authorization.redirect'],
    [
      'without an address, where the client has two',
      { client_id: 'web-shop', redirect_uri: '' },
      'authorization.redirect',
    ],
    ['with an unknown pushed request', { request_uri: 'urn:x' }, 'authorization.pushed'],
    ['of a client that must push', { client_id: 'bank' }, 'authorization.must-push'],
  ])('%s gets a page and no redirect', async (_, values, check) => {
    const exchange = await begin().authorize(values)
    expect([statusOf(exchange), fieldOf(exchange, 'Location'), failedAt(exchange)]).toEqual([400, undefined, check])
    expect(exchange.page).toMatchObject({ title: 'page.refused', actions: [] })
  })

  it('with a parameter twice gets a page', async () => {
    const session = begin()
    const { request } = await session.authorize()
    const exchange = await session.send(get(`${request.line.target.text}&state=x`))
    expect([statusOf(exchange), failedAt(exchange)]).toEqual([400, 'authorization.once'])
  })

  it.each([
    ['without a response type', { response_type: '' }, 'invalid_request', 'response-type'],
    ['of the implicit flow', { response_type: 'token' }, 'unsupported_response_type', 'response-type'],
    ['without a challenge', { code_challenge: '' }, 'invalid_request', 'pkce'],
    ['with a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request', 'pkce-method'],
    ['with a challenge of no named method', { code_challenge_method: '' }, 'invalid_request', 'pkce-method'],
    ['with a challenge that is no hash', { code_challenge: 'abc' }, 'invalid_request', 'pkce-form'],
    ['with a scope of others', { scope: 'files:read' }, 'invalid_scope', 'scope'],
    ['for a strange resource', { resource: 'https://evil.example' }, 'invalid_target', 'resource'],
    ['with a request object', { request: 'e30.e30.' }, 'request_not_supported', 'plain'],
    ['with another response mode', { response_mode: 'fragment' }, 'invalid_request', 'plain'],
    ['with an age that is no number', { max_age: 'soon' }, 'invalid_request', 'max-age'],
    ['without a page, and nobody logged in', { prompt: 'none' }, 'login_required', 'silent-login'],
  ])('%s goes back with an error', async (_, values, error, check) => {
    const exchange = await begin().authorize(values)
    const answer = locationOf(exchange)
    expect([statusOf(exchange), answer.get('error'), answer.get('state')]).toEqual([303, error, 'af0ifjsldkj'])
    expect(answer.get('iss')).toBe('https://auth.example.com')
    expect([answer.get('code'), failedAt(exchange)]).toEqual([null, `authorization.${check}`])
  })

  it('of a client that may not use codes goes back with an error', async () => {
    const session = begin()
    const registered = await session.send(
      'POST /register HTTP/1.1\nHost: auth.example.com\nContent-Type: application/json\n\n' +
        '{"redirect_uris":["https://example.com/callback"],"grant_types":["client_credentials"]}',
    )
    const exchange = await session.authorize({ client_id: String(bodyOf(registered).client_id), scope: 'read' })
    expect(locationOf(exchange).get('error')).toBe('unauthorized_client')
  })

  it('may leave out the only address, and choose the port of its own machine (RFC 8252 §7.3)', async () => {
    expect(statusOf(await begin().authorize({ redirect_uri: '' }))).toBe(200)
    const native = { client_id: 'phone-app', redirect_uri: 'http://127.0.0.1:51004/callback' }
    expect(statusOf(await begin().authorize(native))).toBe(200)
    expect(statusOf(await begin().authorize({ ...native, redirect_uri: 'http://127.0.0.1:51004/other' }))).toBe(400)
  })
})

describe('login and consent', () => {
  it.each([
    ['a wrong password', ['Aladdin', 'open barley'], 'authorization.password'],
    ['an unknown name', ['Ali Baba', 'open sesame'], 'authorization.password'],
    ['the secret of a program', ['web-shop', 'open-till-ten'], 'authorization.password'],
    ['somebody who is suspended', ['Scar', 'Be prepared'], 'authorization.active'],
  ] as const)('%s sees the page again', async (_, who, check) => {
    const session = begin()
    const again = await session.press(await session.authorize(), 'page.log-in', who)
    expect([statusOf(again), again.page?.title, failedAt(again)]).toEqual([403, 'page.login', check])
    expect((await session.press(again, 'page.log-in')).page?.title).toBe('page.consent')
  })

  it('say no, and the client learns of it', async () => {
    const session = begin()
    const consent = await session.press(await session.authorize(), 'page.log-in')
    const back = await session.press(consent, 'page.deny')
    expect(locationOf(back).get('error')).toBe('access_denied')
    expect(failedAt(await session.press(consent, 'page.allow'))).toBe('authorization.ticket')
  })

  it('need a ticket that is known, young, and of somebody who logged in', async () => {
    const session = begin()
    const login = await session.authorize()
    const ticket = /value="([^"]+)"/.exec(login.response.body.text)?.[1] ?? ''
    const skipped = await session.send(post('/consent', { ticket, decision: 'allow' }))
    expect([statusOf(skipped), failedAt(skipped)]).toEqual([400, 'authorization.logged-in'])
    expect(failedAt(await session.send(post('/login', { ticket: 'x' })))).toBe('authorization.ticket')
    session.wait(601)
    expect(failedAt(await session.press(login, 'page.log-in'))).toBe('authorization.ticket-fresh')
  })

  it('remember by a cookie who logged in, until the login is too old or too weak', async () => {
    const session = begin()
    const login = await session.authorize()
    const cookie = fieldOf(await session.press(login, 'page.log-in'), 'Set-Cookie')?.split(';')[0] ?? ''
    expect(cookie).toMatch(/^__Host-login=/)
    const title = async (more: string) => {
      const exchange = await session.send(
        get(login.request.line.target.text + more, undefined, `Cookie: a=b; ${cookie}\n`),
      )
      return exchange.page?.title ?? locationOf(exchange).get('error')
    }
    expect(await title('')).toBe('page.consent')
    expect(await title('&prompt=login')).toBe('page.login')
    expect(await title('&prompt=none')).toBe('consent_required')
    expect(await title('&acr_values=urn:example:two-factors')).toBe('page.login')
    session.wait(60)
    expect(await title('&max_age=60')).toBe('page.consent')
    expect(await title('&max_age=59')).toBe('page.login')
    session.wait(3600)
    expect(await title('')).toBe('page.login')
  })

  it('step up to a second factor, and say so in the tokens (RFC 9470 §5)', async () => {
    const strong = 'urn:example:two-factors'
    const session = begin()
    const login = await session.authorize({ acr_values: strong, max_age: '0' })
    const weak = await session.press(login, 'page.log-in')
    expect(locationOf(await session.press(weak, 'page.allow')).get('error')).toBe('unmet_authentication_requirements')
    const again = await session.press(
      await session.authorize({ acr_values: strong, scope: 'read' }),
      'page.log-in-confirmed',
    )
    const code = locationOf(await session.press(again, 'page.allow')).get('code') ?? ''
    const body = bodyOf(await session.redeem(code))
    const claims = JSON.parse(atob(String(body.access_token).split('.')[1] ?? ''))
    expect(claims).toMatchObject({ acr: strong, auth_time: Date.parse('2026-03-02T09:00:00Z') / 1000 })
    const order = (token: unknown) =>
      session.send(`POST /step-up/transfers HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer ${token}\n\n`)
    const asked = await order((await session.tokens({ scope: 'read' })).access_token)
    expect([statusOf(asked), failedAt(asked)]).toEqual([401, 'bearer.acr'])
    expect(fieldOf(asked, 'WWW-Authenticate')).toContain(`acr_values="${strong}"`)
    expect(statusOf(await order(body.access_token))).toBe(200)
  })

  it('write a page in which text from outside stays text', async () => {
    const { response } = await begin().authorize({ state: '"><script>' })
    expect(response.body.text).not.toContain('<script>')
    expect(fieldOf(await begin().authorize(), 'Content-Security-Policy')).toContain("frame-ancestors 'none'")
  })
})

describe('a code', () => {
  it.each([
    ['left out', { code: '' }, [400, 'invalid_request'], 'code-sent'],
    ['made up', { code: 'abc' }, [400, 'invalid_grant'], 'code-known'],
    [
      'with another address',
      { redirect_uri: 'https://example.com/other-callback' },
      [400, 'invalid_grant'],
      'redirect-same',
    ],
    ['without the address', { redirect_uri: '' }, [400, 'invalid_grant'], 'redirect-same'],
    ['without the verifier', { code_verifier: '' }, [400, 'invalid_request'], 'verifier-form'],
    ['with a short verifier', { code_verifier: 'abc' }, [400, 'invalid_grant'], 'verifier-form'],
    ['with the challenge as verifier', { code_verifier: CHALLENGE }, [400, 'invalid_grant'], 'verifier'],
    ['for a resource that was not granted', { resource: 'https://evil.example' }, [400, 'invalid_target'], 'resource'],
    ['by another client', { client_id: 'phone-app' }, [400, 'invalid_grant'], 'code-client'],
    ['by an unknown client', { client_id: 'nobody' }, [401, 'invalid_client'], 'client-known'],
    ['by nobody', { client_id: '' }, [401, 'invalid_client'], 'client-sent'],
    ['by a client that has to prove itself', { client_id: 'web-shop' }, [401, 'invalid_client'], 'client-method'],
    ['in an unknown grant', { grant_type: 'password' }, [400, 'unsupported_grant_type'], 'grant-type'],
    ['in no grant', { grant_type: '' }, [400, 'invalid_request'], 'grant-type'],
    ['in a grant of others', { grant_type: 'client_credentials' }, [400, 'unauthorized_client'], 'grant-allowed'],
  ])('%s is refused', async (_, values, error, check) => {
    const session = begin()
    const refused = await session.redeem(await session.code(), values)
    expect([...errorOf(refused), failedAt(refused)]).toEqual([...error, `authorization.${check}`])
    expect([fieldOf(refused, 'Content-Type'), fieldOf(refused, 'Cache-Control')]).toEqual([
      'application/json',
      'no-store',
    ])
    expect(fieldOf(refused, 'WWW-Authenticate') !== undefined).toBe(statusOf(refused) === 401)
  })

  it('is good for a minute', async () => {
    const session = begin()
    const code = await session.code()
    session.wait(60)
    expect([...errorOf(await session.redeem(code))]).toEqual([400, 'invalid_grant'])
  })

  it('is good once: used again, it takes back the tokens that came of it (RFC 6749 §4.1.2)', async () => {
    const session = begin()
    const code = await session.code()
    const body = bodyOf(await session.redeem(code))
    const bearer = `Authorization: Bearer ${body.access_token}\n`
    expect(statusOf(await session.send(get('/userinfo', undefined, bearer)))).toBe(200)
    const again = await session.redeem(code)
    expect([...errorOf(again), failedAt(again)]).toEqual([400, 'invalid_grant', 'authorization.code-unused'])
    const refused = await session.send(get('/userinfo', undefined, bearer))
    expect([statusOf(refused), failedAt(refused)]).toEqual([401, 'bearer.revoked'])
    const refresh = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token), client_id: 'photo-book' }
    expect(errorOf(await session.send(post('/token', refresh)))).toEqual([400, 'invalid_grant'])
  })

  it('is redeemed by a client with its secret, and by nobody without', async () => {
    const wish = { client_id: 'web-shop' }
    const session = begin()
    const code = await session.code(wish)
    const wrong = await session.redeem(code, wish, basic('web-shop', 'open-till-nine'))
    expect([...errorOf(wrong), failedAt(wrong)]).toEqual([401, 'invalid_client', 'authorization.client-secret'])
    expect(fieldOf(wrong, 'WWW-Authenticate')).toBe('Basic realm="auth.example.com", charset="UTF-8"')
    expect(statusOf(await session.redeem(code, { client_id: '' }, basic('web-shop', 'open-till-ten')))).toBe(200)
  })

  it('is for the resource that was named (RFC 8707)', async () => {
    const session = begin()
    const { access_token } = await session.tokens({ resource: 'https://mcp.example.com/mcp', scope: 'read' })
    const claims = JSON.parse(atob(String(access_token).split('.')[1] ?? ''))
    expect(claims.aud).toBe('https://mcp.example.com/mcp')
    const bearer = `Authorization: Bearer ${access_token}\n`
    expect(failedAt(await session.send(get('/reports', 'api.example.com', bearer)))).toBe('bearer.audience')
  })
})
