/** What a client can make of a challenge (RFC 9577 §2.1.3). */

import { type Challenge, param } from '../../auth/challenge.ts'
import type { HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'
import type { RsaKey } from '../../keys/rsa.ts'
import { keyIn } from './issuer-key.ts'
import { BLIND_RSA, fromPadded, readChallenge, type TokenChallenge } from './structures.ts'

export interface Offer extends TokenChallenge {
  readonly octets: Uint8Array
  /** Absent where the client is to know the key from elsewhere (RFC 9577 §2.1.2). */
  readonly key?: RsaKey
}

/** Undefined for another token type, a structure that is none, or a key that doesn't fit: clients ignore those. */
export function readOffer(challenge: Challenge): Offer | undefined {
  const octets = fromPadded(param(challenge, 'challenge')?.value ?? '')
  const read = octets && readChallenge(octets)
  if (!octets || read?.type !== BLIND_RSA) return undefined
  const tokenKey = param(challenge, 'token-key')
  if (!tokenKey) return { ...read, octets }
  const spki = fromPadded(tokenKey.value)
  const key = spki && keyIn(spki)
  return key && { ...read, octets, key }
}

/** Whether a challenge is for the origin that sends it: otherwise somebody passed on another's (RFC 9577 §2.1.3). */
export const isFor = ({ origins }: TokenChallenge, request: HttpRequest): boolean =>
  origins === '' ||
  origins
    .split(',')
    .map(named)
    .includes(named(targetOf(request).host))

/** Server names compare without case, and port 443 goes without saying (RFC 9577 §2.1.1.1). */
const named = (name: string) => name.toLowerCase().replace(/:443$/, '')
