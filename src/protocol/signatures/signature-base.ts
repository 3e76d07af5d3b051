/**
 * The text that is signed (RFC 9421 §2.5): one line for each covered component, and one for the parameters.
 *
 * Departures: of the parameters of components only `name` of `@query-param` is known; `sf`, `key`, `bs`, `tr` and `req`
 * are refused, as a verifier must that can't follow them (RFC 9421 §2.1).
 */

import type { Working } from '../auth/scheme.ts'
import { fieldsNamed } from '../http/field.ts'
import type { HttpMessage, HttpRequest } from '../http/message.ts'
import { type Target, targetOf } from '../http/target.ts'
import type { Cite } from '../text/cite.ts'
import { anyOf, run, runBack } from '../text/cursor.ts'
import { type InnerList, type Item, printInnerList, printItem } from './structured-fields.ts'

/** A component that is covered, and what it is in this message. */
interface Line {
  /** As it is written in both fields: `"@method"`, `"@query-param";name="Pet"`. */
  readonly identifier: string
  /** Undefined where this message has no such component. */
  readonly value: string | undefined
  readonly cite: Cite
}

export interface SignatureBase {
  readonly text: string
  readonly workings: readonly Working[]
  /** Components that this message has not, or that we can't derive: there is nothing to sign then (RFC 9421 §2.5). */
  readonly missing: readonly string[]
}

/** Joined by line feeds, with none at the end (RFC 9421 §2.5). */
export function signatureBase(message: HttpMessage, input: Pick<InnerList, 'items' | 'params'>): SignatureBase {
  const lines = input.items.map((item) => lineOf(message, item))
  const params = printInnerList(input)
  const all = [...lines.map(({ identifier, value = '' }) => [identifier, value]), ['"@signature-params"', params]]
  const text = all.map(([identifier, value]) => `${identifier}: ${value}`).join('\n')
  const workings = lines.map(
    ({ identifier, value, cite }): Working => ({
      name: identifier,
      apply: cite,
      input: [{ text: identifier.startsWith('"@') ? 'request' : 'field' }],
      output: value ?? '',
    }),
  )
  return {
    text,
    workings: [
      ...workings,
      { name: 'signature base', apply: 'RFC 9421 §2.5', input: [{ text: 'lines, "@signature-params"' }], output: text },
    ],
    missing: lines.filter(({ value }) => value === undefined).map(({ identifier }) => identifier),
  }
}

function lineOf(message: HttpMessage, item: Item): Line {
  const identifier = printItem(item)
  const name = item.value.kind === 'string' ? item.value.text : ''
  if (name === '@query-param') return { identifier, value: queryParam(message, item), cite: 'RFC 9421 §2.2.8' }
  if (item.params.length > 0) return { identifier, value: undefined, cite: 'RFC 9421 §2.1' }
  if (!name.startsWith('@')) return { identifier, value: fieldValue(message, name), cite: 'RFC 9421 §2.1' }
  const { derive, cite } = DERIVED.get(name) ?? { derive: () => undefined, cite: 'RFC 9421 §2.2' as const }
  return { identifier, value: derive(message), cite }
}

/** All lines of a field, each trimmed and unfolded, joined by comma and space (RFC 9421 §2.1). Names are in lower case. */
function fieldValue(message: HttpMessage, name: string): string | undefined {
  if (name === '' || name !== name.toLowerCase()) return undefined
  const fields = fieldsNamed(message, name)
  const values = fields.map(({ value }) => value.text.split('\n').map(trimmed).join(' '))
  return values.length > 0 ? values.join(', ') : undefined
}

const blank = anyOf(' \t\r')
const trimmed = (text: string): string => {
  const start = run(text, 0, blank)
  return text.slice(start, runBack(text, text.length, start, blank))
}

interface Derivation {
  readonly derive: (message: HttpMessage) => string | undefined
  readonly cite: Cite
}

const ofRequest =
  (derive: (request: HttpRequest, target: Target) => string | undefined): Derivation['derive'] =>
  (message) =>
    message.kind === 'request' ? derive(message, targetOf(message)) : undefined

/** RFC 9421 §2.2, table of derived components. Every host of this world speaks https, unless the target says otherwise. */
const DERIVED: ReadonlyMap<string, Derivation> = new Map<string, Derivation>([
  ['@method', { derive: ofRequest(({ line }) => line.method.text), cite: 'RFC 9421 §2.2.1' }],
  ['@target-uri', { derive: ofRequest(targetUri), cite: 'RFC 9421 §2.2.2' }],
  ['@authority', { derive: ofRequest(authority), cite: 'RFC 9421 §2.2.3' }],
  ['@scheme', { derive: ofRequest(schemeOf), cite: 'RFC 9421 §2.2.4' }],
  ['@request-target', { derive: ofRequest(({ line }) => line.target.text), cite: 'RFC 9421 §2.2.5' }],
  ['@path', { derive: ofRequest((_, { path }) => path || '/'), cite: 'RFC 9421 §2.2.6' }],
  ['@query', { derive: ofRequest((_, { query }) => `?${query}`), cite: 'RFC 9421 §2.2.7' }],
  [
    '@status',
    { derive: (each) => (each.kind === 'response' ? each.line.status.text : undefined), cite: 'RFC 9421 §2.2.9' },
  ],
])

function schemeOf({ line }: HttpRequest): string {
  return /^http:/i.test(line.target.text) ? 'http' : 'https'
}

/** Normalised: in lower case, without the scheme's own port (RFC 9421 §2.2.3). */
function authority(request: HttpRequest, { host }: Target): string {
  return host.replace(schemeOf(request) === 'http' ? /:80$/ : /:443$/, '')
}

function targetUri(request: HttpRequest, target: Target): string {
  const asked = request.line.target.text
  if (/^https?:\/\//i.test(asked)) return asked
  return `${schemeOf(request)}://${authority(request, target)}${asked}`
}

/** The one parameter of that name, decoded and encoded anew (RFC 9421 §2.2.8); none, or several: undefined. */
function queryParam(message: HttpMessage, { params }: Item): string | undefined {
  const [only, ...others] = params
  if (message.kind !== 'request' || only?.name !== 'name' || only.value.kind !== 'string' || others.length > 0)
    return undefined
  const name = only.value.text
  const found = [...new URLSearchParams(targetOf(message).query)].filter(([each]) => encoded(each) === name)
  const [first] = found
  return first && found.length === 1 ? encoded(first[1]) : undefined
}

/** The percent-encode set of `application/x-www-form-urlencoded`, with `%20` for a space (RFC 9421 §2.2.8). */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
