/** Against another implementation: Node's own. */

import { constants, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64url, octetsOf } from '../text/octets.ts'
import { publicKeyOf, signP256, verifiesP256 } from './p256.ts'
import { inverse, signPkcs1, signPss, verifiesPkcs1, verifiesPss } from './rsa.ts'

const message = octetsOf('The quick brown fox')
/** Each octet changed in one bit, here and there. */
const bent = (octets: Uint8Array) =>
  [0, octets.length >> 1, octets.length - 1].map((at) => octets.map((octet, n) => (n === at ? octet ^ 4 : octet)))

describe('P-256', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { d = '' } = privateKey.export({ format: 'jwk' })
  const key = publicKeyOf(d)

  it('derives the public key that Node has', () => {
    expect(publicKey.export({ format: 'jwk' })).toEqual(key)
  })

  it('signs what Node verifies, and the other way round', () => {
    const signature = signP256(message, d)
    expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
    const theirs = new Uint8Array(sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }))
    expect(verifiesP256(message, theirs, key)).toBe(true)
    for (const wrong of bent(theirs)) expect(verifiesP256(message, wrong, key)).toBe(false)
  })

  it('verifies nothing with a key that is none', () => {
    expect(verifiesP256(message, signP256(message, d), { x: key.y, y: key.x })).toBe(false)
    expect(verifiesP256(message, signP256(message, d), { x: '', y: '*' })).toBe(false)
  })
})

describe('RSA', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const jwk = privateKey.export({ format: 'jwk' }) as { n: string; e: string; d: string }

  it.each(['SHA-1', 'SHA-256', 'SHA-512'] as const)('PKCS #1 v1.5 with %s agrees with Node', (hash) => {
    const ours = signPkcs1(message, jwk, hash)
    expect([...ours]).toEqual([...sign(hash, message, privateKey)])
    expect(verifiesPkcs1(message, ours, jwk, hash)).toBe(true)
    for (const wrong of bent(ours)) expect(verifiesPkcs1(message, wrong, jwk, hash)).toBe(false)
  })

  it.each([
    ['SHA-256', 32],
    ['SHA-384', 48],
  ] as const)('PSS with %s agrees with Node', (hash, saltLength) => {
    const options = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
    const ours = signPss(message, new Uint8Array(saltLength).fill(7), jwk, hash)
    expect(
      verify(
        hash,
        message,
        { key: createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })), ...options },
        ours,
      ),
    ).toBe(true)
    const theirs = new Uint8Array(sign(hash, message, { key: privateKey, ...options }))
    expect(verifiesPss(message, theirs, jwk, hash, saltLength)).toBe(true)
    for (const wrong of bent(theirs)) expect(verifiesPss(message, wrong, jwk, hash, saltLength)).toBe(false)
  })

  it('takes odd signatures for wrong ones', () => {
    for (const odd of [new Uint8Array(), new Uint8Array(128).fill(0xff), fromBase64url('AA') ?? new Uint8Array()]) {
      expect(verifiesPkcs1(message, odd, jwk, 'SHA-256')).toBe(false)
      expect(verifiesPss(message, odd, jwk, 'SHA-256', 32)).toBe(false)
    }
  })

  it('inverts modulo a prime', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 1_000_002n }), (value) => {
        expect(((inverse(value, 1_000_003n) ?? 0n) * value) % 1_000_003n).toBe(1n)
      }),
    )
    expect(inverse(6n, 9n)).toBeUndefined()
  })
})
