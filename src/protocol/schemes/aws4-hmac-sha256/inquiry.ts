/** One judging under way: what was shown, what it is measured against, and the questions so far. */

import type { Env, Shown } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { FieldDraft, HttpRequest } from '../../http/message.ts'
import type { Span } from '../../text/span.ts'
import { fieldValue } from './canonical.ts'
import { type ParamName, paramNamed } from './credential.ts'
import type { Space } from './space.ts'

export interface Inquiry extends Transcript {
  /** A part of the credentials as it stands there; undefined where there is none. */
  part(name: ParamName): string | undefined
  /** Where a part stands; all the credentials where there is none. */
  place(name: ParamName): readonly Span[]
  /** A request field's value, by its name in lower case. */
  value(name: string): string | undefined
  /** Where the lines of these fields stand. */
  lines(...names: readonly string[]): readonly Span[]
  readonly fields: readonly FieldDraft[]
  readonly space: Space
  readonly request: HttpRequest
  readonly env: Env
}

/** Status and kind of a refusal. */
export type Objection = readonly [status: 400 | 403, kind: string]

export function inquire({ field, credentials }: Shown, space: Space, request: HttpRequest, env: Env): Inquiry {
  const fields = request.fields.map(({ name, value }): FieldDraft => [name.text, value.text])
  return {
    ...transcript('aws4-hmac-sha256', 'AWS §sig-v4-header-based-auth'),
    part: (name) => paramNamed(credentials, name)?.raw.text,
    place: (name) => [paramNamed(credentials, name)?.raw.span ?? field.value.span],
    value: (name) => fieldValue(fields, name),
    lines: (...names) => names.flatMap((name) => fieldsNamed(request, name).map(({ span }) => span)),
    fields,
    space,
    request,
    env,
  }
}
