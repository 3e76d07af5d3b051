import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cookieDate } from './cookie-date.ts'
import { afterClosing, type Cookie, cookiesFor, cookieText, forScript, withCookie } from './cookie-jar.ts'

const NOW = Date.UTC(2026, 2, 2, 9)
const ask = (url: string, method = 'GET', from?: string, now = NOW) => ({ url, method, from, now })
const HOME = 'https://www.example.com/docs/index.html'

/** What each line does, one after the other. */
const jarOf = (...lines: readonly (string | readonly [line: string, url: string])[]) =>
  lines.reduce<readonly Cookie[]>((jar, each) => {
    const [line, url] = typeof each === 'string' ? [each, HOME] : each
    return withCookie(jar, line, ask(url)).jar
  }, [])
const sent = (jar: readonly Cookie[], url: string, method = 'GET', from?: string) =>
  cookieText(cookiesFor(jar, ask(url, method, from)))
const problem = (line: string, url = HOME, jar: readonly Cookie[] = []) => {
  const kept = withCookie(jar, line, ask(url))
  return 'problem' in kept ? kept.problem : undefined
}

describe('a cookie goes', () => {
  it.each<readonly [string, string, string, boolean]>([
    ['to its own host', 'a=1', 'https://www.example.com/docs/x', true],
    ['to no other', 'a=1; Path=/', 'https://example.com/', false],
    ['to no host below, without Domain', 'a=1; Path=/', 'https://x.www.example.com/', false],
    ['to hosts below, with Domain', 'a=1; Path=/; Domain=example.com', 'https://api.example.com/', true],
    ['with a leading dot too', 'a=1; Path=/; Domain=.Example.COM', 'https://example.com/', true],
    ['to no name that only ends so', 'a=1; Path=/; Domain=example.com', 'https://badexample.com/', false],
    ['below the folder that set it', 'a=1', 'https://www.example.com/docs/deep/er', true],
    ['to no neighbour', 'a=1', 'https://www.example.com/docsy', false],
    ['below its path', 'a=1; Path=/x', 'https://www.example.com/x/y', true],
    ['to its path', 'a=1; Path=/x', 'https://www.example.com/x', true],
    ['to no path that only begins so', 'a=1; Path=/x', 'https://www.example.com/xy', false],
    ['by the last of two paths', 'a=1; Path=/x; Path=/y', 'https://www.example.com/y', true],
    ['by the default path where Path has no slash', 'a=1; Path=docs', 'https://www.example.com/docs/', true],
    ['not over http, with Secure', 'a=1; Path=/; Secure', 'http://www.example.com/', false],
  ])('%s', (_, line, url, goes) => {
    expect(sent(jarOf(line), url)).toBe(goes ? 'a=1' : '')
  })

  it.each<readonly [string, string, string, string]>([
    ['Strict', 'GET', 'https://shop.example/', ''],
    ['Strict', 'GET', 'https://api.example.com/', 'a=1'],
    ['Lax', 'GET', 'https://shop.example/', 'a=1'],
    ['Lax', 'POST', 'https://shop.example/', ''],
    ['None', 'POST', 'https://shop.example/', 'a=1'],
    ['Whatever', 'GET', 'https://shop.example/', 'a=1'],
    ['Whatever', 'POST', 'https://shop.example/', ''],
    ['Strict', 'GET', 'http://www.example.com/', ''],
  ])('with SameSite=%s and %s from %s: %j', (sameSite, method, from, expected) => {
    expect(sent(jarOf(`a=1; Secure; SameSite=${sameSite}`), 'https://www.example.com/docs/', method, from)).toBe(
      expected,
    )
  })

  it('with the longer path first, then the older one', () => {
    const jar = jarOf('a=1; Path=/', 'b=2; Path=/docs/', 'c=3; Path=/')
    expect(sent(jar, 'https://www.example.com/docs/')).toBe('b=2; a=1; c=3')
  })

  it('unseen by script where it is HttpOnly', () => {
    const jar = jarOf('a=1; HttpOnly; Path=/', 'b=2; Path=/')
    expect(forScript(jar, ask(HOME))).toBe('b=2')
    expect(sent(jar, HOME)).toBe('a=1; b=2')
  })
})

describe('a cookie stays', () => {
  it('as long as Max-Age says, which wins over Expires, and 400 days at most', () => {
    const [cookie] = jarOf('a=1; Expires=Wed, 01 Jan 2020 00:00:00 GMT; Max-Age=60')
    expect(cookie?.expires).toBe(NOW + 60_000)
    expect(jarOf('a=1; Max-Age=99999999999')[0]?.expires).toBe(NOW + 400 * 86_400_000)
    expect(cookiesFor(jarOf('a=1; Max-Age=60'), ask(HOME, 'GET', undefined, NOW + 60_000))).toEqual([])
    expect(jarOf('a=1; Max-Age=soon')[0]?.expires).toBeUndefined()
  })

  it('until the browser is closed, without either', () => {
    expect(afterClosing(jarOf('a=1', 'b=2; Max-Age=60')).map(({ name }) => name)).toEqual(['b'])
  })

  it.each(['a=; Max-Age=0', 'a=; Max-Age=-1', 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'])('not after %s', (line) => {
    expect(jarOf('a=1', line)).toEqual([])
  })

  it('one for each name, host and path, as old as the first', () => {
    const jar = withCookie(jarOf('a=1'), 'a=2', ask(HOME, 'GET', undefined, NOW + 1000)).jar
    expect(jar).toMatchObject([{ value: '2', created: NOW }])
    expect(jarOf('a=1', 'a=2; Path=/', 'a=3; Domain=www.example.com')).toHaveLength(3)
  })
})

const judged: readonly (readonly [line: string, how: string, expected?: string, url?: string])[] = [
  ['__Host-a=1; Secure; Path=/', 'as it has to be', undefined],
  ['__Host-a=1; Secure; Path=/; Domain=www.example.com', 'with a Domain', 'prefix-host'],
  ['__Host-a=1; Secure', 'without a Path', 'prefix-host'],
  ['__host-a=1; Path=/', 'not Secure', 'prefix-secure'],
  ['__Secure-a=1; Secure', 'as it has to be', undefined],
  ['__Secure-a=1', 'not Secure', 'prefix-secure'],
  ['=__Host-a=1; Secure; Path=/', 'as a value without a name', 'prefix-secure'],
  ['a=1; SameSite=None', 'for everybody, not Secure', 'none-insecure'],
  ['a=1; Secure', 'over http', 'secure-insecure', 'http://www.example.com/'],
  ['a=1; Domain=other.example', 'for another host', 'domain-other'],
  ['a=1; Domain=api.example.com', 'for a host beside', 'domain-other'],
  ['a=1; Domain=com', 'for all of com', 'domain-public'],
  ['a=1; Domain=localhost', 'for a name of one label that is the host itself', undefined, 'http://localhost/'],
  ['', 'empty', 'nameless'],
  ['=; Path=/', 'with neither name nor value', 'nameless'],
  ['a=\u0001', 'with a control character', 'control'],
  [`a=${'x'.repeat(4096)}`, 'longer than all', 'too-long'],
]

it.each(judged.map((each) => ({ each })))('is kept or not: $each', ({ each: [line, , expected, url] }) => {
  expect(problem(line, url)).toBe(expected)
})

it('is not covered by one from http, where it is Secure', () => {
  const jar = jarOf('a=1; Secure; Path=/')
  expect(problem('a=2; Path=/docs', 'http://www.example.com/', jar)).toBe('covers-secure')
  expect(problem('b=2; Path=/docs', 'http://www.example.com/', jar)).toBeUndefined()
})

it.each<readonly [string, string | undefined]>([
  ['Sun, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
  ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
  ['Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37.000Z'],
  ['6 november 26 8:9:7', '2026-11-06T08:09:07.000Z'],
  ['31 Feb 2026 00:00:00', undefined],
  ['06 Nov 1994', undefined],
  ['06 Nov 1994 25:00:00', undefined],
  ['06 Nov 1600 00:00:00', undefined],
  ['tomorrow', undefined],
])('reads the date %j', (text, expected) => {
  const found = cookieDate(text)
  expect(found === undefined ? undefined : new Date(found).toISOString()).toBe(expected)
})

it('reads any text, and never sends a line end', () => {
  const piece = fc.constantFrom(
    'a',
    '=',
    ';',
    ' ',
    '\n',
    '__Host-',
    'Path=/',
    'Domain=',
    'Expires=',
    'Max-Age=',
    '-',
    '9',
    'é',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { jar } = withCookie([], pieces.join(''), ask(HOME))
      expect(sent(jar, HOME)).not.toMatch(/[\r\n;]/)
    }),
    { numRuns: 100 },
  )
})
