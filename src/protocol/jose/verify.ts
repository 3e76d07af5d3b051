/** Verifies the signature of a JSON Web Token: HS256 (RFC 7518 §3.2) and Ed25519 (RFC 8037 §3.1). */

import type { Working } from '../auth/scheme.ts'
import { base64url, fromBase64url, hex, octetsOf, sameOctets } from '../text/octets.ts'
import type { Jwt } from './jwt.ts'
import { hs256, type JwtKey } from './sign.ts'

/** A public key; `x` as in a JWK, base64url (RFC 8037 §2). */
export type Ed25519Key = { readonly kid: string; readonly alg: 'EdDSA'; readonly x: string }

/** Each key is good for one algorithm, and the token has no say in it (RFC 8725 §3.1). */
export type IssuerKey = JwtKey | Ed25519Key

/** The questions, in order; `why` names the one that failed. */
export const PROOF = ['algorithm', 'critical', 'key', 'signature'] as const

export type Verification = { readonly workings: readonly Working[] } & (
  | { readonly result: 'verified'; readonly key: IssuerKey; readonly why?: undefined }
  | { readonly result: 'refused'; readonly why: (typeof PROOF)[number] }
)

/**
 * Against the keys of one issuer. The algorithm must be that of a key, letter for letter, so `none` is refused however it
 * is spelled; `crit` is refused since we know no extension (RFC 7515 §4.1.11); a `kid` must name a key.
 */
export async function verifyJwt(jwt: Jwt, keys: readonly IssuerKey[]): Promise<Verification> {
  const refused = (why: (typeof PROOF)[number], workings: readonly Working[] = []) =>
    ({ result: 'refused', why, workings }) as const
  const { header = {} } = jwt
  const fitting = keys.filter(({ alg }) => alg === header.alg)
  if (fitting.length === 0) return refused('algorithm')
  if (header.crit !== undefined) return refused('critical')
  const candidates = fitting.filter(({ kid }) => header.kid === undefined || header.kid === kid)
  if (candidates.length === 0) return refused('key')
  const tried: Tried[] = []
  for (const key of candidates) tried.push(key.alg === 'HS256' ? tryHs256(jwt, key) : await tryEd25519(jwt, key))
  const right = tried.find(({ holds }) => holds)
  if (right) return { result: 'verified', key: right.key, workings: right.workings }
  return refused('signature', tried[0]?.workings)
}

interface Tried {
  readonly holds: boolean
  readonly key: IssuerKey
  readonly workings: readonly Working[]
}

function tryHs256({ signingInput, signature }: Jwt, key: JwtKey): Tried {
  const right = hs256(signingInput, key)
  return {
    holds: signature !== undefined && sameOctets(signature, right),
    key,
    workings: [
      signingInputOf(signingInput),
      {
        name: 'HMAC',
        apply: 'HMAC-SHA-256',
        input: [{ text: key.k, secret: true }, { text: ', ' }, { text: 'signing input' }],
        output: hex(right),
      },
      { name: 'signature', apply: 'base64url', input: [{ text: 'HMAC' }], output: base64url(right) },
    ],
  }
}

async function tryEd25519({ signingInput, signature }: Jwt, key: Ed25519Key): Promise<Tried> {
  const { ed25519 } = await import('@noble/curves/ed25519.js')
  const x = fromBase64url(key.x)
  if (x?.length !== 32) throw new Error(`The key ${key.kid} is not an Ed25519 public key`)
  const holds = signature?.length === 64 && ed25519.verify(signature, octetsOf(signingInput), x, { zip215: false })
  const input = [{ text: key.x }, { text: ', ' }, { text: 'signing input' }, { text: ', ' }, { text: 'signature' }]
  return {
    holds,
    key,
    workings: [signingInputOf(signingInput), { name: 'verified', apply: 'Ed25519', input, output: String(holds) }],
  }
}

/** Base64url is ASCII, so the octets are the characters. */
const signingInputOf = (text: string): Working => {
  const [header = '', claims = ''] = text.split('.')
  return {
    name: 'signing input',
    apply: 'ASCII',
    input: [{ text: header }, { text: '.' }, { text: claims }],
    output: text,
  }
}
