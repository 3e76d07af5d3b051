/**
 * The server's nonce for logging in again in one round trip: `sr` (RFC 7804 §5.1). It holds its time and a seal, so that
 * the server knows its own without a list of them.
 *
 * It begins with a sign that is no digit: a count is written right before it, and nothing between.
 */

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Env } from '../../auth/scheme.ts'
import { base64url, octetsOf } from '../../text/octets.ts'

const seal = (text: string, secret: string): string =>
  base64url(hmac(sha256, octetsOf(secret), octetsOf(text)).subarray(0, 9))

const sealed = (text: string, secret: string): string => `%${text}.${seal(text, secret)}`

/** `%<milliseconds, base 36>.<chance>.<seal>` */
export const makeSr = (secret: string, env: Env): string =>
  sealed(`${env.now().toString(36)}.${base64url(env.random(6))}`, secret)

const textOf = (sr: string): string | undefined => /^%([0-9a-z]{1,11}\.[\w-]{8})\.[\w-]{12}$/.exec(sr)?.[1]

/** When it was made, in milliseconds since 1970; undefined where it was not made after our recipe. */
export function srTime(sr: string): number | undefined {
  const text = textOf(sr)
  return text === undefined ? undefined : Number.parseInt(text.split('.')[0] ?? '', 36)
}

export function isOwnSr(sr: string, secret: string): boolean {
  const text = textOf(sr)
  return text !== undefined && sr === sealed(text, secret)
}
