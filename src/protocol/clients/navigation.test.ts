import { beforeAll, describe, expect, it } from 'vitest'
import { param } from '../auth/challenge.ts'
import { parseChallenges } from '../auth/parse-challenges.ts'
import { tokenOf } from '../auth/testing/shown.ts'
import { parseRequest, parseResponse } from '../http/parse.ts'
import { meetAll } from '../schemes/index.ts'
import { type Login, loginFor, loginIn, withLogin } from './credential-cache.ts'
import { arrived, type Browser, type Navigation, NEW_BROWSER, open, outgoing } from './navigation.ts'

beforeAll(meetAll)

const NOW = Date.UTC(2026, 2, 2, 9)
const BASIC = 'Basic realm="WallyWorld"'
const offerOf = (text: string) => {
  const [offer] = parseChallenges(tokenOf(text)).value
  if (!offer) throw new Error('No challenge')
  return offer
}
const learnt = (url: string, challenge = BASIC, secret = 'aladdin/password') =>
  withLogin([], url, offerOf(challenge), secret)

interface Answer {
  readonly status: number
  readonly fields?: readonly string[]
  readonly login?: Login
  readonly proxyLogin?: Login
}

/** A response arrives for what the browser sent. */
function come(browser: Browser, navigation: Navigation, { status, fields = [], login, proxyLogin }: Answer) {
  const { request } = outgoing(browser, navigation, NOW)
  const shown = login ? request.replace('\n\n', '\nAuthorization: x\n\n') : request
  const response = parseResponse(`HTTP/1.1 ${status} X\n${fields.map((each) => `${each}\n`).join('')}\n`)
  return arrived(browser, navigation, { request: parseRequest(shown), response, login, proxyLogin }, NOW)
}
const asks = (challenge: string) => [`WWW-Authenticate: ${challenge}`]

describe('credentials go out without being asked for', () => {
  it.each<readonly [string, string, string, boolean]>([
    ['at the same path', BASIC, '/docs/index.html', true],
    ['beside it', BASIC, '/docs/other', true],
    ['below', BASIC, '/docs/deep/er', true],
    ['not above', BASIC, '/', false],
    ['not beside the folder', BASIC, '/docsy', false],
    ['everywhere, with Digest and no domain', 'Digest realm="d", nonce="n"', '/', true],
    ['in Digest’s domain', 'Digest realm="d", nonce="n", domain="/a /b/c"', '/b/c/d', true],
    ['not outside', 'Digest realm="d", nonce="n", domain="/a /b/c"', '/b/cd', false],
    ['nowhere, for a scheme of which nothing is known', 'Token realm="t"', '/docs/index.html', false],
  ])('%s', (_, challenge, path, goes) => {
    const logins = learnt('https://www.example.com/docs/index.html', challenge)
    expect(loginFor(logins, `https://www.example.com${path}`) !== undefined).toBe(goes)
  })

  it('to that origin alone: scheme, host and port', () => {
    const logins = learnt('https://www.example.com/docs/')
    for (const origin of ['http://www.example.com', 'https://example.com', 'https://www.example.com:444'])
      expect(loginFor(logins, `${origin}/docs/`)).toBeUndefined()
    const far = learnt('https://www.example.com/', 'Digest realm="d", nonce="n", domain="https://api.example.com/"')
    expect(loginFor(far, 'https://api.example.com/')).toBeUndefined()
  })

  it('those of the deepest space', () => {
    const outer = learnt('https://www.example.com/', 'Basic realm="outer"', 'ada/password')
    const both = withLogin(outer, 'https://www.example.com/docs/', offerOf(BASIC), 'aladdin/password')
    expect(loginFor(both, 'https://www.example.com/docs/plans')?.secret).toBe('aladdin/password')
    expect(loginFor(both, 'https://www.example.com/menu')?.secret).toBe('ada/password')
  })

  it('of a space that grows with what was met', () => {
    const more = withLogin(
      learnt('https://www.example.com/a/x'),
      'https://www.example.com/b/',
      offerOf(BASIC),
      'aladdin/password',
    )
    expect(more).toHaveLength(1)
    expect(loginFor(more, 'https://www.example.com/a/y')).toBe(loginFor(more, 'https://www.example.com/b/y'))
  })

  it('to the proxy, with every request', () => {
    const logins = withLogin([], 'https://www.example.com/a/', offerOf('Basic realm="Staff"'), 'mufasa/password', true)
    const { login, proxyLogin } = outgoing({ cookies: [], logins }, open('https://other.example/'), NOW)
    expect([login, proxyLogin?.secret]).toEqual([undefined, 'mufasa/password'])
  })
})

describe('a 401', () => {
  const docs = open('https://www.example.com/docs/')
  const logins = learnt('https://www.example.com/docs/')
  const [login] = logins

  it('opens the dialog, where nobody has logged in yet', () => {
    expect(come(NEW_BROWSER, docs, { status: 401, fields: asks(BASIC) }).next).toEqual({ kind: 'ask', again: false })
  })

  it('is answered without a word, where the space is known from elsewhere', () => {
    const { next } = come({ cookies: [], logins }, open('https://www.example.com/plans'), {
      status: 401,
      fields: asks(BASIC),
    })
    expect(next).toMatchObject({ kind: 'answer', login: { secret: 'aladdin/password' } })
  })

  it('opens it, for another realm or another origin of the same realm', () => {
    for (const [url, challenge] of [
      ['https://www.example.com/x', 'Basic realm="Other"'],
      ['https://api.example.com/docs/', BASIC],
    ] as const)
      expect(come({ cookies: [], logins }, open(url), { status: 401, fields: asks(challenge) }).next.kind).toBe('ask')
  })

  it('makes the browser forget what was refused, and ask again', () => {
    const after = come({ cookies: [], logins }, docs, { status: 401, fields: asks(BASIC), login })
    expect(after).toMatchObject({ browser: { logins: [] }, next: { kind: 'ask', again: true } })
  })

  it('of another realm says nothing about this one', () => {
    const { browser } = come({ cookies: [], logins }, docs, { status: 401, fields: asks('Basic realm="Other"'), login })
    expect(browser.logins).toEqual(logins)
  })

  it('with a stale nonce is answered with the new one', () => {
    const stale = learnt('https://www.example.com/docs/', 'Digest realm="d", nonce="old"')
    const fields = asks('Digest realm="d", nonce="new", stale=true, qop="auth"')
    const { next } = come({ cookies: [], logins: stale }, docs, { status: 401, fields, login: stale[0] })
    expect(next.kind === 'answer' && param(next.login.offer, 'nonce')?.value).toBe('new')
  })

  it('without a challenge that a browser knows is a page', () => {
    expect(come(NEW_BROWSER, docs, { status: 401, fields: asks('Bearer') }).next).toEqual({ kind: 'page' })
  })
})

describe('logging out', () => {
  const logout = open('https://www.example.com/docs/logout')
  const logins = learnt('https://www.example.com/docs/')
  const browser: Browser = { cookies: [], logins }
  const [login] = logins

  it.each([200, 204, 403, 500])('is nothing that a %i could bring about', (status) => {
    const after = come(browser, logout, { status, login }).browser
    expect(loginFor(after.logins, 'https://www.example.com/docs/')?.secret).toBe('aladdin/password')
  })

  it('works by accident, by refusing what was right: and the dialog is there', () => {
    const after = come(browser, logout, { status: 401, fields: asks(BASIC), login })
    expect([after.browser.logins, after.next]).toEqual([[], { kind: 'ask', again: true }])
  })

  it('works for a cookie, and for all at once with Clear-Site-Data', () => {
    const full = come(browser, logout, { status: 200, fields: ['Set-Cookie: s=1; Path=/'], login }).browser
    expect(outgoing(full, logout, NOW).request).toContain('\nCookie: s=1\n')
    const out = come(full, logout, { status: 200, fields: ['Set-Cookie: s=; Path=/; Max-Age=0'], login }).browser
    expect([out.cookies, out.logins.length]).toEqual([[], 1])
    const fields = ['Clear-Site-Data: "cache", "cookies"']
    expect(come(full, logout, { status: 200, fields, login }).browser).toEqual(NEW_BROWSER)
  })
})

describe('a proxy that asks', () => {
  it('has a space of its own, and leaves the server’s alone', () => {
    const logins = learnt('https://www.example.com/docs/')
    const docs = open('https://www.example.com/docs/')
    const fields = ['Proxy-Authenticate: Basic realm="WallyWorld"']
    const after = come({ cookies: [], logins }, docs, { status: 407, fields, login: logins[0] })
    expect(after).toMatchObject({ browser: { logins }, next: { kind: 'ask' } })
    const staff = withLogin(logins, docs.url, offerOf(BASIC), 'mufasa/password', true)
    expect(loginIn(staff, docs.url, offerOf(BASIC), true)?.secret).toBe('mufasa/password')
    expect(loginIn(staff, docs.url, offerOf(BASIC))?.secret).toBe('aladdin/password')
  })
})

describe('a redirect', () => {
  const form: Navigation = {
    ...open('https://www.example.com/login#top', 'https://www.example.com/'),
    method: 'POST',
    body: { type: 'text/plain', text: 'body' },
  }

  it.each<readonly [number, string, string, string | undefined]>([
    [303, '/home', 'GET', undefined],
    [302, '/home', 'GET', undefined],
    [307, '/home', 'POST', 'body'],
    [308, 'https://api.example.com/', 'POST', 'body'],
  ])('%i to %s is a %s with the body %j', (status, location, method, text) => {
    const { next } = come(NEW_BROWSER, form, { status, fields: [`Location: ${location}`] })
    expect(next.kind === 'navigation' && [next.navigation.method, next.navigation.body?.text]).toEqual([method, text])
  })

  it('keeps the fragment, sets cookies on the way, and takes along those that are for the other host', () => {
    const fields = [
      'Location: https://api.example.com/x',
      'Set-Cookie: a=1; Path=/',
      'Set-Cookie: b=2; Path=/; Domain=example.com',
    ]
    const { browser, next } = come(NEW_BROWSER, form, { status: 303, fields })
    if (next.kind !== 'navigation') throw new Error('It leads nowhere')
    expect(next.navigation.url).toBe('https://api.example.com/x#top')
    expect(outgoing(browser, next.navigation, NOW).request).toBe(
      'GET /x HTTP/1.1\nHost: api.example.com\nCookie: b=2\n\n',
    )
  })

  it('from another site doesn’t make Strict cookies go along', () => {
    const jar = come(NEW_BROWSER, open('https://www.example.com/'), {
      status: 200,
      fields: ['Set-Cookie: a=1; SameSite=Strict'],
    })
    const { next } = come(jar.browser, open('https://shop.example/', 'https://shop.example/'), {
      status: 302,
      fields: ['Location: https://www.example.com/'],
    })
    expect(next.kind === 'navigation' && outgoing(jar.browser, next.navigation, NOW).request).not.toContain('Cookie')
  })

  it('goes on twenty times, and to nothing but http', () => {
    const fields = ['Location: /']
    expect(come(NEW_BROWSER, { ...form, redirects: 20 }, { status: 302, fields }).next.kind).toBe('too-many-redirects')
    expect(come(NEW_BROWSER, form, { status: 302, fields: ['Location: javascript:1'] }).next.kind).toBe('page')
  })
})
