import fc from 'fast-check'
import { calculateJwkThumbprint } from 'jose'
import { expect, it } from 'vitest'
import cases from '../auth/cases/credentials.json'
import { canonicalJwk, thumbprint } from './thumbprint.ts'

it('agrees with RFC 7638 §3.1', () => {
  const rsa = {
    kty: 'RSA',
    n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
    e: 'AQAB',
    alg: 'RS256',
    kid: '2011-04-29',
  }
  expect(thumbprint(rsa)).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs')
})

it('is right in every case', () => {
  const thumbprints = cases.filter(({ scheme }) => scheme === 'JWK thumbprint')
  expect(thumbprints).toHaveLength(1)
  for (const { inputs, expect: wanted } of thumbprints)
    expect(thumbprint(inputs.jwk ?? {})).toBe('thumbprint' in wanted ? wanted.thumbprint : 'none')
})

it('agrees with jose for keys of every kind, with whatever else they hold', async () => {
  const text = fc.string({ minLength: 1, unit: fc.constantFrom(...'ABCxyz019-_') })
  const key = fc.oneof(
    fc.record({ kty: fc.constant('EC'), crv: text, x: text, y: text, d: text, use: text }),
    fc.record({ kty: fc.constant('OKP'), crv: text, x: text, kid: text }),
    fc.record({ alg: text, kty: fc.constant('RSA'), n: text, e: text }),
    fc.record({ kty: fc.constant('oct'), k: text }),
  )
  await fc.assert(
    fc.asyncProperty(key, async (jwk) => {
      expect(thumbprint(jwk)).toBe(await calculateJwkThumbprint(jwk))
    }),
  )
})

it.each([
  ['nothing', {}],
  ['a kind that nobody knows', { kty: 'XYZ', x: 'AA' }],
  ['a kind that JavaScript knows', { kty: 'constructor' }],
  ['a member that is missing', { kty: 'OKP', crv: 'Ed25519' }],
  ['a member that is no text', { kty: 'oct', k: 1 }],
])('has no thumbprint for %s', (_, jwk) => {
  expect(canonicalJwk(jwk)).toBeUndefined()
  expect(thumbprint(jwk)).toBeUndefined()
})
