/** The hash functions of Digest (RFC 7616 §3.2, §6.1). Synchronous and in JavaScript: WebCrypto has neither MD5 nor SHA-512/256. */

import { md5 } from '@noble/hashes/legacy.js'
import { sha256, sha512_256 } from '@noble/hashes/sha2.js'
import { hex, octetsOf } from '../../text/octets.ts'

const HASHES = {
  'SHA-256': { label: 'SHA-256', digest: sha256 },
  // A function of its own with its own initial values, not SHA-512 cut short: RFC 7616 §3.9.2 got it wrong (erratum 4897).
  'SHA-512-256': { label: 'SHA-512/256', digest: sha512_256 },
  MD5: { label: 'MD5', digest: md5 },
} as const

type HashName = keyof typeof HASHES
export type AlgorithmName = HashName | `${HashName}-sess`

export interface Algorithm {
  /** As registered. */
  readonly name: AlgorithmName
  /** The function's own name. */
  readonly label: string
  /** Whether A1 is the key of a session (RFC 7616 §3.4.2). */
  readonly session: boolean
  /** `H(data) = <algorithm>(data)`, RFC 7616 §3.3, as lower-case hex (§3.2). */
  H(text: string): string
}

const algorithms = Object.entries(HASHES).flatMap(([name, { label, digest }]): readonly Algorithm[] => {
  const H = (text: string) => hex(digest(octetsOf(text)))
  const plain = { name: name as HashName, label, H }
  return [
    { ...plain, session: false },
    { ...plain, name: `${plain.name}-sess`, session: true },
  ]
})

/** The values that `algorithm` can have. */
export const algorithmNames: readonly AlgorithmName[] = algorithms.map(({ name }) => name)

/** The algorithm that a parameter names; MD5 where there is none (RFC 7616 §3.3); undefined where nobody knows it. */
export function algorithmNamed(name = 'MD5'): Algorithm | undefined {
  return algorithms.find((each) => each.name.toLowerCase() === name.toLowerCase())
}
