/** One judging under way: what was shown, what it is measured against, and the questions so far. */

import { param } from '../../auth/challenge.ts'
import type { Env, Judgement, Refusal, Shown } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import type { Span } from '../../text/span.ts'
import type { Mechanism } from './mechanism.ts'
import type { Space } from './space.ts'

export interface Inquiry extends Transcript {
  readonly mechanism: Mechanism
  value(name: string): string | undefined
  /** Where this parameter stands; all the credentials where it does not. */
  saw(name: string): readonly Span[]
  /** `after` is the space that remembers more. */
  refused(refusal: Refusal, after?: Space): Judgement<Space>
  readonly space: Space
  readonly env: Env
}

export function inquire(mechanism: Mechanism, { field, credentials }: Shown, space: Space, env: Env): Inquiry {
  const find = (name: string) => credentials && param(credentials, name)
  const notes = transcript(mechanism.key, 'RFC 7804 §5')
  return {
    ...notes,
    mechanism,
    value: (name) => find(name)?.value,
    saw: (name) => [find(name)?.span ?? credentials?.span ?? field.value.span],
    refused: (refusal, after = space) => ({
      result: 'refused',
      status: 401,
      refusal,
      steps: notes.steps,
      space: after,
    }),
    space,
    env,
  }
}
