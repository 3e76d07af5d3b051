/**
 * What a lint rule is: the contract of the shelf `insight/rules/`.
 *
 * To add one, copy a sibling `rules/<subject>/<id>.ts`, rename it and edit; its German (and any other language's) words go
 * to `content/languages/<tag>/rules/<id>.md`. No other file changes. The file's name is the rule's id.
 * `title` and `why` are English; `{slots}` in them are filled from what the check found.
 * In the examples, «» mark where the rule fires; a good example has none (a rule of level `good` fires where something
 * is praiseworthy, so its `bad` ones are those). Each is a whole message, or an exchange: request, a line `---`, response.
 * Exchanges that went before it stand in front, each closed by a line `===`; the same exchange one hop further on stands
 * behind a line `>>>`. An exchange may begin with a line that says when it was, or how long it took:
 * `at 2026-03-01T10:00:05Z`, `took 120 ms`, or both.
 */

import type { Fault, HttpMessage, HttpRequest, HttpResponse } from '../protocol/http/message.ts'
import type { Cite } from '../protocol/text/cite.ts'
import type { Span } from '../protocol/text/span.ts'
import type { FieldReading } from './reading.ts'

export type Level = 'must' | 'should' | 'warning' | 'info' | 'good'

/** An edit that makes the finding go away. */
export interface Fix {
  readonly span: Span
  readonly insert: string
}

/** One place where a rule fires. */
export interface Found {
  readonly in: 'request' | 'response'
  readonly span: Span
  readonly slots?: Readonly<Record<string, string>>
  readonly fix?: Fix
}

/** A message with its authentication fields read once for all rules. */
export interface Reading<Message extends HttpMessage = HttpMessage> {
  readonly message: Message
  readonly fields: readonly FieldReading[]
  readonly faults: readonly Fault[]
}

/** An exchange as far as it is known. */
export interface Past {
  readonly request?: Reading<HttpRequest>
  readonly response?: Reading<HttpResponse>
  /** When it was sent: milliseconds since 1970; absent where nobody knows. */
  readonly at?: number
  /** Milliseconds from the request to the response. */
  readonly took?: number
}

/** What is known beside the messages. */
export interface Circumstances {
  /** Milliseconds since 1970; absent where nobody knows. */
  readonly now?: number
  readonly transport?: 'https' | 'http'
  /** Request fields from which the resource really takes credentials, where its server told us. */
  readonly takes?: readonly string[]
  /** Only parts of the messages are here: that a field is missing doesn't mean that it was not sent. A field that is here is whole. */
  readonly excerpt?: boolean
  /** Messages that were sent with a body which is not here: that it is empty means nothing. */
  readonly unseen?: readonly ('request' | 'response')[]
  /** The request was made by a page's JavaScript. */
  readonly script?: boolean
  /** Whether the signature of a JWT holds, by the token's text; for those whose key is known. */
  readonly verified?: Readonly<Record<string, boolean>>
  /** Passwords that are known to be right. */
  readonly passwords?: readonly { readonly user: string; readonly password: string }[]
  /** What was typed into a form, from which the credentials were made. */
  readonly typed?: { readonly user: string; readonly password: string }
  /** Names under which the resource takes tokens (`aud`), the issuer that it trusts, the `alg`s that it takes. */
  readonly audience?: readonly string[]
  readonly issuer?: string
  readonly algorithms?: readonly string[]
  /** base64url(SHA-256(DER)) of the certificate that the client showed (RFC 8705 §3.1). */
  readonly certificate?: string
}

/** What the linter is given; a rule that lacks what it needs says so, or stays silent where there is nothing to judge. */
export interface View extends Past {
  /** The exchanges before it that had to do with authentication, the oldest first; empty where none are known. */
  readonly before: readonly Past[]
  /** The same exchange one hop further on: as a proxy passed the request on, and got the response. */
  readonly upstream?: Past
  readonly circumstances: Circumstances
}

/** What a rule would need to know, to judge what it sees. */
export type Need =
  | 'request'
  | 'response'
  /** Whole messages, not excerpts. */
  | 'whole'
  | 'before'
  | 'upstream'
  | 'now'
  | 'transport'
  /** The key of a signature. */
  | 'key'
  | 'password'
  | 'typed'
  | 'audience'
  | 'issuer'
  | 'algorithms'
  | 'certificate'
  | 'took'

/** A rule that applies, and can't be judged from what is here. */
export interface Lack {
  readonly needs: Need
}

/** A rule's example; an object where something is known besides that is not the same for all of them. */
export type Example = string | { readonly text: string; readonly circumstances: Circumstances }

export interface Rule {
  readonly level: Level
  readonly cite: Cite
  readonly title: string
  readonly why: string
  readonly examples: {
    readonly bad: readonly Example[]
    readonly good: readonly Example[]
    /** What is known besides, for all of them. */
    readonly circumstances?: Circumstances
  }
  check(view: View): readonly (Found | Lack)[]
}

/** A rule that fired. */
export interface Finding extends Found {
  /** The rule's id: its file's name. */
  readonly rule: string
  /** Its folder's name. */
  readonly subject: string
  readonly level: Level
  readonly cite: Cite
}

/** A rule that could not be judged. */
export interface Unjudged extends Lack {
  readonly rule: string
}
