/** An HMAC is as strong as its key: long, and by chance. */

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Jwt } from '../../../protocol/jose/jwt.ts'
import { fromBase64url, octetsOf, sameOctets } from '../../../protocol/text/octets.ts'
import { sidesOf } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'
import { jsonOf } from '../bodies.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7518 §3.2',
  title: 'Anybody can guess this {alg} key',
  why: 'Whoever has one token can try keys at leisure, and with the right one signs whatever they like. A key for {alg} must be at least as long as its hash, drawn by chance, and no word that stands in a tutorial.',
  examples: {
    bad: [
      // Signed with `secret`.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWV9.«TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ»\n\n',
      // {"alg":"HS256","jwk":{"kty":"oct","k":"c2VjcmV0"}}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJIUzI1NiIsImp3ayI6eyJrdHkiOiJvY3QiLCJrIjoiYzJWamNtVjAifX0».e30.AA\n\n',
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"keys":[{"kty":"EC","crv":"P-256"},{"kty":"oct","alg":"HS512","k":«"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_"»}]}',
    ],
    good: [
      // RFC 7515 §A.1, and its key.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk\n\n---\nHTTP/1.1 200 OK\n\n{"kty":"oct","alg":"HS256","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}',
      // A key of 128 bits, for AES.
      'HTTP/1.1 200 OK\n\n{"kty":"oct","alg":"A128KW","k":"GawgguFyGrWKav7AX4VKUg"}',
    ],
  },
  check: (view) => [
    ...jwtsIn(view).flatMap(({ token, jwt }): readonly Found[] => {
      const [header, , signature] = jwt.parts
      if (isShort({ alg: jwt.header?.alg, ...objectOf(jwt.header?.jwk) }))
        return [{ in: 'request', span: header?.span ?? token.span, slots: { alg: String(jwt.header?.alg) } }]
      return isNotorious(jwt) ? [{ in: 'request', span: signature?.span ?? token.span, slots: { alg: 'HS256' } }] : []
    }),
    ...sidesOf(view).flatMap(({ in: side, reading }): readonly Found[] => {
      const { body } = reading.message
      const json = body.text.includes('"oct"') ? jsonOf(reading) : undefined
      return [json, ...(Array.isArray(json?.keys) ? json.keys.slice(0, MOST) : [])].flatMap((each) => {
        const jwk = objectOf(each)
        const text = JSON.stringify(jwk.k)
        const start = isShort(jwk) ? body.text.indexOf(text) : -1
        if (start < 0) return []
        const from = body.span.start + start
        return [{ in: side, span: { start: from, end: from + text.length }, slots: { alg: String(jwk.alg) } }]
      })
    }),
  ],
}

/** More keys are not looked at. */
const MOST = 100

type Members = Readonly<Record<string, unknown>>
const objectOf = (value: unknown): Members => (typeof value === 'object' && value !== null ? { ...value } : {})

/** Octets of the hash, which a key must have at least. */
const LENGTHS: Readonly<Record<string, number>> = { HS256: 32, HS384: 48, HS512: 64 }

function isShort({ kty, alg, k }: Members): boolean {
  const least = Object.hasOwn(LENGTHS, String(alg)) ? LENGTHS[String(alg)] : undefined
  const key = typeof k === 'string' ? fromBase64url(k) : undefined
  return kty === 'oct' && least !== undefined && key !== undefined && key.length < least
}

/** From debuggers, tutorials and frameworks' first steps. */
const NOTORIOUS = [
  ...['secret', 'your-256-bit-secret', 'a-string-secret-at-least-256-bits-long', 'changeme', 'password'],
].map(octetsOf)

/** Longer tokens are not tried: who made them had more than a tutorial. */
const LONGEST = 4000

/** By the token’s text: MACs cost more than all that other rules do, and people write on beside a token. */
const known = new Map<string, boolean>()
const REMEMBERED = 100

function isNotorious({ header, signature, signingInput, parts }: Jwt): boolean {
  if (header?.alg !== 'HS256' || signature?.length !== 32 || signingInput.length > LONGEST) return false
  const text = `${signingInput}.${parts[2]?.text}`
  const found = known.get(text) ?? isSignedWithAny(octetsOf(signingInput), signature)
  if (known.size > REMEMBERED) known.clear()
  known.set(text, found)
  return found
}

const isSignedWithAny = (input: Uint8Array, signature: Uint8Array): boolean =>
  NOTORIOUS.some((key) => sameOctets(hmac(sha256, key, input), signature))

export default rule
