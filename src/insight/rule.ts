/**
 * What a lint rule is: the contract of the shelf `insight/rules/`.
 *
 * To add one, copy a sibling `rules/<subject>/<id>.ts`, rename it and edit; its German (and any other language's) words go
 * to `content/languages/<tag>/rules/<id>.md`. No other file changes. The file's name is the rule's id.
 * `title` and `why` are English; `{slots}` in them are filled from what the check found.
 * In the examples, «» mark where the rule fires; a good example has none (a rule of level `good` fires where something
 * is praiseworthy, so its `bad` ones are those). Each is a whole message, or an exchange: request, a line `---`, response.
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

/** What the linter is given; a rule that lacks what it needs stays silent. */
export interface View {
  readonly request?: Reading<HttpRequest>
  readonly response?: Reading<HttpResponse>
  readonly circumstances: {
    /** Milliseconds since 1970; absent where nobody knows. */
    readonly now?: number
    readonly transport?: 'https' | 'http'
    /** Request fields from which the resource really takes credentials, where its server told us. */
    readonly takes?: readonly string[]
  }
}

export interface Rule {
  readonly level: Level
  readonly cite: Cite
  readonly title: string
  readonly why: string
  readonly examples: {
    readonly bad: readonly string[]
    readonly good: readonly string[]
    /** What is known besides, for all of them. */
    readonly circumstances?: View['circumstances']
  }
  check(view: View): readonly Found[]
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
