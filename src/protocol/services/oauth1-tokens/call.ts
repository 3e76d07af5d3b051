/** One call under way, in the terms of this service. */

import type { FieldDraft, Gate } from '../../auth/scheme.ts'
import { reasonOf } from '../../http/reason.ts'
import type { Space as Resources } from '../../schemes/oauth/space.ts'
import type { Call, Served } from '../service.ts'
import type { Memory, Settings, Temporary } from './space.ts'

export type Own = Call<Settings, Memory>
export type Answered = Served<Settings, Memory>

export interface Circumstances {
  readonly call: Own
  readonly resources: Resources
}

/** What answers with secrets in them say to caches. */
export const NO_STORE: FieldDraft = ['Cache-Control', 'no-store']
export const FORM: FieldDraft = ['Content-Type', 'application/x-www-form-urlencoded']

/** A refusal for programs: a problem document (RFC 9457), and the challenge where the status is 401. */
export function refuse(
  { call, resources }: Circumstances,
  status: 400 | 401,
  failed: Gate,
  steps: Answered['steps'],
): Answered {
  const challenge: readonly FieldDraft[] =
    status === 401 ? [['WWW-Authenticate', `OAuth realm="${resources.realm}"`]] : []
  return {
    status,
    failed,
    steps,
    space: call.space,
    fields: [...challenge, ['Content-Type', 'application/problem+json']],
    body: { title: reasonOf(status), status },
  }
}

/** Temporary credentials that are still good. */
export const temporaryNamed = ({ call }: Circumstances, token: string): Temporary | undefined =>
  call.space.memory?.temporary.find((each) => each.token === token && call.env.now() < each.expires)
