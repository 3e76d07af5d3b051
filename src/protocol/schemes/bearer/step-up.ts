/** Step-up authentication: a genuine token of a login that is too weak, or too long ago, for this resource (RFC 9470). */

import type { Env } from '../../auth/scheme.ts'
import type { Transcript } from '../../auth/transcript.ts'
import type { Span } from '../../text/span.ts'
import { type Access, instantOf, iso, textOf } from './access.ts'
import type { BearerSettings } from './scheme.ts'

/** What is wrong with the login that the token came from, in words for `error_description`. */
export function loggedInTooWeakly(
  { claims: { acr, auth_time } }: Access,
  { acrValues, maxAge }: Pick<BearerSettings, 'acrValues' | 'maxAge'>,
  saw: readonly Span[],
  env: Env,
  { ask }: Pick<Transcript, 'ask'>,
): string | undefined {
  const cite = 'RFC 9470 §3' as const
  if (acrValues) {
    const got = textOf(acr)
    if (!ask('fresh', 'acr', acrValues.includes(got), { saw, knew: { got, wants: acrValues.join(' ') }, cite }))
      return 'A different authentication level is required'
  }
  if (maxAge !== undefined) {
    const at = instantOf(auth_time)
    const recent = at !== undefined && env.now() - at <= maxAge * 1000
    const knew = { at: at === undefined ? '–' : iso(at), now: iso(env.now()), maxAge: String(maxAge) }
    if (!ask('fresh', 'auth-time', recent, { saw, knew, cite })) return 'More recent authentication is required'
  }
  return undefined
}
