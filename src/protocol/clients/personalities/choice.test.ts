import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { param } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { challengesField, spoilt } from '../../auth/testing/near-grammatical.ts'
import { tokenOf } from '../../auth/testing/shown.ts'
import { type Choice, choice, type Lines } from './choice.ts'
import { personalities } from './index.ts'

const names = personalities.map(({ name }) => name)
const named = (name: string) => {
  const found = personalities.find((each) => each.name === name)
  if (!found) throw new Error(`Nobody knows ${name}`)
  return found
}
/** A line for each text. */
const linesOf = (texts: readonly string[]): Lines => texts.map((text) => parseChallenges(tokenOf(text)).value)

const digest = (algorithm: string, nonce: string, qop = 'auth') =>
  `Digest realm="${nonce}", nonce="${nonce}", qop="${qop}"${algorithm && `, algorithm=${algorithm}`}`
const [sha256, md5, sha3, sha512] = [
  digest('SHA-256', '1'),
  digest('MD5', '2'),
  digest('SHA3-256', '3'),
  digest('SHA-512-256', '5'),
]
const [sess, plain512, authInt, bare] = [
  digest('SHA-256-sess', '6'),
  digest('SHA-512', '7'),
  digest('', '8', 'auth-int'),
  'Digest realm="9", qop="auth"',
]
const [basic, bearer] = ['Basic realm="b"', 'Bearer realm="t"']
const one = (...texts: readonly string[]) => texts.join(', ')

/** `Digest 1 MD5`: which it takes, by its nonce, and the algorithm that it calculates with. */
function told(found: Choice): string {
  switch (found.result) {
    case 'answers': {
      const { challenge, algorithm } = found
      return [challenge.scheme.text, param(challenge, 'nonce')?.value, algorithm].filter(Boolean).join(' ')
    }
    case 'unoffered':
      return `${found.scheme}!`
    case 'nothing':
      return `- ${found.because}`
    case 'unread':
      return '?'
  }
}

/** By client: what each of them sent. Measured on 127.0.0.1 with the versions that the personalities name. */
const measured: readonly (readonly [readonly string[], curl: string, wget: string, requests: string, httpx: string])[] =
  [
    // The reference's own table.
    [[sha256, md5, basic], 'Digest 1 SHA-256', 'Basic', 'Digest 1 MD5', 'Digest 1 SHA-256'],
    [[sha3, md5], '- algorithm', 'Digest 2 MD5', 'Digest 3 MD5', '- algorithm'],
    [[one(sha256, md5, basic)], 'Digest 1 MD5', 'Digest 1 MD5', 'Digest 1 MD5', 'Digest 1 MD5'],
    [[basic, sha256], 'Digest 1 SHA-256', 'Digest 1 MD5', 'Digest 1 SHA-256', 'Digest 1 SHA-256'],
    [[sess], 'Digest 6 SHA-256-sess', 'Digest 6 MD5', '- algorithm', 'Digest 6 SHA-256-sess'],
    [[sha512], 'Digest 5 SHA-512-256', 'Digest 5 MD5', '- algorithm', '- algorithm'],
    [[digest('MD5', '2', 'auth,auth-int')], 'Digest 2 MD5', 'Digest 2 MD5', 'Digest 2 MD5', 'Digest 2 MD5'],
    [['Negotiate', 'NTLM', basic], '- ticket', 'NTLM', '- unknown', '- unknown'],
    // What else there is to know.
    [[sha256, md5], 'Digest 1 SHA-256', 'Digest 2 MD5', 'Digest 1 MD5', 'Digest 1 SHA-256'],
    [[md5, sha256], 'Digest 2 MD5', 'Digest 1 MD5', 'Digest 2 SHA-256', 'Digest 2 MD5'],
    [[one(md5, sha256)], 'Digest 2 SHA-256', 'Digest 2 MD5', 'Digest 2 SHA-256', 'Digest 2 SHA-256'],
    [[one(sha3, md5)], 'Digest 3 MD5', 'Digest 3 MD5', 'Digest 3 MD5', 'Digest 3 MD5'],
    [[md5, sha3], 'Digest 2 MD5', 'Digest 3 MD5', '- algorithm', 'Digest 2 MD5'],
    [[sha3, basic], '- algorithm', 'Basic', '- algorithm', '- algorithm'],
    [[sha512, md5], 'Digest 5 SHA-512-256', 'Digest 2 MD5', 'Digest 5 MD5', '- algorithm'],
    [[plain512], '- algorithm', 'Digest 7 MD5', 'Digest 7 SHA-512', 'Digest 7 SHA-512'],
    [[md5, basic], 'Digest 2 MD5', 'Basic', 'Digest 2 MD5', 'Digest 2 MD5'],
    [[one(basic, md5)], 'Digest 2 MD5', 'Digest 2 MD5', 'Digest 2 MD5', '- line-start'],
    [[one(bearer, md5, basic)], 'Digest 2 MD5', 'Digest 2 MD5', 'Digest 2 MD5', '- line-start'],
    [[bearer, basic], 'Basic', 'Basic', '- unknown', '- unknown'],
    [[bearer, md5, basic], 'Digest 2 MD5', 'Basic', 'Digest 2 MD5', 'Digest 2 MD5'],
    [[basic, bearer], 'Basic', 'Basic!', '- unknown', '- unknown'],
    [[md5, bearer], 'Digest 2 MD5', 'Basic!', 'Digest 2 MD5', 'Digest 2 MD5'],
    [[md5, 'DPoP algs="ES256"'], 'Digest 2 MD5', '- last-line', 'Digest 2 MD5', 'Digest 2 MD5'],
    [[basic, 'Negotiate'], '- ticket', '- last-line', '- unknown', '- unknown'],
    [[one(bearer, md5), basic], 'Digest 2 MD5', 'Digest 2 MD5', 'Digest 2 MD5', '- line-start'],
    [[basic, one(bearer, md5)], 'Digest 2 MD5', 'Digest 2 MD5', 'Digest 2 MD5', '- line-start'],
    [[bearer], '- unknown', '- unknown', '- unknown', '- unknown'],
    [['Negotiate', basic], '- ticket', 'Basic', '- unknown', '- unknown'],
    [[one('Negotiate', 'NTLM', basic)], '- ticket', 'Basic', '- unknown', '- unknown'],
    [[basic, 'NTLM'], 'NTLM', 'NTLM', '- unknown', '- unknown'],
    [[one(basic, 'NTLM')], 'NTLM', 'Basic', '- unknown', '- unknown'],
    [['NTLM', md5], 'Digest 2 MD5', 'NTLM', 'Digest 2 MD5', 'Digest 2 MD5'],
    [[authInt, md5], 'Digest 8', 'Digest 2 MD5', 'Digest 8 MD5', '- qop'],
    [[authInt, basic], 'Digest 8', 'Basic', '- qop', '- qop'],
    [[bare, basic], '- nonce', 'Basic', '- nonce', '- nonce'],
    [[basic, bare], '- nonce', '- nonce', '- nonce', '- nonce'],
    [[sha256, one(basic, md5)], 'Digest 1 SHA-256', 'Basic', 'Digest 1 MD5', 'Digest 1 SHA-256'],
    [[one(sha256, md5), digest('SHA-256', '3')], 'Digest 1 MD5', 'Digest 3 MD5', 'Digest 1 SHA-256', 'Digest 1 MD5'],
  ]

describe('programs choose as they were measured to', () => {
  it.each(measured)('%j', (texts, ...expected) => {
    const found = ['curl', 'wget', 'requests', 'httpx'].map((name) => choice(named(name), linesOf(texts)))
    expect(found.map(told)).toEqual(expected)
  })
})

describe('browsers choose as their code says', () => {
  it.each<readonly [readonly string[], chromium: string, firefox: string, webkitgtk: string]>([
    [[basic, sha256], 'Digest 1 SHA-256', 'Digest 1 SHA-256', 'Basic'],
    [[md5, sha256], 'Digest 2 MD5', 'Digest 1 SHA-256', 'Digest 2 MD5'],
    [[sha256, md5, basic], 'Digest 1 SHA-256', 'Digest 1 SHA-256', 'Basic'],
    [[sha512, md5], 'Digest 2 MD5', 'Digest 2 MD5', '- algorithm'],
    [[one(basic, md5)], 'Basic', 'Digest 2 MD5', 'Digest 2 MD5'],
    [[one(bearer, basic)], '- line-start', 'Basic', 'Basic'],
    [[one(sha256, md5)], 'Digest 1 MD5', 'Digest 1 SHA-256', '- algorithm'],
    [['Negotiate', basic], 'Basic', 'Basic', '?'],
    [['Negotiate', 'NTLM', basic], 'NTLM', 'NTLM', '?'],
    [[md5, 'NTLM'], 'NTLM', 'NTLM', '?'],
    [[authInt, basic], 'Digest 8', 'Digest 8', 'Basic'],
    [[bare, basic], 'Basic', 'Digest', 'Digest'],
    [[bearer], '- unknown', '- unknown', '- unknown'],
  ])('%j', (texts, ...expected) => {
    const found = ['Chromium', 'Firefox', 'WebKitGTK'].map((name) => choice(named(name), linesOf(texts)))
    expect(found.map(told)).toEqual(expected)
  })
})

it.each<readonly [string, readonly string[], object]>([
  ['curl', [basic], { because: 'only' }],
  ['curl', [basic, sha256], { because: 'best' }],
  ['curl', [md5, sha256], { because: 'first' }],
  ['curl', [one(md5, sha256)], { because: 'merged' }],
  ['curl', [sha512, basic], { remark: 'sha-512-256' }],
  ['curl', [authInt, basic], { remark: 'auth-int' }],
  ['Firefox', [md5, sha256], { because: 'algorithm' }],
  ['Firefox', [sha512, basic], { because: 'second' }],
  ['Firefox', [authInt, basic], { remark: 'without-qop' }],
  ['Chromium', [one(basic, md5)], { because: 'line-start' }],
  ['wget', [md5, basic], { because: 'last-line' }],
  ['wget', [one(basic, sha256)], { because: 'best', remark: 'md5-anyway' }],
])('%s says why it takes one of %j', (name, texts, expected) => {
  expect(choice(named(name), linesOf(texts))).toMatchObject(expected)
})

it('finds seven clients, each with a source', () => {
  expect(new Set(names).size).toBe(7)
  for (const { source } of personalities)
    expect(source.kind === 'code' ? source.href : source.versions).toMatch(/^(?:https:\/\/|\d)/)
})

it('chooses something that was offered, of any text', () => {
  fc.assert(
    fc.property(fc.array(spoilt(challengesField), { maxLength: 3 }), (texts) => {
      const lines = linesOf(texts)
      for (const each of personalities) {
        const found = choice(each, lines)
        if (found.result === 'answers') expect(lines.flat()).toContain(found.challenge)
      }
    }),
    { numRuns: 100 },
  )
})
