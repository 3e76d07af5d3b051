/** One signed request under way through a server: what it says, what it is measured against, the questions so far. */

import type { Env, Shown } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import type { Span } from '../../text/span.ts'
import { type Parameters, parametersOf } from './parameters.ts'
import type { Method } from './signature.ts'
import type { Client, Use } from './space.ts'

/** What a server expects of requests at one place: its resources, or an endpoint that gives out credentials. */
export interface Expectation {
  readonly methods: readonly Method[]
  readonly skew: number
  readonly clients: readonly Client[]
  readonly used: readonly Use[]
  /** Parameters that must be there beyond those that every request needs. */
  readonly requires: readonly string[]
  /** The credentials that `oauth_token` may name here; absent where none belong here (RFC 5849 §2.1). */
  find?(token: string): { readonly secret: string; readonly client: string } | undefined
  /** More questions at the gates `form` and `valid`, behind the usual ones. */
  readable?(inquiry: Inquiry): boolean
  proven?(inquiry: Inquiry): boolean
}

export interface Inquiry extends Transcript {
  readonly parameters: Parameters
  /** A protocol parameter of the field; undefined for an empty one, too: it counts as left out. */
  value(name: string): string | undefined
  /** Where these parameters of the field stand; all the credentials where none of them does. */
  saw(...names: readonly string[]): readonly Span[]
  readonly request: HttpRequest
  readonly env: Env
}

export function inquire({ field, credentials }: Shown, request: HttpRequest, env: Env): Inquiry {
  const parameters = parametersOf(request, credentials)
  const own = parameters.all.filter(({ from }) => from === 'field')
  return {
    ...transcript('oauth', 'RFC 5849 §3.2'),
    parameters,
    value: (name) => own.find((each) => each.name === name)?.value || undefined,
    saw: (...names) => {
      const spans = own.filter(({ name }) => names.includes(name)).map(({ span }) => span)
      return spans.length > 0 ? spans : [credentials?.span ?? field.value.span]
    },
    request,
    env,
  }
}

/** The virtual clock in whole seconds. */
export const seconds = ({ env }: Inquiry): number => Math.floor(env.now() / 1000)
