/** An environment for tests: an instant, chance as given, and one connection. */

import { hmac } from '@noble/hashes/hmac.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { octetsOf } from '../../text/octets.ts'
import type { Connection, Env } from '../scheme.ts'

/** Up to 64 octets of keying material, others for each id, label and context. */
export const connectionNamed = (id: string, certificate?: Uint8Array): Connection => ({
  id,
  certificate,
  exporter: (label, context, n) => hmac(sha512, octetsOf(`${id}/${label}`), context).subarray(0, n),
})

export const envAt = (
  now: number,
  random: Env['random'] = (n) => new Uint8Array(n),
  connection = connectionNamed('1'),
): Env => ({ now: () => now, random, connection })
