/**
 * What an authentication scheme is: the contract of the shelf `protocol/schemes/`.
 *
 * To add one, copy a sibling folder, rename it and edit:
 * - `<name>/scheme.ts` exports a `Scheme` by default: the server opens (`challenge`), the client answers (`answer`),
 *   the server judges (`judge`), and `anatomy` says what the parts of a message mean; the folder is called as the scheme
 *   is, in lower case;
 * - `<name>/vectors.ts` exports the specification's own examples as `vectors`;
 * - `<name>/en.ts` holds its English words (keys below), `content/languages/<tag>/schemes/<name>.ts` those of a language;
 * - `<name>/<name>.test.ts` tests what the shelf's own test (every vector, every word) does not.
 * No other file changes. Outside its folder no code knows a scheme by name.
 *
 * Word keys, for a scheme `digest`: `scheme` (what it is), `param.nonce`, `decoded.user`, `check.nonce-fresh`
 * (question at the gate), `pass.nonce-fresh` and `fail.nonce-fresh` (with slots from the step's `knew`),
 * `unsendable.user-colon` (why a secret can't be written).
 */

import type { Field, FieldDraft, HttpRequest, HttpResponse } from '../http/message.ts'
import type { Cite } from '../text/cite.ts'
import type { Span } from '../text/span.ts'
import type { AuthElement, Challenge, Credentials } from './challenge.ts'

/**
 * The connection that a request travels on, for schemes that rest on it. A page has none, so it is modelled: an object
 * with an id, and facts of its TLS handshake that are set, not negotiated.
 */
export interface Connection {
  /** Requests with the same id share one connection. */
  readonly id: string
  /** Keying material (RFC 8446 §7.5, RFC 5705 §4): `n` octets, the same for both ends, others for each connection. */
  exporter(label: string, context: Uint8Array, n: number): Uint8Array
  /** The client certificate of the handshake, DER (RFC 8446 §4.4.2). */
  readonly certificate?: Uint8Array
}

/** The only way in for time (milliseconds since 1970, the virtual clock), chance, and what lies below HTTP. */
export interface Env {
  now(): number
  /** `n` octets; the same seed gives the same octets. */
  random(n: number): Uint8Array
  readonly connection: Connection
}

/** What a person or program holds to prove who they are. `kind` says which scheme can use it; the rest are its facts. */
export interface Secret {
  readonly id: string
  readonly kind: string
  readonly [fact: string]: string
}

/** Who exists in the simulated world. */
export interface User {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly suspended?: boolean
  readonly secrets: readonly Secret[]
}

/** Values that can be written down: what a scheme is configured with and what it remembers. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * A protection space (RFC 9110 §11.5) of one scheme: realm, who may log in, how the scheme is set up, and what its
 * server remembers. Never changed: a scheme remembers by returning another one.
 */
export interface ProtectionSpace<Settings = Json, Memory = Json> {
  readonly id: string
  /** Key of the scheme on the shelf: its folder's name. */
  readonly scheme: string
  readonly realm: string
  readonly users: readonly User[]
  readonly settings: Settings
  readonly memory: Memory
}

/** A piece of a calculation's input; `secret` ones are shown as bullets until asked for. */
export interface Piece {
  readonly text: string
  readonly secret?: boolean
}

/** One line of arithmetic: `name = apply(input) = output`. */
export interface Working {
  readonly name: string
  /** The function: `SHA-256`, `Base64`, `UTF-8`. */
  readonly apply: string
  readonly input: readonly Piece[]
  readonly output: string
}

/** The questions that a server asks, in order. */
export const GATES = ['resource', 'proxy', 'sent', 'scheme', 'form', 'valid', 'fresh', 'permitted'] as const
export type Gate = (typeof GATES)[number]

/** One question at a gate, and how it went. */
export interface Step {
  readonly gate: Gate
  /** `<owner>.<question>`: `digest.nonce-fresh`, `http.method`. Words are found by it. */
  readonly check: string
  readonly result: 'pass' | 'fail' | 'moot'
  /** What the server looked at, in the request's source. */
  readonly saw: readonly Span[]
  /** What it knew: slots for the words. */
  readonly knew: Readonly<Record<string, string>>
  readonly workings: readonly Working[]
  readonly cite: Cite
}

/** Why the server says no: `kind` in the scheme's own terms (`stale`, `invalid_token`), the rest facts for its challenge. */
export interface Refusal {
  readonly kind: string
  readonly [fact: string]: string
}

export type { FieldDraft } from '../http/message.ts'

export type Judgement<Space = ProtectionSpace> = {
  readonly steps: readonly Step[]
  readonly space: Space
} & (
  | {
      readonly result: 'granted'
      readonly user: User
      /** Scopes that the credentials carry; absent where the scheme has none and the user's roles decide alone. */
      readonly scope?: readonly string[]
      /** Fields that the scheme adds to the response, whatever its status: `Authentication-Info`. */
      confirm?(response: { readonly status: number; readonly body: string }): readonly FieldDraft[]
    }
  | { readonly result: 'refused'; readonly status: 400 | 401 | 403; readonly refusal: Refusal }
)

/** What the request shows to a scheme: the field line, and what the framework's grammar reads in it. */
export interface Shown {
  readonly field: Field
  /** Absent where the scheme's field is outside the framework (an API key in a field of its own). */
  readonly credentials?: Credentials
}

/** An earlier request and its answer, as the client remembers them: nonces and their counts follow from it. */
export interface Pair {
  readonly request: HttpRequest
  readonly response: HttpResponse
}

export interface Ask {
  readonly offer: Challenge
  readonly secret: Secret
  /** The request that will carry the answer. */
  readonly request: HttpRequest
  readonly earlier: readonly Pair[]
  readonly env: Env
}

/** What the client finds when it checks the server's proof (`Authentication-Info`, RFC 9110 §11.6.3). */
export interface Confirmation {
  /** Questions of the client's, in order; each stands at the gate `valid` or `fresh`. */
  readonly steps: readonly Step[]
}

export interface Answer {
  /** Each replaces the request's fields of that name. */
  readonly fields: readonly FieldDraft[]
  readonly workings: readonly Working[]
}

/** Something that a part holds when decoded: the user in Basic's Base64, a claim in a JWT. */
export interface Decoded {
  /** Word key is `decoded.<name>`. */
  readonly name: string
  readonly text: string
  readonly secret?: boolean
  readonly cite?: Cite
  /** For instants: milliseconds since 1970, so that the page can say how they stand to the virtual clock. */
  readonly instant?: number
}

/** A part of a challenge, of credentials or of a field that a scheme owns; between two parts stands only punctuation. */
export interface Part {
  readonly span: Span
  /** Word key below the scheme: `scheme`, `param.nonce`, `token68`. */
  readonly role: string
  readonly cite: Cite
  readonly decoded?: readonly Decoded[]
}

export type Where = 'challenge' | 'credentials' | 'info'

/** What is known of a parameter: annotation, completion and rules ask here. */
export interface ParamSpec {
  readonly in: readonly Where[]
  readonly cite: Cite
  readonly required?: boolean
  /** How senders write it (RFC 9110 §11.2 leaves it to the scheme). */
  readonly quoted?: boolean
  /** The values that exist, where they are few. */
  readonly values?: readonly string[]
}

/** An example from a specification; the shelf's test plays it. */
export interface Vector {
  readonly name: string
  readonly cite: Cite | string
  /** Complete messages: the request as it stood before the answer, the offer, and what the answer must be. */
  readonly request: string
  readonly offer: string
  readonly secret: Secret
  /** The client's chance, in order (cnonces, Base64). */
  readonly random?: readonly string[]
  /** The client's clock, milliseconds since 1970. */
  readonly now?: number
  /** What was sent and received before, as whole messages. */
  readonly earlier?: readonly { readonly request: string; readonly response: string }[]
  /** Substrings that the answer's fields and workings must contain. */
  readonly expect: readonly string[]
}

export interface Scheme<Settings = Json, Memory = Json> {
  /** As registered, or as met: `Digest`, `X-API-Key`. */
  readonly name: string
  readonly cite: Cite
  /** Whether the name stands in IANA's registry (RFC 9110 §16.4.1). */
  readonly registered: boolean
  /** The kind of `Secret` that it takes. */
  readonly secret: string
  /** The request field that carries the credentials: `Authorization`, or a field outside the framework. */
  readonly field: string
  /** Further fields of its own, in requests or responses (`DPoP`, `DPoP-Nonce`): `anatomy` tells their parts, too. */
  readonly fields?: readonly string[]
  /** Whether it rests on the connection: the page then shows which one a request travels on. */
  readonly connection?: boolean
  readonly params: Readonly<Record<string, ParamSpec>>
  /** Higher is stronger; a client that can choose ought to take the strongest (RFC 9110 §11.4). */
  readonly strength: number
  /** The status for credentials that can't be read: RFC 6750 §3.1 wants 400, others leave it at 401. */
  readonly malformed: 400 | 401
  /** Clients write its credentials without being asked: some of its servers never send a challenge (SigV4, vapid). */
  readonly unasked?: boolean
  /** Whether a browser asks the person itself, with its own dialog. */
  readonly dialog: boolean
  /**
   * The server opens: the challenges that it offers (several where one space has several algorithms), each as it will
   * stand on the wire. `refusal` is absent for a first meeting. No challenge at all: the scheme has nothing to add.
   * `fields` stand beside the challenges (`DPoP-Nonce`). A scheme of several messages goes on with a refusal that says so.
   */
  challenge(
    space: ProtectionSpace<Settings, Memory>,
    env: Env,
    refusal?: Refusal,
  ): {
    readonly challenges: readonly string[]
    readonly space: ProtectionSpace<Settings, Memory>
    readonly fields?: readonly FieldDraft[]
  }
  /**
   * Why a secret of the scheme's kind can't be written in it, if it can't: word key `unsendable.<why>`. Absent where
   * every secret can.
   */
  unsendable?(secret: Secret): string | undefined
  /** The client answers. A secret it can't write, or an offer it can't use, is our bug: `usable`, `unsendable` say so. */
  answer(ask: Ask): Promise<Answer>
  /** Whether a client that knows this scheme can answer this offer (an unknown algorithm: no). */
  usable(offer: Challenge): boolean
  /** The server judges, and remembers by returning a space. */
  judge(
    shown: Shown,
    space: ProtectionSpace<Settings, Memory>,
    request: HttpRequest,
    env: Env,
  ): Promise<Judgement<ProtectionSpace<Settings, Memory>>>
  /**
   * The client judges the server: is this the one that knows the secret? Absent where a scheme proves the client only.
   * Undefined where the response holds nothing to check.
   */
  confirm?(secret: Secret, exchange: Pair, earlier: readonly Pair[]): Promise<Confirmation | undefined>
  /** The parts of one of its challenges or credentials (or of a field of its own), in reading order. */
  anatomy(node: AuthElement | Field, where: Where): readonly Part[]
  /** Every secret that credentials of this scheme give away to whoever reads them: a share link refuses strangers'. */
  exposes(shown: Shown): readonly string[]
}
