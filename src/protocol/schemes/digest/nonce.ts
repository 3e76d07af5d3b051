/**
 * The server's nonces: each holds its time and a seal, so that the server knows its own without a list of them.
 *
 * Base64 of `timestamp H(timestamp ":" secret-data)`, after RFC 7616 §3.3. The timestamp is milliseconds, a point and six
 * random digits ("or other non-repeating values"), as the virtual clock stands still.
 *
 * Departures: no ETag in the hash, so that one nonce serves a whole protection space; half of the hash, so that it fits a line.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Env } from '../../auth/scheme.ts'
import { base64, fromBase64, hex, latin1Text, octetsOf } from '../../text/octets.ts'

const seal = (timestamp: string, secret: string) => hex(sha256(octetsOf(`${timestamp}:${secret}`)).subarray(0, 12))

const sealed = (timestamp: string, secret: string) => base64(octetsOf(`${timestamp} ${seal(timestamp, secret)}`))

export const makeNonce = (secret: string, env: Env): string => sealed(`${env.now()}.${hex(env.random(3))}`, secret)

function timestampOf(nonce: string): string | undefined {
  const octets = fromBase64(nonce)
  return octets && /^([0-9]{1,15}\.[0-9a-f]{6}) [0-9a-f]{24}$/.exec(latin1Text(octets))?.[1]
}

/** When it was made, in milliseconds since 1970; undefined where it was not made after our recipe. */
export function nonceTime(nonce: string): number | undefined {
  const timestamp = timestampOf(nonce)
  return timestamp === undefined ? undefined : Number(timestamp.split('.')[0])
}

/** Whether the server with that secret made it. */
export function isOwnNonce(nonce: string, secret: string): boolean {
  const timestamp = timestampOf(nonce)
  return timestamp !== undefined && nonce === sealed(timestamp, secret)
}
