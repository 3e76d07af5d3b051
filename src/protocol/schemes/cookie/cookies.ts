/** Cookies as text: pairs, with where they stand (RFC 6265 §4). */

import type { Span, Token } from '../../text/span.ts'

/** A pair, or an attribute; one without `=` has no value. */
export interface Crumb {
  readonly name: string
  readonly value?: string
  readonly span: Span
}

/** What stands between semicolons, without white space around it; nothing between two is nothing. */
export function readCrumbs({ text, span }: Token): readonly Crumb[] {
  const crumbs: Crumb[] = []
  for (let start = 0; start <= text.length; ) {
    const semicolon = text.indexOf(';', start)
    const end = semicolon < 0 ? text.length : semicolon
    const raw = text.slice(start, end)
    const inner = raw.trim()
    if (inner !== '') crumbs.push(crumb(span.start + start + raw.indexOf(inner), inner))
    start = end + 1
  }
  return crumbs
}

function crumb(start: number, inner: string): Crumb {
  const span = { start, end: start + inner.length }
  const equals = inner.indexOf('=')
  if (equals < 0) return { name: inner, span }
  return { name: inner.slice(0, equals).trim(), value: unquoted(inner.slice(equals + 1).trim()), span }
}

/** Quotes belong to the value where the grammar lets them stand (RFC 6265 §4.1.1); servers take it without them. */
const unquoted = (value: string): string => /^"(.*)"$/s.exec(value)?.[1] ?? value

/** `cookie-octet`, RFC 6265 §4.1.1: visible ASCII without quotes, comma, semicolon and backslash. */
const OCTETS = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

export const isWritable = (name: string, value: string): boolean => NAME.test(name) && OCTETS.test(value)

/** Names that promise something: a browser takes such a cookie only if its attributes keep the promise. */
export const prefixOf = (name: string): string | undefined => /^__(?:Host|Secure)-/i.exec(name)?.[0]
