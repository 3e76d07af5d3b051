/**
 * The text that is signed: a line for each name in `headers`, in that order (draft-cavage-http-signatures-12 §2.3). Unlike
 * RFC 9421 it doesn't hold the parameters: which key, which algorithm and, unless it is listed, which instant.
 *
 * Departures: without `headers` the draft means `(created)`, but forbids that to the old algorithms; for them it is `date`,
 * as in its own example (§C.1).
 */

import type { Working } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { anyOf, run, runBack } from '../../text/cursor.ts'

/** What a name in brackets can stand for. */
export interface Instants {
  readonly created?: string
  readonly expires?: string
}

export interface SigningString {
  readonly text: string
  readonly workings: readonly Working[]
  /** Names that this request has nothing for: then there is nothing to sign. */
  readonly missing: readonly string[]
}

/** `hs2019` says nothing: the key's own algorithm counts (§2.1.3). The others are deprecated, and know no `(created)`. */
export const isOld = (algorithm: string): boolean => /^(?:rsa|hmac|ecdsa)/i.test(algorithm)

/** The names in lower case, with one space between (§2.1.6). */
export const namesIn = (headers: string | undefined, algorithm: string): readonly string[] =>
  headers === undefined ? [isOld(algorithm) ? 'date' : '(created)'] : headers.toLowerCase().split(' ')

export function signingString(request: HttpRequest, names: readonly string[], instants: Instants): SigningString {
  const lines = names.map((name) => ({ name, value: lineValue(request, name, instants) }))
  const text = lines.map(({ name, value = '' }) => `${name}: ${value}`).join('\n')
  const workings = lines.map(
    ({ name, value }): Working => ({
      name,
      apply: '§2.3',
      input: [{ text: name.startsWith('(') ? 'request' : 'field' }],
      output: value ?? '',
    }),
  )
  return {
    text,
    workings: [...workings, { name: 'signing string', apply: '§2.3', input: [{ text: 'lines' }], output: text }],
    missing: lines.filter(({ value }) => value === undefined).map(({ name }) => name),
  }
}

function lineValue(request: HttpRequest, name: string, { created, expires }: Instants): string | undefined {
  const { method, target } = request.line
  if (name === '(request-target)') return `${method.text.toLowerCase()} ${pathOf(target.text)}`
  if (name === '(created)') return created
  if (name === '(expires)') return expires
  const fields = name === '' ? [] : fieldsNamed(request, name)
  return fields.length > 0 ? fields.map(({ value }) => trimmed(value.text)).join(', ') : undefined
}

/** Of an absolute target the path and the query (§2.3, like HTTP/2's `:path`). */
const pathOf = (target: string): string => target.replace(/^https?:\/\/[^/?#]*/i, '') || '/'

const blank = anyOf(' \t\r\n')
function trimmed(text: string): string {
  const start = run(text, 0, blank)
  return text.slice(start, runBack(text, text.length, start, blank))
}
