/** One request to the authorization server under way: what was sent, what it is measured against, the questions so far. */

import type { Env, FieldDraft, Json, Secret, Step, User } from '../../auth/scheme.ts'
import type { Transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import type { Page } from '../service.ts'
import type { Memory } from './memory.ts'
import type { Parameters } from './parameters.ts'
import type { Settings } from './settings.ts'

export interface Inquiry extends Transcript {
  readonly request: HttpRequest
  readonly parameters: Parameters
  readonly settings: Settings
  readonly memory: Memory
  readonly users: readonly User[]
  /** The same people as other spaces know them: with what they hold elsewhere. */
  readonly elsewhere: readonly User[]
  /** Whom the gates in front let in. */
  readonly user?: User
  readonly env: Env
  /** Takes over questions that somebody else asked. */
  heard(steps: readonly Step[]): void
}

export interface Outcome {
  readonly status: number
  readonly fields?: readonly FieldDraft[]
  readonly body?: Json
  /** Absent: nothing to remember. */
  readonly memory?: Memory
  readonly issued?: readonly { readonly user: string; readonly secret: Secret }[]
  readonly page?: Page
}

export type Endpoint = (inquiry: Inquiry) => Outcome

/** Why a request is refused, in OAuth's words (RFC 6749 §5.2). */
export interface Failure {
  readonly error: string
  readonly description: string
  /** 400 where nothing else is said. */
  readonly status?: number
  readonly fields?: readonly FieldDraft[]
  /** What is remembered of the attempt. */
  readonly memory?: Memory
}

export const isFailure = (value: object): value is Failure => 'error' in value

/** Answers with secrets in them must not stay in any cache (RFC 6749 §5.1). */
export const NO_STORE: readonly FieldDraft[] = [
  ['Cache-Control', 'no-store'],
  ['Pragma', 'no-cache'],
]

/** RFC 6749 §5.2. */
export const refuse = ({ error, description, status = 400, fields = [], memory }: Failure): Outcome => ({
  status,
  fields: [...fields, ...NO_STORE],
  body: { error, error_description: description },
  memory,
})

export const secondsFrom = ({ env }: Inquiry, seconds: number): number => env.now() + seconds * 1000

export const iso = (instant: number): string => new Date(instant).toISOString()

export const hostOf = ({ issuer }: Settings): string => new URL(issuer).host
