import { constants, createSign, generateKeyPairSync, type KeyObject, sign as signWith } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../protocol/jose/jwt.ts'
import { type JwtKey, signJwt } from '../protocol/jose/sign.ts'
import { EXAMPLE } from '../protocol/schemes/vapid/vectors.ts'
import { base64url, octetsOf } from '../protocol/text/octets.ts'
import { evidenceOf } from './testing/example.ts'
import { verifiedIn } from './verify.ts'

const get = (...fields: readonly string[]) => evidenceOf(`GET / HTTP/1.1\nHost: a.example\n${fields.join('\n')}\n\n`)
const verified = (fields: readonly string[], keys: readonly JwtKey[] = []) => verifiedIn(get(...fields), keys)

/** RFC 9449 §7.1. */
const PROOF =
  'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA'

const other = (token: string) => token.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A'))
const KEY: JwtKey = { kid: 'one', alg: 'HS256', k: base64url(new Uint8Array(32).fill(7)) }

describe('verifiedIn', () => {
  it('verifies the proof of RFC 9449 §7.1 with the key that it names', async () => {
    expect(await verified([`DPoP: ${PROOF}`])).toEqual({ [PROOF]: true })
    const changed = PROOF.replace('2oW9', '2oW8')
    expect(await verified([`DPoP: ${changed}`])).toEqual({ [changed]: false })
    const unsigned = PROOF.replace(/[^.]*$/, '')
    expect(await verified([`DPoP: ${unsigned}`])).toEqual({ [unsigned]: false })
  })

  it('verifies the example of RFC 8292 §2.4 with its k', async () => {
    const { t, k } = EXAMPLE
    expect(await verified([`Authorization: vapid t=${t}, k=${k}`])).toEqual({ [t]: true })
    expect(await verified([`Authorization: vapid t="${t}", k=${k.replace('BA1H', 'BA1J')}`])).toEqual({ [t]: false })
    expect(await verified([`Authorization: vapid t=${t}, k=AAAA`])).toEqual({})
  })

  it('verifies access tokens with the keys that are given', async () => {
    const token = signJwt({ typ: 'at+jwt' }, { sub: 'ada' }, KEY)
    expect(await verified([`Authorization: Bearer ${token}`], [KEY])).toEqual({ [token]: true })
    expect(await verified([`Authorization: DPoP ${other(token)}`], [KEY])).toEqual({ [other(token)]: false })
    expect(await verified([`Authorization: Bearer ${token}`])).toEqual({})
    expect(await verified([`Authorization: Bearer ${token}`], [{ ...KEY, kid: 'two' }])).toEqual({})
  })

  it('verifies an access token and its proof together', async () => {
    const token = signJwt({ typ: 'at+jwt' }, { sub: 'ada' }, KEY)
    const fields = [`Authorization: DPoP ${token}`, `DPoP: ${PROOF}`]
    expect(await verified(fields, [KEY])).toEqual({ [token]: true, [PROOF]: true })
  })

  /** A proof of this kind, signed by Node. */
  function proof(
    alg: string,
    keys: { publicKey: KeyObject; privateKey: KeyObject },
    sign: (input: Uint8Array) => Buffer,
  ) {
    const jwk = keys.publicKey.export({ format: 'jwk' })
    const encode = (part: object) => base64url(octetsOf(JSON.stringify(part)))
    const input = `${encode({ typ: 'dpop+jwt', alg, jwk })}.${encode({ htm: 'GET' })}`
    return `${input}.${base64url(sign(octetsOf(input)))}`
  }

  it('verifies what Node signs with RSA and Ed25519', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const pss = { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
    const ed = generateKeyPairSync('ed25519')
    const proofs = [
      proof('RS256', rsa, (input) => createSign('sha256').update(input).sign(rsa.privateKey)),
      proof('PS256', rsa, (input) => createSign('sha256').update(input).sign(pss)),
      proof('EdDSA', ed, (input) => signWith(null, input, ed.privateKey)),
    ]
    for (const each of proofs) {
      expect(await verified([`DPoP: ${each}`])).toEqual({ [each]: true })
      const changed = each.replace(/\.(.)([^.]*)$/, (_, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`)
      expect(await verified([`DPoP: ${changed}`])).toEqual({ [changed]: false })
    }
  })

  const named = (header: JsonObject) => `${base64url(octetsOf(JSON.stringify(header)))}.e30.AAAA`
  it.each([
    ['an algorithm that we lack', named({ alg: 'ES384', jwk: { kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' } })],
    ['a shared key in the header', named({ alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } })],
    ['a key of another kind', named({ alg: 'ES256', jwk: { kty: 'RSA', n: 'AA', e: 'AQAB' } })],
    ['a key that is none', named({ alg: 'ES256', jwk: ['x'] })],
    ['no key', named({ alg: 'ES256' })],
    ['an extension', named({ alg: 'ES256', crit: ['x'], x: 1, jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } })],
    ['a modulus that would take for ever', named({ alg: 'RS256', jwk: { kty: 'RSA', n: 'A'.repeat(1e4), e: 'AQAB' } })],
    ['what is no JWT', 'mF_9.B5f-4.1JqM'],
  ])('says nothing about %s', async (_, token) => {
    expect(await verified([`DPoP: ${token}`, `Authorization: Bearer ${token}`])).toEqual({})
  })

  it('says nothing where nothing is shown', async () => {
    expect(await verifiedIn({}, [KEY])).toEqual({})
    expect(await verified(['Accept: */*'], [KEY])).toEqual({})
  })

  it('never throws, whatever key a proof names', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.base64String().map((each) => each.replaceAll('=', '')),
    )
    const jwk = fc.record({
      kty: fc.constantFrom('EC', 'OKP', 'RSA'),
      crv: fc.constantFrom('P-256', 'Ed25519'),
      ...{ x: text, y: text, n: text, e: text },
    })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('ES256', 'RS256', 'PS256', 'EdDSA'), jwk, async (alg, key) => {
        const results = Object.values(await verified([`DPoP: ${named({ alg, jwk: key })}`]))
        expect(results).not.toContain(true)
      }),
      { numRuns: 60 },
    )
  })
})
