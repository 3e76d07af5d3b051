/** Who is the client, and is it that? By its secret, by a signed assertion, or by its name alone (RFC 6749 §2.3). */

import type { FieldDraft } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { Field } from '../../http/message.ts'
import { readJwt } from '../../jose/jwt.ts'
import { fromBase64, octetsOf, sameOctets, utf8Text } from '../../text/octets.ts'
import type { Span } from '../../text/span.ts'
import { checkAssertion } from './client-assertion.ts'
import { clientNamed } from './clients.ts'
import { type Failure, hostOf, type Inquiry, isFailure } from './inquiry.ts'
import type { Memory } from './memory.ts'
import type { Client, ClientMethod } from './settings.ts'

export interface Authenticated {
  readonly client: Client
  readonly memory: Memory
}

/** What the request holds to say who the client is. */
interface Claimed {
  readonly method: ClientMethod
  readonly id?: string
  readonly secret?: string
  readonly saw: readonly Span[]
}

export function authenticateClient(inquiry: Inquiry): Authenticated | Failure {
  const { parameters, memory, ask } = inquiry
  const [field] = fieldsNamed(inquiry.request, 'Authorization')
  const ways = waysIn(inquiry, field)
  const count = { saw: ways.flatMap(({ saw }) => saw), knew: { count: String(ways.length) } }
  if (!ask('form', 'one-method', ways.length <= 1, { ...count, cite: 'RFC 6749 §2.3' }))
    return { error: 'invalid_request', description: 'The client authenticates in more than one way' }
  const claimed = ways[0] ?? {
    method: 'none',
    id: parameters.value('client_id'),
    saw: parameters.saw('client_id'),
  }
  const { saw, id, method } = claimed
  if (!ask('sent', 'client-sent', id !== undefined, { saw, cite: 'RFC 6749 §3.2.1' }) || id === undefined)
    return invalid(inquiry, 'The request does not say which client it is from')
  const named = parameters.value('client_id')
  if (!ask('form', 'client-same', named === undefined || named === id, { saw, cite: 'RFC 6749 §3.2.1' }))
    return { error: 'invalid_request', description: 'The client has two names' }
  const client = clientNamed(inquiry, id)
  if (
    !ask('valid', 'client-known', client !== undefined, { saw, knew: { client: id }, cite: 'RFC 6749 §2.2' }) ||
    !client
  )
    return invalid(inquiry, 'The client is unknown')
  const methods = { client: client.name, method, wants: client.method }
  if (!ask('valid', 'client-method', client.method === method, { saw, knew: methods, cite: 'RFC 7591 §2' }))
    return invalid(inquiry, `The client has to authenticate by ${client.method}`)
  if (method === 'none') return { client, memory }
  if (method === 'private_key_jwt') {
    const checked = checkAssertion(inquiry, client)
    return isFailure(checked) ? { ...invalid(inquiry, checked.description), ...checked } : { client, memory: checked }
  }
  const right = sameOctets(octetsOf(claimed.secret ?? ''), octetsOf(client.secret ?? ''))
  if (!ask('valid', 'client-secret', right, { saw, knew: { client: client.name }, cite: 'RFC 6749 §2.3.1' }))
    return invalid(inquiry, 'The secret of the client is wrong')
  return { client, memory }
}

/** 401 with a challenge for the scheme that clients may use, as every 401 has one (RFC 6749 §5.2, RFC 9110 §15.5.2). */
const invalid = (inquiry: Inquiry, description: string): Failure => ({
  error: 'invalid_client',
  description,
  status: 401,
  fields: [challengeOf(inquiry)],
})

const challengeOf = ({ settings }: Inquiry): FieldDraft => [
  'WWW-Authenticate',
  `Basic realm="${hostOf(settings)}", charset="UTF-8"`,
]

function waysIn({ parameters }: Inquiry, field: Field | undefined): readonly Claimed[] {
  const secret = parameters.value('client_secret')
  const assertion = parameters.value('client_assertion')
  return [
    ...(field && /^basic(?: |$)/i.test(field.value.text) ? [fromBasic(field)] : []),
    ...(secret === undefined
      ? []
      : [
          {
            method: 'client_secret_post',
            id: parameters.value('client_id'),
            secret,
            saw: parameters.saw('client_id', 'client_secret'),
          } as const,
        ]),
    ...(assertion === undefined
      ? []
      : [
          {
            method: 'private_key_jwt',
            id: parameters.value('client_id') ?? subjectOf(assertion),
            saw: parameters.saw('client_assertion'),
          } as const,
        ]),
  ]
}

/** Id and secret, each encoded as in a form before they go into Base64 (RFC 6749 §2.3.1). */
function fromBasic({ value }: Field): Claimed {
  const octets = fromBase64(value.text.slice('Basic '.length).trim())
  const text = (octets && utf8Text(octets)) ?? ''
  const colon = text.indexOf(':')
  const [id, secret] = colon < 0 ? [] : [text.slice(0, colon), text.slice(colon + 1)].map(formDecoded)
  return { method: 'client_secret_basic', id: id || undefined, secret, saw: [value.span] }
}

const formDecoded = (text: string): string => new URLSearchParams(`x=${text.replaceAll('&', '%26')}`).get('x') ?? text

/** The client that an assertion speaks of; whether rightly, is asked later (RFC 7523 §3). */
function subjectOf(assertion: string): string | undefined {
  const { claims } = readJwt({ text: assertion, span: { start: 0, end: assertion.length } })
  return typeof claims?.sub === 'string' ? claims.sub : undefined
}
