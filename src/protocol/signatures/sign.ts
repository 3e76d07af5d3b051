/** The algorithms of message signatures (RFC 9421 §3.3): signing and verifying a text. */

import { ed25519 } from '@noble/curves/ed25519.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Env, Secret, Working } from '../auth/scheme.ts'
import { publicKeyOf, signP256, verifiesP256 } from '../keys/p256.ts'
import { type RsaKey, type RsaPrivateKey, signPkcs1, signPss, verifiesPkcs1, verifiesPss } from '../keys/rsa.ts'
import { base64, base64url, fromBase64, fromBase64url, octetsOf, sameOctets } from '../text/octets.ts'

/** What a verifier holds: a key is good for one algorithm, and the message has no say in it (RFC 9421 §3.2 step 6). */
export type VerifyingKey =
  /** `k` is Base64. */
  | { readonly alg: 'hmac-sha256'; readonly k: string }
  /** The rest as in a JWK, base64url (RFC 8037 §2, RFC 7518 §6). */
  | { readonly alg: 'ed25519'; readonly x: string }
  | { readonly alg: 'ecdsa-p256-sha256'; readonly x: string; readonly y: string }
  | ({ readonly alg: 'rsa-pss-sha512' | 'rsa-v1_5-sha256' } & RsaKey)

/** What a signer holds. */
export type SigningKey =
  | { readonly alg: 'hmac-sha256'; readonly k: string }
  | { readonly alg: 'ed25519' | 'ecdsa-p256-sha256'; readonly d: string }
  | ({ readonly alg: 'rsa-pss-sha512' | 'rsa-v1_5-sha256' } & RsaPrivateKey)

export type Algorithm = VerifyingKey['alg']

/** RSASSA-PSS with SHA-512 takes a salt as long as the hash (RFC 9421 §3.3.1). */
const SALT = 64

/** The key that a secret's facts make up; undefined where they make up none. */
export function signingKeyOf({ alg, k, d, n, e }: Secret): SigningKey | undefined {
  switch (alg) {
    case 'hmac-sha256':
      return k === undefined ? undefined : { alg, k }
    case 'ed25519':
    case 'ecdsa-p256-sha256':
      return d === undefined || fromBase64url(d)?.length !== 32 ? undefined : { alg, d }
    case 'rsa-pss-sha512':
    case 'rsa-v1_5-sha256':
      return d === undefined || n === undefined || e === undefined ? undefined : { alg, n, e, d }
    default:
      return undefined
  }
}

/** What a verifier needs of it. */
export function verifyingKeyOf(key: SigningKey): VerifyingKey {
  switch (key.alg) {
    case 'hmac-sha256':
      return key
    case 'ed25519':
      return { alg: key.alg, x: base64url(ed25519.getPublicKey(fromBase64url(key.d) ?? new Uint8Array())) }
    case 'ecdsa-p256-sha256': {
      const { x, y } = publicKeyOf(key.d)
      return { alg: key.alg, x, y }
    }
    default:
      return { alg: key.alg, n: key.n, e: key.e }
  }
}

/** HMAC, Ed25519 and RSASSA-PKCS1-v1_5 give the same every time, and so does our ECDSA (RFC 6979); PSS takes a salt. */
export function sign(text: string, key: SigningKey, env: Pick<Env, 'random'>): Uint8Array {
  const message = octetsOf(text)
  switch (key.alg) {
    case 'hmac-sha256':
      return mac(message, key.k)
    case 'ed25519':
      return ed25519.sign(message, fromBase64url(key.d) ?? new Uint8Array())
    case 'ecdsa-p256-sha256':
      return signP256(message, key.d)
    case 'rsa-pss-sha512':
      return signPss(message, env.random(SALT), key, 'SHA-512')
    case 'rsa-v1_5-sha256':
      return signPkcs1(message, key, 'SHA-256')
  }
}

/** Never throws: a key or a signature that is none verifies nothing. */
export function verifies(text: string, signature: Uint8Array, key: VerifyingKey): boolean {
  const message = octetsOf(text)
  switch (key.alg) {
    case 'hmac-sha256':
      return sameOctets(mac(message, key.k), signature)
    case 'ed25519':
      return verifiesEd25519(message, signature, key.x)
    case 'ecdsa-p256-sha256':
      return verifiesP256(message, signature, key)
    case 'rsa-pss-sha512':
      return verifiesPss(message, signature, key, 'SHA-512', SALT)
    case 'rsa-v1_5-sha256':
      return verifiesPkcs1(message, signature, key, 'SHA-256')
  }
}

const mac = (message: Uint8Array, k: string) => hmac(sha256, fromBase64(k) ?? new Uint8Array(), message)

function verifiesEd25519(message: Uint8Array, signature: Uint8Array, x: string): boolean {
  const octets = fromBase64url(x)
  if (octets?.length !== 32 || signature.length !== 64) return false
  try {
    return ed25519.verify(signature, message, octets, { zip215: false })
  } catch {
    return false
  }
}

const APPLY: Readonly<Record<Algorithm, string>> = {
  'hmac-sha256': 'HMAC-SHA-256',
  ed25519: 'Ed25519',
  'ecdsa-p256-sha256': 'ECDSA P-256',
  'rsa-pss-sha512': 'RSASSA-PSS',
  'rsa-v1_5-sha256': 'RSASSA-PKCS1-v1_5',
}

/** The line of arithmetic for a signature over `of`. */
export const signing = (key: SigningKey, of: string, signature: Uint8Array): Working => ({
  name: 'signature',
  apply: APPLY[key.alg],
  input: [{ text: key.alg === 'hmac-sha256' ? key.k : key.d, secret: true }, { text: `, ${of}` }],
  output: base64(signature),
})

/** The line of arithmetic for verifying one: a MAC is calculated again, a signature only looked at with the public key. */
export function verifying(key: VerifyingKey, of: string, text: string, holds: boolean): Working {
  if (key.alg === 'hmac-sha256')
    return {
      name: 'signature',
      apply: APPLY[key.alg],
      input: [{ text: key.k, secret: true }, { text: `, ${of}` }],
      output: base64(mac(octetsOf(text), key.k)),
    }
  const shown = 'x' in key ? key.x : key.n
  return {
    name: 'verified',
    apply: APPLY[key.alg],
    input: [{ text: shown }, { text: `, ${of}, signature` }],
    output: String(holds),
  }
}
