/** One HTTP/1.1 message as it stands on the wire: its text, and every part with its place (RFC 9112). */

import type { Span, Token } from '../text/span.ts'

/** What a reader of the grammar waited for: an ABNF rule name (`token`, `OWS`) or a literal in quotes (`":"`). */
export type Expected = string

/**
 * A place where the text leaves the grammar. The parser goes on behind it, so one message may hold several.
 * `code` is one of the `FaultCode`s; the words for it are found elsewhere.
 */
export interface Fault {
  readonly code: FaultCode
  readonly span: Span
  readonly expected: Expected
}

export type FaultCode =
  // start line (RFC 9112 §3, §4)
  | 'start-line-missing'
  | 'method-not-token'
  | 'target-missing'
  | 'target-has-whitespace'
  | 'version-invalid'
  | 'status-invalid'
  // field lines (RFC 9112 §5)
  | 'field-colon-missing'
  | 'field-name-not-token'
  | 'field-name-space'
  | 'field-value-control'
  | 'obs-fold'
  | 'line-bare-cr'
  // challenges and credentials (RFC 9110 §11)
  | 'scheme-not-token'
  | 'scheme-missing'
  | 'scheme-space-missing'
  | 'param-name-not-token'
  | 'param-value-missing'
  | 'param-value-not-token'
  | 'param-comma-missing'
  | 'param-semicolon'
  | 'param-duplicate'
  | 'param-quotes-single'
  | 'quoted-string-unterminated'
  | 'quoted-string-control'
  | 'token68-and-params'
  | 'token68-malformed'
  | 'element-unreadable'

/** A field to be sent: name and value as they will stand on the wire. */
export type FieldDraft = readonly [name: string, value: string]

/** A field line. `name` and `value` are as sent (case kept); the value is without the white space around it. */
export interface Field {
  readonly name: Token
  readonly value: Token
  /** The whole line without its line end; several lines where the value is folded. */
  readonly span: Span
}

export interface RequestLine {
  readonly method: Token
  readonly target: Token
  readonly version: Token
  readonly span: Span
}

export interface StatusLine {
  readonly version: Token
  /** Three digits; `code` is their value, NaN where they are none. */
  readonly status: Token
  readonly code: number
  readonly reason: Token
  readonly span: Span
}

interface MessageParts {
  /** The text itself, untouched. */
  readonly source: string
  /** Wire order, wire case, duplicates kept. */
  readonly fields: readonly Field[]
  /** All that follows the empty line; empty, at the end of the source, where there is none. */
  readonly body: Token
  readonly faults: readonly Fault[]
}

export interface HttpRequest extends MessageParts {
  readonly kind: 'request'
  readonly line: RequestLine
}

export interface HttpResponse extends MessageParts {
  readonly kind: 'response'
  readonly line: StatusLine
}

export type HttpMessage = HttpRequest | HttpResponse
