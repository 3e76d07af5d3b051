/** `Content-Digest`: the hash of a message's content, so that a signature over fields covers the body too (RFC 9530 §2). */

import { sha256, sha512 } from '@noble/hashes/sha2.js'
import type { Working } from '../auth/scheme.ts'
import { fieldsNamed } from '../http/field.ts'
import type { HttpMessage } from '../http/message.ts'
import { base64, octetsOf, sameOctets } from '../text/octets.ts'
import { type Member, parseDictionary, printBare } from './structured-fields.ts'

/** The active ones of the registry (RFC 9530 §5); the deprecated ones (md5, sha …) prove nothing. */
const HASHES = {
  'sha-256': { hash: sha256, apply: 'SHA-256' },
  'sha-512': { hash: sha512, apply: 'SHA-512' },
} as const
export type DigestAlgorithm = keyof typeof HASHES

const isKnown = (name: string): name is DigestAlgorithm => Object.hasOwn(HASHES, name)

/** `sha-256=:…:`, RFC 9530 §2. */
export const contentDigest = (body: string, algorithm: DigestAlgorithm): string =>
  `${algorithm}=${printBare({ kind: 'bytes', octets: HASHES[algorithm].hash(octetsOf(body)) })}`

export interface DigestCheck {
  /** `absent`: no field; `unknown`: no algorithm that we take; `unreadable`: no dictionary of hashes. */
  readonly result: 'right' | 'wrong' | 'absent' | 'unknown' | 'unreadable'
  readonly workings: readonly Working[]
}

/** Whether every digest that we know is that of the body; one at least must be (RFC 9530 §2). */
export function checkContentDigest(message: HttpMessage): DigestCheck {
  const fields = fieldsNamed(message, 'Content-Digest')
  if (fields.length === 0) return { result: 'absent', workings: [] }
  const members = fields.map(({ value }) => parseDictionary(value))
  if (members.some((each) => each === undefined)) return { result: 'unreadable', workings: [] }
  const tried = members.flatMap((each) => each ?? []).flatMap((member) => attempt(member, message.body.text))
  if (tried.length === 0) return { result: 'unknown', workings: [] }
  return {
    result: tried.every(({ right }) => right) ? 'right' : 'wrong',
    workings: tried.map(({ working }) => working),
  }
}

function attempt({ key, value }: Member, body: string) {
  if (!isKnown(key.text)) return []
  const { hash, apply } = HASHES[key.text]
  const octets = hash(octetsOf(body))
  const right = value.kind === 'item' && value.value.kind === 'bytes' && sameOctets(octets, value.value.octets)
  const working: Working = { name: key.text, apply, input: [{ text: body }], output: base64(octets) }
  return [{ right, working }]
}
