import { createHash, createPublicKey } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64url } from '../../text/octets.ts'
import { DEMO_KEYS } from './demo-keys.ts'
import { bitsOf, kidOf, pemOf, readPem, spkiOf } from './key.ts'

describe('keys', () => {
  it.each(Object.entries(DEMO_KEYS))('of %s are written as Node writes them, and called by their hash', (_, demo) => {
    const theirs = createPublicKey(pemOf(demo))
    expect(pemOf(demo)).toBe(theirs.export({ type: 'spki', format: 'pem' }))
    expect(kidOf(demo)).toBe(createHash('sha256').update(spkiOf(demo)).digest('base64url'))
    expect(demo.kid).toBe(kidOf(demo))
    expect(readPem(pemOf(demo))).toEqual({ n: demo.n, e: demo.e })
    expect(bitsOf(demo)).toBe(2048)
  })

  it.each([
    ['nothing', ''],
    ['no key at all', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'],
    ['a certificate', pemOf(DEMO_KEYS.ada).replaceAll('PUBLIC KEY', 'CERTIFICATE')],
    ['one cut short', pemOf(DEMO_KEYS.ada).replace(/.{64}\n/, '')],
    ['a plus that became a space', pemOf(DEMO_KEYS.ada).replace('+', ' ')],
    ['an exponent that only costs time', pemOf({ n: DEMO_KEYS.ada.n, e: DEMO_KEYS.mufasa.n })],
    ['a key as long as a book', pemOf({ n: '_'.repeat(8000), e: 'AQAB' })],
    ['an exponent of one', pemOf({ n: DEMO_KEYS.ada.n, e: 'AQ' })],
    ['an even exponent', pemOf({ n: DEMO_KEYS.ada.n, e: 'BA' })],
    ['a key of zero', pemOf({ n: 'AA', e: 'AQAB' })],
  ])('are not read from %s', (_, pem) => expect(readPem(pem)).toBeUndefined())

  it('are read from any text without an exception', () => {
    const octets = fc.uint8Array({ maxLength: 60 })
    fc.assert(
      fc.property(
        octets,
        fc.constantFrom('', 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A', 'MB0wDQYJKoZIhvcNAQEBBQAD'),
        (bytes, head) => {
          readPem(`-----BEGIN PUBLIC KEY-----\n${head}${base64url(bytes)}\n-----END PUBLIC KEY-----`)
        },
      ),
    )
  })
})
