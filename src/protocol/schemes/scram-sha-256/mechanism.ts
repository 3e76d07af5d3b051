/** What the two SCRAM schemes differ in: the hash, and the names that follow from it. */

import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { CHash } from '@noble/hashes/utils.js'

export interface Mechanism {
  /** As registered (RFC 7804 §4). */
  readonly name: string
  /** Of its folder: whose questions a transcript holds. */
  readonly key: string
  /** The hash function's own name. */
  readonly label: string
  readonly hash: CHash
  readonly strength: number
}

export const SHA_256: Mechanism = {
  name: 'SCRAM-SHA-256',
  key: 'scram-sha-256',
  label: 'SHA-256',
  hash: sha256,
  strength: 6,
}

/** For databases that hold its keys already: new ones take SHA-256 (RFC 7804 §4). */
export const SHA_1: Mechanism = {
  name: 'SCRAM-SHA-1',
  key: 'scram-sha-1',
  label: 'SHA-1',
  hash: sha1,
  strength: 5,
}
