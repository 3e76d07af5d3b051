/** Where a request carries access tokens besides the credentials that were read: only one way is allowed (RFC 6750 §2). */

import { fieldsNamed } from '../../http/field.ts'
import type { Field, HttpRequest } from '../../http/message.ts'
import type { Span, Token } from '../../text/span.ts'

export function furtherTokens(request: HttpRequest, read: Field): readonly Span[] {
  const lines = fieldsNamed(request, 'Authorization').filter(
    ({ value, span }) => span.start !== read.span.start && /^(?:bearer|dpop)\b/i.test(value.text),
  )
  const form = fieldsNamed(request, 'Content-Type').some(({ value }) => FORM.test(value.text))
  return [
    ...accessTokens(queryOf(request.line.target)),
    ...lines.map(({ value }) => value.span),
    ...(form ? accessTokens(request.body) : []),
  ]
}

/** RFC 6750 §2.2: any other body is not looked into. */
const FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i

function queryOf({ text, span }: Token): Token {
  const start = text.indexOf('?') + 1 || text.length
  return { text: text.slice(start), span: { start: span.start + start, end: span.end } }
}

/** The parameters called `access_token`, RFC 6750 §2.2 and §2.3, however their name is encoded. */
function accessTokens({ text, span }: Token): readonly Span[] {
  let next = span.start
  return text.split('&').flatMap((pair) => {
    const start = next
    next += pair.length + 1
    const [name] = new URLSearchParams(pair).keys()
    return name === 'access_token' ? [{ start, end: start + pair.length }] : []
  })
}
