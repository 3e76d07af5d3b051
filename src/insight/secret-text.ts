/** Secrets in running text: URLs, forms, JSON, code. Each pattern goes over the text once. */

import type { HttpMessage } from '../protocol/http/message.ts'
import type { Span } from '../protocol/text/span.ts'
import type { Secret } from './mask.ts'
import { kindOfMember, kindOfName, type SecretKind } from './secret-names.ts'

/** `userinfo`, RFC 3986 §3.2.1: `user:password` before the host. */
const USERINFO = /\/\/[^\s/?#@:"'<>]{0,200}:([^\s/?#@"'<>]{1,500})@/g

/** A token in the place of the user, as version control takes it. */
const USER_TOKEN = /\/\/([\w.~+-]{20,500})(?=(?::x-oauth-basic)?@)/g

/** Pairs of a query, or of a fragment in which an authorization server hands out tokens (RFC 6749 §4.2.2). */
const QUERY_PAIR = /[?&#;]([\w.-]{1,60})=([^&#\s"'<>;,]+)/g

/** `name=value`, at the beginning of a body or behind an ampersand. */
const FORM_PAIR = /(?:^|&)([^=&\s]{1,100})=([^&\s]+)/g

/** `"name": "value"` in JSON; `name = 'value'` and `name: "value"` in code and configuration. */
const MEMBER = /["']?\b([\w-]{2,60})["']?\s{0,20}(?::|=>?)\s{0,20}("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/g

/** `<password>…</password>`. */
const ELEMENT = /<(?:[\w-]{1,30}:)?([\w-]{2,60})(?:\s[^<>]{0,300})?>([^<>]+)<\//g

/** A field with credentials that is spoken of in a body: the echo of TRACE, code, a page of documentation. */
const SPOKEN = /authorization["']?\s{0,10}[:,=]\s{0,10}["'`]?[\w-]{2,40}\s{1,3}(?=[\w.~+/-]*[\d=])([\w.~+/-]{6,}=*)/gi

/** Anywhere. */
const JWT = /\bey[\w-]{8,}\.[\w-]{2,}\.[\w-]{2,}(?:\.[\w-]+\.[\w-]+)?/g

export function secretsInText({ source, body }: HttpMessage): readonly Secret[] {
  const head = { start: 0, end: body.span.start }
  const json = /^\s*[[{]/.test(body.text.slice(0, 200))
  return [
    ...find(source, { start: 0, end: source.length }, USERINFO, () => 'password'),
    ...find(source, { start: 0, end: source.length }, JWT, () => 'token'),
    ...find(source, { start: 0, end: source.length }, USER_TOKEN, () => 'token'),
    ...find(source, head, QUERY_PAIR, kindOfName),
    ...find(source, body.span, QUERY_PAIR, kindOfMember),
    ...(json ? [] : find(source, body.span, FORM_PAIR, kindOfName)),
    ...find(source, body.span, MEMBER, kindOfMember),
    ...find(source, body.span, ELEMENT, kindOfMember),
    ...find(source, body.span, SPOKEN, () => 'token'),
  ]
}

/** Each match's last group, if its first says that it is a secret. */
function find(
  source: string,
  { start, end }: Span,
  pattern: RegExp,
  kindOf: (name: string) => SecretKind | undefined,
): readonly Secret[] {
  return [...source.slice(start, end).matchAll(pattern)].flatMap((found): readonly Secret[] => {
    const kind = kindOf(decoded(found[1] ?? ''))
    if (!kind) return []
    const written = found.at(-1) ?? ''
    const value = /^(["'])[\s\S]*\1$/.test(written) ? written.slice(1, -1) : written
    const at = start + found.index + found[0].lastIndexOf(written) + (written.length - value.length) / 2
    return value === '' ? [] : [{ span: { start: at, end: at + value.length }, kind }]
  })
}

/** Names are percent-encoded by some; one that can't be decoded is no name that is known. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
