/** A request to the client, and what it remembers of the logins that are under way. */

import type { Env, ProtectionSpace } from '../../auth/scheme.ts'
import type { Transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'

export type Settings = {
  readonly client: string
  readonly issuer: string
  readonly authorize: string
  readonly token: string
  readonly redirect: string
  readonly scope: string
}

/** A login that was sent off: what its answer must fit. */
export type Attempt = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export type Memory = { readonly attempts: readonly Attempt[] }

export interface Visit extends Transcript {
  readonly request: HttpRequest
  readonly space: ProtectionSpace<Settings, Memory>
  readonly env: Env
}
