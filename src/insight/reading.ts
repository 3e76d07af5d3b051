/** The authentication fields of a message, read: challenges, credentials and parameter lists, each with its faults. */

import { type AuthElement, type AuthParam, sameScheme } from '../protocol/auth/challenge.ts'
import { parseChallenges } from '../protocol/auth/parse-challenges.ts'
import { parseCredentials } from '../protocol/auth/parse-credentials.ts'
import { parseParams } from '../protocol/auth/parse-params.ts'
import type { Fault, Field, HttpMessage } from '../protocol/http/message.ts'
import type { Token } from '../protocol/text/span.ts'
import type { Past, Reading } from './rule.ts'

/** What stands in one field line; `holds` is absent for fields without authentication in them. */
export interface FieldReading {
  readonly field: Field
  /** Lower case, for comparing. */
  readonly name: string
  readonly challenges: readonly AuthElement[]
  readonly credentials?: AuthElement
  readonly info: readonly AuthParam[]
  readonly faults: readonly Fault[]
}

const CHALLENGES = ['www-authenticate', 'proxy-authenticate']
const CREDENTIALS = ['authorization', 'proxy-authorization']
const INFO = ['authentication-info', 'proxy-authentication-info']

function readField(field: Field): FieldReading {
  const name = field.name.text.toLowerCase()
  const empty = { field, name, challenges: [], info: [], faults: [] }
  if (CHALLENGES.includes(name)) {
    const { value, faults } = parseChallenges(field.value)
    return { ...empty, challenges: value, faults }
  }
  if (CREDENTIALS.includes(name)) {
    const { value, faults } = parseCredentials(field.value)
    return { ...empty, credentials: value, faults }
  }
  if (INFO.includes(name)) {
    const { value, faults } = parseParams(field.value)
    return { ...empty, info: value, faults }
  }
  return empty
}

/** Readings, kept as long as their messages are: annotation, all rules and the exchanges that follow share them. */
const kept = new WeakMap<HttpMessage, Reading>()

/** Reads a message once. */
export function read<Message extends HttpMessage>(message: Message): Reading<Message> {
  const known = kept.get(message)
  if (known) return known as Reading<Message>
  const fields = message.fields.map(readField)
  const reading = { message, fields, faults: [...message.faults, ...fields.flatMap(({ faults }) => faults)] }
  kept.set(message, reading)
  return reading
}

/** The lines of one field; `name` in lower case. */
export const linesOf = (message: Reading | undefined, name: string): readonly FieldReading[] =>
  message?.fields.filter((each) => each.name === name) ?? []

/** The value of the first line of a field; `name` in lower case. */
export const firstValue = (message: Reading | undefined, name: string): Token | undefined =>
  linesOf(message, name)[0]?.field.value

/** The challenges of one scheme in a response, or all, whatever its status. */
export function challengesOf(response: Reading | undefined, scheme?: string): readonly AuthElement[] {
  const all = response?.fields.flatMap(({ challenges }) => challenges) ?? []
  return scheme === undefined ? all : all.filter((each) => sameScheme(each.scheme.text, scheme))
}

/** A field line that holds credentials. */
export type Shown = FieldReading & { readonly credentials: AuthElement }

/** The lines that hold credentials of one scheme, or of any. */
export function shownIn(request: Reading | undefined, scheme?: string): readonly Shown[] {
  const all = request?.fields.filter((each): each is Shown => each.credentials !== undefined) ?? []
  return scheme === undefined ? all : all.filter(({ credentials }) => sameScheme(credentials.scheme.text, scheme))
}

/** All that stands behind the scheme in such a line, readable or not; empty where nothing does. */
export function behindScheme({ field, credentials }: Shown): Token {
  const start = credentials.scheme.span.end - field.value.span.start
  const text = field.value.text.slice(start).replace(/^[:,\s]+/, '')
  return { text, span: { start: field.value.span.end - text.length, end: field.value.span.end } }
}

/** Every parameter in a line, of whatever it belongs to. */
export const paramsOf = ({ challenges, credentials, info }: FieldReading): readonly AuthParam[] => [
  ...[...challenges, ...(credentials ? [credentials] : [])].flatMap(({ payload }) =>
    payload.kind === 'params' ? payload.params : [],
  ),
  ...info,
]

export interface Side {
  readonly in: 'request' | 'response'
  readonly reading: Reading
}

/** The messages that are there, each with the word by which a finding names it. */
export const sidesOf = ({ request, response }: Past): readonly Side[] => [
  ...(request ? [{ in: 'request', reading: request } as const] : []),
  ...(response ? [{ in: 'response', reading: response } as const] : []),
]
