/** One judging under way: what was shown, what it is measured against, and the questions so far. */

import { param } from '../../auth/challenge.ts'
import type { Env, Shown } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import type { Span } from '../../text/span.ts'
import type { Space } from './space.ts'

export interface Inquiry extends Transcript {
  /** What a parameter means; quoted or not is the same here, as real servers have it. */
  value(name: string): string | undefined
  /** Where these parameters stand; all the credentials where none of them does. */
  saw(...names: readonly string[]): readonly Span[]
  readonly space: Space
  readonly request: HttpRequest
  readonly env: Env
}

export function inquire({ field, credentials }: Shown, space: Space, request: HttpRequest, env: Env): Inquiry {
  const find = (name: string) => credentials && param(credentials, name)
  return {
    ...transcript('digest', 'RFC 7616 §3.4'),
    value: (name) => find(name)?.value,
    saw: (...names) => {
      const spans = names.flatMap((name) => find(name)?.span ?? [])
      return spans.length > 0 ? spans : [credentials?.span ?? field.value.span]
    },
    space,
    request,
    env,
  }
}
