/**
 * Token: a long random text that stands for an account, as Django REST framework, Rails and many others take it.
 *
 * Departures: no such scheme is registered, and there are two dialects of it. Django REST takes one word, Rails a parameter
 * `token`, and the word as well.
 */

import { type AuthElement, type Challenge, param } from '../../auth/challenge.ts'
import { printElement } from '../../auth/print-element.ts'
import type { Answer, Ask, Decoded, Env, Part, Refusal, Scheme, Secret } from '../../auth/scheme.ts'
import { isToken68 } from '../../http/grammar.ts'
import type { Field } from '../../http/message.ts'
import { isRight, partsOf } from './checksum.ts'
import { judge, TOKENS } from './judge.ts'
import type { Space, TokenSettings } from './space.ts'

/** Bare, or with the realm that Rails calls `Application` where nobody calls it otherwise. */
function challenge(space: Space, _env: Env, refusal?: Refusal) {
  if (refusal?.kind === 'forbidden') return { challenges: [], space }
  const rails = space.settings.style === 'rails'
  return { challenges: [printElement('Token', rails ? [['realm', space.realm, 'quoted']] : [])], space }
}

/** A challenge with parameters speaks Rails, a bare one Django. */
async function answer({ offer, secret }: Ask): Promise<Answer> {
  const key = secret.key ?? ''
  const value = offer.payload.kind === 'params' ? printElement('Token', [['token', key, 'quoted']]) : `Token ${key}`
  return { fields: [['Authorization', value]], workings: [] }
}

/** Behind the name of a scheme a single word must be a token68 (RFC 9110 §11.4). */
const unsendable = ({ key = '' }: Secret): string | undefined => (isToken68(key) ? undefined : 'characters')

function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return []
  const { scheme, payload } = node
  const opening: Part = { span: scheme.span, role: 'scheme', cite: TOKENS }
  if (payload.kind === 'bare') return [opening]
  if (payload.kind === 'token68') {
    const { text, span } = payload.token68
    return [opening, { span, role: 'token68', cite: TOKENS, decoded: opened(text) }]
  }
  const parts = payload.params.map(({ name, value, span }): Part => {
    const key = name.text.toLowerCase()
    const cite = token.params[key]?.cite ?? 'RFC 9110 §11.2'
    return { span, role: `param.${key}`, cite, decoded: key === 'token' ? opened(value) : [] }
  })
  return [opening, ...parts]
}

/** What a key with prefix and checksum tells; of any other text nothing is guessed. */
function opened(text: string): readonly Decoded[] {
  const parts = partsOf(text)
  if (!parts || !isRight(parts)) return []
  return [
    { name: 'prefix', text: parts.prefix },
    { name: 'checksum', text: parts.checksum },
  ]
}

const token: Scheme<TokenSettings, null> = {
  name: 'Token',
  cite: TOKENS,
  registered: false,
  secret: 'token-key',
  field: 'Authorization',
  strength: 2,
  malformed: 401,
  unasked: true,
  dialog: false,
  params: {
    realm: { in: ['challenge'], cite: 'RFC 9110 §11.5', quoted: true },
    token: { in: ['credentials'], cite: TOKENS, quoted: true },
  },
  challenge,
  unsendable,
  answer,
  usable: (offer: Challenge) => offer.payload.kind !== 'token68',
  judge,
  anatomy,
  exposes: ({ field, credentials }) => {
    const named = credentials && param(credentials, 'token')?.value
    const start = credentials ? credentials.scheme.span.end - field.value.span.start : 0
    return [named || field.value.text.slice(start).trim()].filter(Boolean)
  },
}

export default token
