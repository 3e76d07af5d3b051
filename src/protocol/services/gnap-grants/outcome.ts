/** What an endpoint gives back, and the errors that clients are told (RFC 9635 §3.6). */

import type { FieldDraft, Step } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import { gnapChallenge } from '../../schemes/gnap/scheme.ts'
import type { Cite } from '../../text/cite.ts'
import type { Call, Served } from '../service.ts'
import type { GrantMemory, GrantSettings, Space } from './space.ts'

export type GrantCall = Call<GrantSettings, GrantMemory>
export type Outcome = Served<GrantSettings, GrantMemory>

/** Tokens and nonces are nobody else's business (RFC 9635 §3). */
export const NO_STORE: FieldDraft = ['Cache-Control', 'no-store']

export type ErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_interaction'
  | 'invalid_continuation'
  | 'user_denied'
  | 'request_denied'

/** The gate is that of the last question. With a 401 goes a challenge, as RFC 9110 §15.5.2 wants it. */
export function refused(
  { space }: { readonly space: Space },
  steps: readonly Step[],
  status: 400 | 401 | 403,
  code: ErrorCode,
): Outcome {
  const challenge = gnapChallenge(space.settings.grantUri)
  return {
    status,
    failed: steps.at(-1)?.gate ?? 'valid',
    fields: [...(status === 401 ? [['WWW-Authenticate', challenge] as const] : []), NO_STORE],
    body: { error: { code } },
    steps,
    space,
  }
}

/** Two owners take turns in asking: the server itself, and the scheme about the proof. */
export function minutes() {
  const parts: Transcript[] = []
  return {
    part(owner: string, cite: Cite): Transcript {
      const next = transcript(owner, cite)
      parts.push(next)
      return next
    },
    steps: (): readonly Step[] => parts.flatMap(({ steps }) => steps),
  }
}
