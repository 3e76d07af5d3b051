/**
 * What a service is: a program behind a resource, with endpoints, rules and a memory of its own (a token endpoint, the
 * registration of keys). The contract of the shelf `protocol/services/`.
 *
 * To add one, copy a sibling folder, rename it and edit:
 * - `<name>/service.ts` exports a `Service` by default;
 * - `<name>/en.ts` holds its English words, `content/languages/<tag>/services/<name>.ts` those of a language:
 *   `check.<question>`, `pass.<question>` and `fail.<question>` as schemes have them, and `page.<text>` for its pages;
 * - `<name>/<name>.test.ts` tests it.
 * No other file changes: a resource names it (`served`), and it is loaded when such a resource is asked.
 */

import type { Env, FieldDraft, Gate, Json, ProtectionSpace, Secret, Step, User } from '../auth/scheme.ts'
import type { HttpRequest } from '../http/message.ts'
import type { Cite } from '../text/cite.ts'

export interface Call<Settings = Json, Memory = Json> {
  readonly request: HttpRequest
  readonly endpoint: string
  /** Settings and memory; its users can log in. */
  readonly space: ProtectionSpace<Settings, Memory>
  /** All protection spaces, by id: a registration writes into the memory of the space that will ask for the key. */
  readonly spaces: Readonly<Record<string, ProtectionSpace>>
  /** Whom the gates before it let in; absent where the resource is open. */
  readonly user?: User
  readonly env: Env
}

/** A page for people, drawn by the playground; never markup from outside. */
export interface Page {
  /** Word key below the service: `page.login`. */
  readonly title: string
  /** Word keys below the service, with slots. */
  readonly lines: readonly { readonly key: string; readonly slots?: Readonly<Record<string, string>> }[]
  /** What the person can press; each writes a request. */
  readonly actions: readonly {
    /** Word key below the service: `page.allow`. */
    readonly key: string
    /** The whole request, ready to be sent; where `person` is set, `{username}` and `{password}` (form-encoded) are put in. */
    readonly request: string
    /** The person picks whom to log in as. */
    readonly person?: boolean
  }[]
}

export interface Served<Settings = Json, Memory = Json> {
  readonly status: number
  readonly fields?: readonly FieldDraft[]
  /** JSON is written as `application/json`; text needs a `Content-Type` among the fields. */
  readonly body?: Json
  readonly steps: readonly Step[]
  /** The gate that stopped the request; absent when it got what it came for. */
  readonly failed?: Gate
  readonly space: ProtectionSpace<Settings, Memory>
  /** Other protection spaces that remember something now. */
  readonly spaces?: readonly ProtectionSpace[]
  /** Secrets that the client has now, by the id of the user whose they are: an access token. */
  readonly issued?: readonly { readonly user: string; readonly secret: Secret }[]
  readonly page?: Page
}

export interface Service<Settings = Json, Memory = Json> {
  readonly cite: Cite
  /** The schemes that its own checks take, by key (client authentication): they are loaded with it. */
  readonly schemes?: readonly string[]
  /** Never throws for anything that a person can write. */
  serve(call: Call<Settings, Memory>): Promise<Served<Settings, Memory>>
}
