/** The hash that ties the person's way back to the request that sent them away (RFC 9635 §4.2.3). */

import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { sha3_512 } from '@noble/hashes/sha3.js'
import type { Working } from '../../auth/scheme.ts'
import { base64url, octetsOf } from '../../text/octets.ts'

const METHODS = {
  'sha-256': { hash: sha256, apply: 'SHA-256' },
  'sha-512': { hash: sha512, apply: 'SHA-512' },
  'sha3-512': { hash: sha3_512, apply: 'SHA3-512' },
} as const
export type HashMethod = keyof typeof METHODS

export const isHashMethod = (name: string): name is HashMethod => Object.hasOwn(METHODS, name)

export interface Ingredients {
  /** The client's `interact.finish.nonce`. */
  readonly clientNonce: string
  /** The server's `interact.finish`. */
  readonly serverNonce: string
  readonly interactRef: string
  readonly grantEndpoint: string
}

/** Four lines, joined by line feeds: client's nonce, server's nonce, reference, grant endpoint. */
export function interactionHash(
  { clientNonce, serverNonce, interactRef, grantEndpoint }: Ingredients,
  method: HashMethod,
): Working {
  const text = [clientNonce, serverNonce, interactRef, grantEndpoint].join('\n')
  const { hash, apply } = METHODS[method]
  return { name: 'hash', apply: `base64url ${apply}`, input: [{ text }], output: base64url(hash(octetsOf(text))) }
}
