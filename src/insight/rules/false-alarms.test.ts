/** Messages that are right, from specifications mostly: the linter has nothing grave to say but about known misprints. */

import { describe, expect, it } from 'vitest'
import cases from '../../protocol/auth/cases/challenges.json' with { type: 'json' }
import { lint } from '../lint.ts'
import type { Example } from '../rule.ts'
import { evidenceOf, readExample } from '../testing/example.ts'
import type { Printed } from '../testing/printed.ts'
import type { Evidence } from '../view.ts'

const DATED = 'HTTP/1.1 401 Unauthorized\nDate: Tue, 02 Jul 2024 12:18:47 GMT\n'
const get = (field: string) => `GET / HTTP/1.1\nHost: www.example.com\n${field}\n\n`

/** RFC 7616 §3.9.1. */
const DIGEST = (() => {
  const opaque = 'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
  const nonce = 'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"'
  const offer = (algorithm: string) =>
    `WWW-Authenticate: Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, ${nonce}, ${opaque}\n`
  const answer = (algorithm: string, response: string) =>
    `GET /dir/index.html HTTP/1.1\nHost: www.example.org\nAuthorization: Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=${algorithm}, ${nonce}, nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, response="${response}", ${opaque}\n\n`
  return {
    challenge: `${DATED}${offer('SHA-256')}${offer('MD5')}\n`,
    md5: answer('MD5', '8ca523f5e9506fed4657c9700eebdbec'),
    sha256: answer('SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'),
  }
})()

/** What is right; what specifications print stands on the shelf `testing/specifications/`. */
const right: readonly (readonly [string, string])[] = [
  [
    'a 403 that is final',
    `${get('Authorization: Bearer mF_9.B5f-4.1JqM')}---\nHTTP/1.1 403 Forbidden\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nWWW-Authenticate: Bearer error="insufficient_scope", scope="write"\n\n`,
  ],
  [
    'a proxy that asks',
    'HTTP/1.1 407 Proxy Authentication Required\r\nDate: Tue, 02 Jul 2024 12:18:47 GMT\r\nProxy-Authenticate: Basic realm="p"\r\nContent-Length: 0\r\n\r\n',
  ],
  [
    'what everybody gets',
    `${get('Accept: text/html')}---\nHTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nContent-Type: text/plain\nContent-Length: 2\n\nhi`,
  ],
  [
    'Authentication-Info',
    `HTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nAuthentication-Info: rspauth="9b71", cnonce="f2/w", nc=00000001, qop=auth\n\n`,
  ],
  [
    "Amazon's own syntax",
    get(
      'X-Amz-Date: 20150830T123600Z\nAuthorization: AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    ),
  ],
]

const grave = (example: Example) =>
  lint(readExample(example))
    .filter(({ level }) => level === 'must' || level === 'should')
    .map(({ rule }) => rule)

const shelf = import.meta.glob<readonly Printed[]>('../testing/specifications/*.ts', { eager: true, import: 'default' })
const printed = Object.values(shelf).flat()

describe('what a specification prints', () => {
  it('is there', () => {
    expect(printed.length).toBeGreaterThan(100)
  })

  it.each(printed)('$cite', ({ example, finds }) => {
    expect(grave(example).sort()).toEqual([...finds].sort())
  })
})

describe('a message that is right', () => {
  it.each(right)('%s', (_, text) => {
    expect(grave(text)).toEqual([])
  })
})

/** What the grammar's rules say about challenges that other projects test with. */
const grammar = (values: readonly string[]) => {
  const lines = values.map((value) => `WWW-Authenticate: ${value}\n`).join('')
  return lint(evidenceOf(`${DATED}${lines}\n`)).filter(
    ({ level, subject }) => level === 'must' && subject === 'grammar',
  )
}

/** Right for a recipient, and yet not to be written by a sender; and what the cases don't look at. */
const FOR_SENDERS = [
  ...['auth-param-bad-whitespace', 'list-empty-element', 'realm-not-quoted', 'quotes-wrong-character', 'obs-fold'],
]

describe('the challenges that other projects test with', () => {
  it('are there', () => {
    expect(cases.length).toBeGreaterThan(150)
  })

  it.each(cases)('$id: $values', ({ values, expect: { valid } }) => {
    const ids = grammar(values).map(({ rule }) => rule)
    if (valid) expect(ids.filter((id) => !FOR_SENDERS.includes(id))).toEqual([])
    else expect(ids).not.toEqual([])
  })
})

describe('speed', () => {
  /** Milliseconds of the processor, not of the clock: other work on the machine is not ours. The best of some runs. */
  const best = (runs: number, evidence: Evidence) => {
    const times = Array.from({ length: runs }, () => {
      const start = process.cpuUsage()
      lint(evidence)
      return process.cpuUsage(start).user / 1000
    })
    return Math.min(...times)
  }

  it('lints a usual exchange in a few milliseconds', () => {
    expect(best(500, readExample(`${DIGEST.sha256}---\n${DIGEST.challenge}`))).toBeLessThan(5)
  })

  it.each<readonly [string, string, string, string]>([
    ['commas', '', ',', ''],
    ['quotes', 'Basic realm=', '"', ''],
    ['backslashes', 'Basic realm="', '\\', ''],
    ['schemes', '', 'a b, ', ''],
    ['parameters', 'Digest ', 'a =b ', ''],
    ['equals signs', 'Basic ', '=', 'a'],
    ['apostrophes', 'Digest ', "a='b', ", ''],
    ['spaces', 'Basic', ' ', 'x y'],
    ['dots', 'Bearer eyJ', '.', ''],
    ['at signs', 'https://', '@', ''],
  ])(
    'takes no more than its time for many %s',
    (_, before, unit, behind) => {
      const hostile = (length: number) => {
        const value = before + unit.repeat(length / unit.length) + behind
        const response = `${DATED}WWW-Authenticate: ${value}\nLocation: ${value}\n\n{"error"${' '.repeat(length)}`
        return evidenceOf(`GET ${value} HTTP/1.1\nAuthorization: ${value}\nReferer: ${value}\n\n${value}`, response)
      }
      // Four times as long: linear takes four times, quadratic sixteen. Below the floor, clocks decide.
      const [short, long] = [best(3, hostile(5_000)), best(2, hostile(20_000))]
      expect(long).toBeLessThan(Math.max(300, short * 10))
    },
    30_000,
  )
})
