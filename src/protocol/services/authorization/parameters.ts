/** The parameters of a request, from its query or its form: `application/x-www-form-urlencoded` (RFC 6749 §B). */

import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { runBack } from '../../text/cursor.ts'
import type { Span, Token } from '../../text/span.ts'

export interface Parameter {
  readonly name: string
  readonly value: string
  readonly span: Span
}

export interface Parameters {
  readonly all: readonly Parameter[]
  /** Undefined for one without a value, too: it counts as left out (RFC 6749 §3.1). */
  value(name: string): string | undefined
  values(name: string): readonly string[]
  /** Where these stand; the whole of the parameters where none of them does. */
  saw(...names: readonly string[]): readonly Span[]
  /** The name of one that stands twice and must not (RFC 6749 §3.1); several resources are allowed (RFC 8707 §2). */
  readonly repeated?: string
}

const FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i

export const isForm = (request: HttpRequest): boolean =>
  fieldsNamed(request, 'Content-Type').some(({ value }) => FORM.test(value.text))

export const inQuery = ({ line: { target } }: HttpRequest): Parameters => {
  const start = target.text.indexOf('?') + 1 || target.text.length
  return parametersOf({ text: target.text.slice(start), span: { ...target.span, start: target.span.start + start } })
}

/** Departures: a line end behind the form is passed over, since editors like to put one there. */
export const inForm = ({ body: { text, span } }: HttpRequest): Parameters =>
  parametersOf({ text: text.slice(0, runBack(text, text.length, 0, lineEnd)), span })

const lineEnd = (unit: number): boolean => unit === 0x0a || unit === 0x0d

export function parametersOf({ text, span }: Token): Parameters {
  let next = span.start
  const all = text.split('&').flatMap((pair): readonly Parameter[] => {
    const start = next
    next += pair.length + 1
    const [decoded] = new URLSearchParams(`&${pair}`)
    return decoded ? [{ name: decoded[0], value: decoded[1], span: { start, end: start + pair.length } }] : []
  })
  const named = (name: string) => all.filter((each) => each.name === name)
  const names = all.map(({ name }) => name)
  return {
    all,
    value: (name) => named(name)[0]?.value || undefined,
    values: (name) => named(name).flatMap(({ value }) => value || []),
    saw: (...wanted) => {
      const spans = all.filter(({ name }) => wanted.includes(name)).map((each) => each.span)
      return spans.length > 0 ? spans : [span]
    },
    repeated: firstRepeated(names),
  }
}

function firstRepeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return names.find((name) => name !== 'resource' && seen.size === seen.add(name).size)
}

/** As parameters are written in an address or a form; those without a value are left out. */
export const encoded = (parameters: readonly (readonly [name: string, value: string | undefined])[]): string =>
  new URLSearchParams(parameters.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString()
