/** What a HOBA signature is made over: never sent, but put together by both sides (RFC 7486 §2). */

import type { Working } from '../../auth/scheme.ts'
import { octetsOf } from '../../text/octets.ts'

export interface Blob {
  readonly nonce: string
  /** Number of the signature algorithm (RFC 7486 §9.3). */
  readonly alg: string
  /** With its port, even the default one: `https://example.com:443`. */
  readonly origin: string
  /** Empty where the challenge has none. */
  readonly realm: string
  readonly kid: string
  readonly challenge: string
}

/** In the order in which they are signed. */
const valuesOf = ({ nonce, alg, origin, realm, kid, challenge }: Blob): readonly string[] => [
  nonce,
  alg,
  origin,
  realm,
  kid,
  challenge,
]

/**
 * `HOBA-TBS = len ":" nonce len ":" alg len ":" origin len ":" [ realm ] len ":" kid len ":" challenge`, RFC 7486 §2,
 * with nothing between the fields. Lengths are in octets, so that no value can pass for a part of the next (§8.4).
 */
export const printBlob = (blob: Blob): string =>
  valuesOf(blob)
    .map((value) => `${octetsOf(value).length}:${value}`)
    .join('')

export const blobWorking = (blob: Blob): Working => ({
  name: 'HOBA-TBS',
  apply: 'len:value',
  input: valuesOf(blob).map((text, n) => ({ text: n === 0 ? text : `, ${text}` })),
  output: printBlob(blob),
})
