/** The three ways to sign a base string (RFC 5849 §3.4.2–§3.4.4). */

import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import type { Working } from '../../auth/scheme.ts'
import { type RsaKey, type RsaPrivateKey, signPkcs1, verifiesPkcs1 } from '../../keys/rsa.ts'
import { base64, fromBase64, hex, octetsOf, sameOctets } from '../../text/octets.ts'
import { encode } from './percent.ts'

export const METHODS = ['HMAC-SHA1', 'RSA-SHA1', 'PLAINTEXT'] as const
export type Method = (typeof METHODS)[number]

/** Names compare with their case (RFC 5849 §3.1). */
export const methodNamed = (name: string | undefined): Method | undefined => METHODS.find((each) => each === name)

/** What both ends share; the token's is empty where no token is used. */
export interface SharedSecrets {
  readonly client: string
  readonly token: string
}

interface Signed {
  readonly signature: string
  readonly workings: readonly Working[]
}

const keyOf = ({ client, token }: SharedSecrets): string => `${encode(client)}&${encode(token)}`

const piecesOf = (secrets: SharedSecrets) => [
  { text: encode(secrets.client), secret: true },
  { text: '&' },
  { text: encode(secrets.token), secret: true },
]

/** `digest = HMAC-SHA1 (key, text)`, RFC 5849 §3.4.2; then Base64. */
export function signHmac(base: string, secrets: SharedSecrets): Signed {
  const digest = hmac(sha1, octetsOf(keyOf(secrets)), octetsOf(base))
  const signature = base64(digest)
  return {
    signature,
    workings: [
      {
        name: 'digest',
        apply: 'HMAC-SHA1',
        input: [...piecesOf(secrets), { text: ', base string' }],
        output: hex(digest),
      },
      { name: 'oauth_signature', apply: 'Base64', input: [{ text: 'digest' }], output: signature },
    ],
  }
}

/** RSASSA-PKCS1-v1_5 with SHA-1 (RFC 5849 §3.4.3). No shared secret takes part. */
export function signRsa(base: string, key: RsaPrivateKey): Signed {
  const signature = base64(signPkcs1(octetsOf(base), key, 'SHA-1'))
  const input = [{ text: 'private key', secret: true }, { text: ', base string' }]
  return { signature, workings: [{ name: 'oauth_signature', apply: 'RSASSA-PKCS1-v1_5', input, output: signature }] }
}

/** Both secrets, for everybody to read: nothing is signed (RFC 5849 §3.4.4). */
export function signPlaintext(secrets: SharedSecrets): Signed {
  const signature = keyOf(secrets)
  const input = piecesOf(secrets)
  return { signature, workings: [{ name: 'oauth_signature', apply: 'join', input, output: signature }] }
}

export const sameText = (one: string, other: string): boolean => sameOctets(octetsOf(one), octetsOf(other))

/** Whether the owner of the private key signed this (RFC 5849 §3.4.3). */
export function verifiesRsa(base: string, signature: string, key: RsaKey): boolean {
  const octets = fromBase64(signature)
  return octets !== undefined && verifiesPkcs1(octetsOf(base), octets, key, 'SHA-1')
}
