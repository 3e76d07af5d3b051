/** What a client can make of a challenge. */

import { type Challenge, param } from '../../auth/challenge.ts'
import { type Algorithm, algorithmNamed } from './hash.ts'
import type { Qop } from './space.ts'

export interface Offer {
  readonly realm: string
  readonly nonce: string
  readonly algorithm: Algorithm
  /** As it was sent, to be sent back. */
  readonly algorithmText?: string
  /** Absent where none is offered: the old way of RFC 2069. */
  readonly qop?: Qop
  readonly opaque?: string
  readonly userhash: boolean
}

/** Undefined where there is no nonce, or nothing known in `algorithm` or `qop` (RFC 7616 §3.3). */
export function readOffer(challenge: Challenge): Offer | undefined {
  const value = (name: string) => param(challenge, name)?.value
  const nonce = value('nonce')
  const algorithmText = value('algorithm')
  const algorithm = algorithmNamed(algorithmText)
  const offered = value('qop')
    ?.split(',')
    .map((each) => each.trim().toLowerCase())
  const qop = (['auth', 'auth-int'] as const).find((each) => offered?.includes(each))
  if (nonce === undefined || !algorithm || (offered && !qop)) return undefined
  // A session key is made with a cnonce, which there is only with qop (RFC 7616 §3.4.2).
  if (algorithm.session && !qop) return undefined
  const userhash = value('userhash')?.toLowerCase() === 'true'
  return { realm: value('realm') ?? '', nonce, algorithm, algorithmText, qop, opaque: value('opaque'), userhash }
}
