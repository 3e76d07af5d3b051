/** NTLMv2: a keyed hash over the server's challenge and the client's blob (MS-NLMP 3.3.2). */

import { hmac } from '@noble/hashes/hmac.js'
import { md5 } from '@noble/hashes/legacy.js'
import type { Working } from '../../auth/scheme.ts'
import { hex } from '../../text/octets.ts'
import { md4 } from './md4.ts'
import { type AvPair, readPairs } from './target-info.ts'
import { joined, readFiletime, u32, utf16 } from './wire.ts'

/** No salt and no rounds: whoever steals it needs no password any more. */
export const ntHash = (password: string): Uint8Array => md4(utf16(password))

/** Windows knows names in capitals, character by character: `ß` has none that is one character, and stays. */
export const capitals = (text: string): string =>
  Array.from(text, (each) => (each.toUpperCase().length === each.length ? each.toUpperCase() : each)).join('')

/** The key: NT hash, user name in capitals, and the domain as it is (NTOWFv2). */
export const responseKey = (hash: Uint8Array, username: string, domain: string): Uint8Array =>
  hmac(md5, hash, utf16(capitals(username) + domain))

export const proofOf = (key: Uint8Array, challenge: Uint8Array, blob: Uint8Array): Uint8Array =>
  hmac(md5, key, joined(challenge, blob))

export interface Blob {
  /** Milliseconds since 1970. */
  readonly time: number
  readonly pairs: readonly AvPair[]
}

/** Version, time, the client's own challenge, and what the server told of itself (MS-NLMP 2.2.2.7). */
export const writeBlob = (time: Uint8Array, clientChallenge: Uint8Array, targetInfo: Uint8Array): Uint8Array =>
  joined(u32(0x0101), u32(0), time, clientChallenge, u32(0), targetInfo, u32(0))

export function readBlob(octets: Uint8Array): Blob | undefined {
  if (octets.length < 32 || octets[0] !== 1 || octets[1] !== 1) return undefined
  const pairs = readPairs(octets.subarray(28))
  return pairs && { time: readFiletime(octets.subarray(8, 16)), pairs }
}

export interface Response {
  readonly username: string
  readonly domain: string
  readonly challenge: Uint8Array
  readonly blob: Uint8Array
}

/** The calculation, line by line: from the key on for a server that knows the hash only. */
export function calculated(hash: Uint8Array, { username, domain, challenge, blob }: Response) {
  const key = responseKey(hash, username, domain)
  const proof = proofOf(key, challenge, blob)
  const workings: readonly Working[] = [
    {
      name: 'key',
      apply: 'HMAC-MD5',
      input: [{ text: hex(hash), secret: true }, { text: `, UTF-16LE("${capitals(username)}${domain}")` }],
      output: hex(key),
    },
    {
      name: 'NTProofStr',
      apply: 'HMAC-MD5',
      input: [{ text: 'key, ' }, { text: `${hex(challenge)} ‖ ${hex(blob)}` }],
      output: hex(proof),
    },
  ]
  return { proof, workings }
}
