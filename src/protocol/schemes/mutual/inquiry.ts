/** One judging under way: what was shown, what it is measured against, and the questions so far. */

import { param } from '../../auth/challenge.ts'
import type { Env, Judgement, Refusal, Shown } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import type { Span } from '../../text/span.ts'
import { nameIn } from './names.ts'
import type { Space } from './space.ts'

export interface Inquiry extends Transcript {
  value(name: string): string | undefined
  /** Where these parameters stand; all the credentials where none of them does. */
  saw(...names: readonly string[]): readonly Span[]
  /** Whom the credentials name. */
  readonly username: string | undefined
  /** `after` is the space that remembers more. */
  refused(refusal: Refusal, after?: Space): Judgement<Space>
  readonly space: Space
  readonly request: HttpRequest
  readonly env: Env
}

export function inquire({ field, credentials }: Shown, space: Space, request: HttpRequest, env: Env): Inquiry {
  const find = (name: string) => credentials && param(credentials, name)
  const notes = transcript('mutual', 'RFC 8120 §11')
  return {
    ...notes,
    value: (name) => find(name)?.value,
    saw: (...names) => {
      const spans = names.flatMap((name) => find(name)?.span ?? [])
      return spans.length > 0 ? spans : [credentials?.span ?? field.value.span]
    },
    username: credentials && nameIn(credentials),
    refused: (refusal, after = space) => ({
      result: 'refused',
      status: 401,
      refusal,
      steps: notes.steps,
      space: after,
    }),
    space,
    request,
    env,
  }
}
