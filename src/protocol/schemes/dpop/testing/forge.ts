/** Proofs for tests, right ones and all kinds of wrong ones: headers and claims are as asked for, and really signed. */

import { envAt } from '../../../auth/testing/env.ts'
import { parseRequest } from '../../../http/parse.ts'
import { publicKeyOf, signP256 } from '../../../keys/p256.ts'
import { base64url, octetsOf } from '../../../text/octets.ts'
import { type Token, token } from '../../../text/span.ts'
import type { ProofOptions } from '../proof.ts'
import { askedBy } from '../target-uri.ts'

export const NOON = Date.UTC(2026, 0, 1, 12)
export const SECOND = NOON / 1000

/** Demonstration keys; nobody else's. */
export const OURS = 'AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA'
export const THEIRS = 'ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8'

const PUBLIC = new Map([OURS, THEIRS].map((d) => [d, publicKeyOf(d)]))

export const whole = (text: string): Token => token(text, 0, text.length)
export const b64 = (value: unknown): string => base64url(octetsOf(JSON.stringify(value)))

/** Members that are given replace those of a right proof; undefined ones are left out. */
export interface Forgery {
  readonly header?: object
  readonly claims?: object
  /** Signs, whatever the header names. */
  readonly d?: string
}

/** A proof for `GET https://api.example.com/r`, made at noon. */
export function forge({ header = {}, claims = {}, d = OURS }: Forgery = {}): string {
  const input = [
    b64({ typ: 'dpop+jwt', alg: 'ES256', jwk: PUBLIC.get(d), ...header }),
    b64({ jti: 'one', htm: 'GET', htu: 'https://api.example.com/r', iat: SECOND, ...claims }),
  ].join('.')
  return `${input}.${base64url(signP256(octetsOf(input), d))}`
}

export const asked = askedBy(parseRequest('GET /r?a=1 HTTP/1.1\nHost: api.example.com\n\n'))
export const env = envAt(NOON)
export const options: ProofOptions = { lifetime: 60, seen: [] }
