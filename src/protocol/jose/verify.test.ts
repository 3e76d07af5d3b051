import fc from 'fast-check'
import * as jose from 'jose'
import { describe, expect, it } from 'vitest'
import { base64url, fromBase64url, octetsOf } from '../text/octets.ts'
import { token } from '../text/span.ts'
import { mintAccessToken } from './access-token.ts'
import { readJwt } from './jwt.ts'
import { hs256, type JwtKey, signJwt } from './sign.ts'
import { type Ed25519Key, verifyJwt } from './verify.ts'

const read = (text: string) => readJwt(token(text, 0, text.length))
const b64 = (text: string) => base64url(octetsOf(text))

/** RFC 7515 §A.1.1. */
const A1_KEY: JwtKey = {
  kid: 'A.1',
  alg: 'HS256',
  k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
}
const A1_INPUT =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'
const A1_SIGNATURE = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

/** RFC 8037 §A.2 and §A.4. Its payload is text, not claims: only the signature is checked here. */
const A4_KEY: Ed25519Key = { kid: 'A.2', alg: 'EdDSA', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
const A4 =
  'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg'
const A2_D = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A'

const OTHER: JwtKey = { kid: 'other', alg: 'HS256', k: b64('another key, of thirty-two octets') }

describe('verifyJwt', () => {
  it('agrees with RFC 7515 §A.1', async () => {
    expect(base64url(hs256(A1_INPUT, A1_KEY))).toBe(A1_SIGNATURE)
    const verified = await verifyJwt(read(`${A1_INPUT}.${A1_SIGNATURE}`), [OTHER, A1_KEY])
    expect(verified).toMatchObject({ result: 'verified', key: A1_KEY })
    expect(verified.workings.map(({ apply, output }) => [apply, output])).toEqual([
      ['ASCII', A1_INPUT],
      ['HMAC-SHA-256', Buffer.from(A1_SIGNATURE, 'base64url').toString('hex')],
      ['base64url', A1_SIGNATURE],
    ])
  })

  it('agrees with RFC 8037 §A.4', async () => {
    expect(await verifyJwt(read(A4), [A4_KEY])).toMatchObject({ result: 'verified', key: A4_KEY })
    const forged = `${A4.slice(0, -3)}${A4.endsWith('KAg') ? 'KBg' : ''}`
    expect(await verifyJwt(read(forged), [A4_KEY])).toMatchObject({ result: 'refused', why: 'signature' })
  })

  it('keeps the key to itself', async () => {
    const { workings } = await verifyJwt(read(`${A1_INPUT}.${A1_SIGNATURE}`), [A1_KEY])
    const open = workings.flatMap(({ input, output }) => [
      output,
      ...input.filter(({ secret }) => !secret).map(({ text }) => text),
    ])
    expect(open.join('\n')).not.toContain(A1_KEY.k)
  })

  const signed = (header: object, key: JwtKey = A1_KEY) => {
    const input = `${b64(JSON.stringify(header))}.${b64('{"sub":"ada"}')}`
    return `${input}.${base64url(hs256(input, key))}`
  }
  it.each([
    ['alg none, RFC 8725 §3.1', `${b64('{"alg":"none"}')}.e30.`, 'algorithm'],
    ['alg nOnE', `${b64('{"alg":"nOnE"}')}.e30.`, 'algorithm'],
    ['alg NONE with a signature', signed({ alg: 'NONE' }), 'algorithm'],
    ['an algorithm in other letters', signed({ alg: 'hs256' }), 'algorithm'],
    ['an algorithm that no key has', signed({ alg: 'HS512' }), 'algorithm'],
    ['an algorithm that is no text', signed({ alg: ['HS256'] }), 'algorithm'],
    ['no algorithm', signed({}), 'algorithm'],
    ['a critical extension, RFC 7515 §4.1.11', signed({ alg: 'HS256', crit: ['b64'], b64: false }), 'critical'],
    ['a kid that no key has', signed({ alg: 'HS256', kid: 'nobody' }), 'key'],
    ['a kid that is no text', signed({ alg: 'HS256', kid: 1 }), 'key'],
    ['a kid of a key for another algorithm', signed({ alg: 'HS256', kid: 'A.2' }), 'key'],
    ['a signature by another key', signed({ alg: 'HS256', kid: 'A.1' }, OTHER), 'signature'],
    ['no signature', signed({ alg: 'HS256' }).replace(/\.[^.]*$/, '.'), 'signature'],
    ['a fourth part', `${signed({ alg: 'HS256' })}.AAAA`, 'signature'],
    ['half a signature', signed({ alg: 'HS256' }).slice(0, -22), 'signature'],
    ['a header that can not be read', `?.e30.${A1_SIGNATURE}`, 'algorithm'],
    [
      'the public key taken for a shared one, RFC 8725 §2.1',
      signed({ alg: 'HS256' }, { kid: 'A.2', alg: 'HS256', k: A4_KEY.x }),
      'signature',
    ],
    ['an Ed25519 signature of the wrong length', `${b64('{"alg":"EdDSA"}')}.e30.AAAA`, 'signature'],
  ])('refuses %s', async (_, text, why) => {
    expect(await verifyJwt(read(text), [A1_KEY, A4_KEY])).toMatchObject({ result: 'refused', why })
  })

  const jsonObject = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
  const key = fc
    .uint8Array({ minLength: 32, maxLength: 96 })
    .map((octets): JwtKey => ({ kid: 'one', alg: 'HS256', k: base64url(octets) }))

  it('verifies what signJwt signs, and jose does too', async () => {
    await fc.assert(
      fc.asyncProperty(jsonObject, key, async (claims, key) => {
        const text = signJwt({ typ: 'at+jwt' }, claims, key)
        expect(await verifyJwt(read(text), [key])).toMatchObject({ result: 'verified' })
        const { payload, protectedHeader } = await jose.compactVerify(text, fromBase64url(key.k) ?? new Uint8Array())
        expect(protectedHeader).toEqual({ typ: 'at+jwt', alg: 'HS256', kid: 'one' })
        expect(new TextDecoder().decode(payload)).toBe(JSON.stringify(claims))
      }),
    )
  })

  it('verifies what jose signs with HS256', async () => {
    await fc.assert(
      fc.asyncProperty(jsonObject, key, async (claims, key) => {
        const text = await new jose.CompactSign(octetsOf(JSON.stringify(claims)))
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .sign(fromBase64url(key.k) ?? new Uint8Array())
        expect(await verifyJwt(read(text), [key])).toMatchObject({ result: 'verified' })
        expect(JSON.stringify(read(text).claims)).toBe(JSON.stringify(claims))
      }),
    )
  })

  it('verifies what jose signs with Ed25519, and nothing else', async () => {
    const jwk = await jose.importJWK({ kty: 'OKP', crv: 'Ed25519', x: A4_KEY.x, d: A2_D }, 'EdDSA')
    await fc.assert(
      fc.asyncProperty(jsonObject, fc.nat(), async (claims, at) => {
        const text = await new jose.CompactSign(octetsOf(JSON.stringify(claims)))
          .setProtectedHeader({ alg: 'EdDSA', kid: 'A.2' })
          .sign(jwk)
        expect(await verifyJwt(read(text), [A4_KEY])).toMatchObject({ result: 'verified' })
        const bent = bendSignature(text, at)
        expect(await verifyJwt(read(bent), [A4_KEY])).toMatchObject({ result: 'refused', why: 'signature' })
      }),
      { numRuns: 20 },
    )
  })

  it('refuses every change of one bit in the signature', async () => {
    const text = signed({ alg: 'HS256' })
    for (let bit = 0; bit < 256; bit++)
      expect(await verifyJwt(read(bendSignature(text, bit)), [A1_KEY])).toMatchObject({ why: 'signature' })
  })
})

function bendSignature(text: string, bit: number): string {
  const dot = text.lastIndexOf('.') + 1
  const octets = Uint8Array.from(Buffer.from(text.slice(dot), 'base64url'))
  const at = Math.floor(bit / 8) % octets.length
  octets[at] = (octets[at] ?? 0) ^ (1 << (bit % 8))
  return text.slice(0, dot) + base64url(octets)
}

describe('mintAccessToken', () => {
  it('gives what jose takes for an access token', async () => {
    const times = { iat: 1_700_000_000, exp: 1_700_000_600 }
    const claims = { iss: 'https://as.example', aud: 'api', sub: 'ada', client_id: 'app', jti: '1', ...times }
    const { payload } = await jose.jwtVerify(
      mintAccessToken(claims, A1_KEY),
      fromBase64url(A1_KEY.k) ?? new Uint8Array(),
      {
        typ: 'at+jwt',
        issuer: 'https://as.example',
        audience: 'api',
        currentDate: new Date(1_700_000_300_000),
        requiredClaims: ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'],
      },
    )
    expect(payload).toEqual(claims)
  })
})
