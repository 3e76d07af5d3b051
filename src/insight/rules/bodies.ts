/** What stands in bodies and queries: members of a JSON object, pairs of a form, each with its place. */

import type { HttpMessage, HttpRequest } from '../../protocol/http/message.ts'
import { targetOf } from '../../protocol/http/target.ts'
import type { JsonObject } from '../../protocol/jose/jwt.ts'
import { type Token, token } from '../../protocol/text/span.ts'
import { firstValue } from '../reading.ts'
import type { Reading } from '../rule.ts'

/** The media type without its parameters, in lower case; empty where none is named (RFC 9110 §8.3). */
export const mediaTypeOf = (reading: Reading): string =>
  (firstValue(reading, 'content-type')?.text.split(';', 1)[0] ?? '').trim().toLowerCase()

/** Longer bodies are not read: what has to do with authentication is short. */
const LONGEST = 100_000

const objects = new WeakMap<HttpMessage, JsonObject | undefined>()

/** The body, where it is a JSON object (RFC 8259 §4), whatever its media type. */
export function jsonOf(reading: Reading | undefined): JsonObject | undefined {
  if (!reading) return undefined
  const { message } = reading
  if (!objects.has(message)) objects.set(message, parseObject(message.body.text))
  return objects.get(message)
}

function parseObject(text: string): JsonObject | undefined {
  if (text.length > LONGEST || !/^\s*\{/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where the value of a member stands, the first of that name, on whatever level; its text is as written. */
export function memberOf({ message: { body } }: Reading, name: string): Token | undefined {
  const key = new RegExp(`${JSON.stringify(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*:\\s*`)
  const found = key.exec(body.text.slice(0, LONGEST))
  if (!found) return undefined
  const start = found.index + found[0].length
  const value = /^(?:"(?:[^"\\]|\\.)*"|[^\s,}\]]+)/.exec(body.text.slice(start, start + LONGEST))
  if (!value) return undefined
  return { text: value[0], span: { start: body.span.start + start, end: body.span.start + start + value[0].length } }
}

/** `name=value` in a query or a form: decoded, with where the pair and its value stand. */
export interface Pair {
  readonly name: string
  readonly value: string
  readonly raw: Token
  readonly pair: Token
}

const pairs = new WeakMap<HttpMessage, { query?: readonly Pair[]; form?: readonly Pair[] }>()

/** The query of a request's target. */
export function queryOf(request: Reading<HttpRequest> | undefined): readonly Pair[] {
  if (!request) return []
  const { message } = request
  const known = pairs.get(message) ?? {}
  known.query ??= pairsIn(queryTokenOf(message))
  pairs.set(message, known)
  return known.query
}

function queryTokenOf({ source, line, fields }: HttpRequest): Token {
  const { query } = targetOf({ line, fields })
  const start = line.target.span.start + line.target.text.indexOf('?') + 1
  return token(source, start, start + query.length)
}

/** The pairs of a form in the body: `application/x-www-form-urlencoded`, or no media type at all. */
export function formOf(request: Reading<HttpRequest> | undefined): readonly Pair[] {
  if (!request || !['application/x-www-form-urlencoded', ''].includes(mediaTypeOf(request))) return []
  const { message } = request
  const known = pairs.get(message) ?? {}
  known.form ??= message.body.text.length > LONGEST ? [] : pairsIn(message.body)
  pairs.set(message, known)
  return known.form
}

/** The first pair of that name. */
export const pairNamed = (all: readonly Pair[], name: string): Pair | undefined =>
  all.find((each) => each.name === name)

function pairsIn({ text, span }: Token): readonly Pair[] {
  const found: Pair[] = []
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('&', start)
    const end = next < 0 ? text.length : next
    const equals = text.slice(start, end).indexOf('=')
    const split = equals < 0 ? end : start + equals
    const from = Math.min(split + 1, end)
    if (end > start) {
      const place = (one: number, other: number): Token => {
        return { text: text.slice(one, other), span: { start: span.start + one, end: span.start + other } }
      }
      const raw = place(from, end)
      found.push({ name: decode(text.slice(start, split)), value: decode(raw.text), raw, pair: place(start, end) })
    }
    start = end + 1
  }
  return found
}

/** `application/x-www-form-urlencoded` (WHATWG URL §5.1); as it stands where it can't be decoded. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
