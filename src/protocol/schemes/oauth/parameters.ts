/** All parameters of a request, from the three places where they may stand (RFC 5849 §3.4.1.3.1). */

import type { Credentials } from '../../auth/challenge.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'
import { type Span, span, type Token, token } from '../../text/span.ts'
import { decode, decodeForm } from './percent.ts'

export interface Parameter {
  readonly name: string
  readonly value: string
  readonly from: 'field' | 'query' | 'body'
  readonly span: Span
}

export interface Parameters {
  readonly all: readonly Parameter[]
  /** What is not percent-encoded text. */
  readonly unreadable: readonly Span[]
}

const FORM = /^application\/x-www-form-urlencoded[\t ]*(?:;|$)/i

export function parametersOf(request: HttpRequest, credentials: Credentials | undefined): Parameters {
  const parts = [inField(credentials), inForm('query', queryOf(request)), inForm('body', bodyOf(request))]
  return { all: parts.flatMap(({ all }) => all), unreadable: parts.flatMap(({ unreadable }) => unreadable) }
}

/** Names and values are percent-encoded, inside of their quotes (RFC 5849 §3.5.1). */
function inField(credentials: Credentials | undefined): Parameters {
  const params = credentials?.payload.kind === 'params' ? credentials.payload.params : []
  return sorted(
    params.map((each) => ({
      name: decode(each.name.text),
      // What the realm says is no parameter of OAuth's: it stands there as it is.
      value: isRealm(each.name.text) ? each.value : decode(each.value),
      from: 'field',
      span: each.span,
    })),
  )
}

export const isRealm = (name: string): boolean => name.toLowerCase() === 'realm'

/** Pieces of a form: an empty one is passed over, one without an equals sign has an empty value. */
export function inForm(from: 'query' | 'body', { text, span: { start } }: Token): Parameters {
  let next = start
  const pieces = text.split('&').flatMap((piece) => {
    const at = next
    next += piece.length + 1
    if (piece === '') return []
    const equals = piece.indexOf('=')
    const [name, value] = equals < 0 ? [piece, ''] : [piece.slice(0, equals), piece.slice(equals + 1)]
    return [{ name: decodeForm(name), value: decodeForm(value), from, span: span(at, at + piece.length) }]
  })
  return sorted(pieces)
}

type Raw = Omit<Parameter, 'name' | 'value'> & { readonly name?: string; readonly value?: string }

function sorted(found: readonly Raw[]): Parameters {
  return {
    all: found.flatMap(({ name, value, ...rest }) =>
      name === undefined || value === undefined ? [] : [{ name, value, ...rest }],
    ),
    unreadable: found.flatMap((each) => (each.name === undefined || each.value === undefined ? [each.span] : [])),
  }
}

export function queryOf(request: HttpRequest): Token {
  const { target } = request.line
  const { query } = targetOf(request)
  const start = target.span.start + target.text.indexOf('?') + 1
  return { text: query, span: span(start, start + query.length) }
}

/**
 * The body, where its type says that it is a form.
 *
 * Departures: a line end behind the form is passed over, since editors like to put one there.
 */
export function bodyOf({ source, fields, body }: HttpRequest): Token {
  const types = fieldsNamed({ fields }, 'Content-Type')
  const [type] = types
  const { start } = body.span
  if (types.length !== 1 || !type || !FORM.test(type.value.text)) return token(source, start, start)
  return token(source, start, start + body.text.trimEnd().length)
}
