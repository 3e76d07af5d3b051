/** The way back from a nonce to the request that began its session: for the client that checks a proof (RFC 7616 §3.4.2). */

import type { Pair } from '../../auth/scheme.ts'
import { turnOf } from './thread.ts'

/** `nonce:cnonce` of the session's first request; undefined where it begins with this one. */
export function sessionOf(nonce: string, earlier: readonly Pair[]): string | undefined {
  const turns = earlier.map(turnOf).filter(({ confirmed }) => confirmed)
  const first = turns.reduceRight((at, turn) => (turn.next === at && turn.nonce !== undefined ? turn.nonce : at), nonce)
  const opening = turns.find((turn) => turn.nonce === first)
  return opening && `${first}:${opening.cnonce}`
}
