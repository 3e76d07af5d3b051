/** ApiKey: the id of a key and its secret in Base64, as Elasticsearch takes them. No such scheme is registered. */

import type { AuthElement, Challenge } from '../../auth/challenge.ts'
import { printElement } from '../../auth/print-element.ts'
import type { Answer, Ask, Decoded, Env, Part, Refusal, Scheme, Secret } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import { base64, hex, octetsOf } from '../../text/octets.ts'
import { judge, KEYS } from './judge.ts'
import { readPair } from './pair.ts'
import type { ApiKeySettings, Space } from './space.ts'

/** Bare: a key is good for a whole cluster, whatever its realm. */
function challenge(space: Space, _env: Env, refusal?: Refusal) {
  return { challenges: refusal?.kind === 'forbidden' ? [] : [printElement('ApiKey')], space }
}

async function answer({ secret: { keyId = '', key = '' } }: Ask): Promise<Answer> {
  const octets = octetsOf(`${keyId}:${key}`)
  const token68 = base64(octets)
  const input = [{ text: `${keyId}:` }, { text: key, secret: true }]
  return {
    fields: [['Authorization', `ApiKey ${token68}`]],
    workings: [
      { name: 'id-and-key', apply: 'UTF-8', input, output: hex(octets) },
      { name: 'token68', apply: 'Base64', input: [{ text: 'id-and-key' }], output: token68 },
    ],
  }
}

/** The first colon divides, so an id has none. */
const unsendable = ({ keyId = '' }: Secret): string | undefined => (keyId.includes(':') ? 'id-colon' : undefined)

function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return []
  const { scheme, payload } = node
  const opening: Part = { span: scheme.span, role: 'scheme', cite: KEYS }
  if (payload.kind === 'bare') return [opening]
  if (payload.kind === 'token68') {
    const { text, span } = payload.token68
    return [opening, { span, role: 'token68', cite: KEYS, decoded: opened(text) }]
  }
  const parts = payload.params.map(({ name, span }): Part => {
    const key = name.text.toLowerCase()
    return { span, role: `param.${key}`, cite: apiKey.params[key]?.cite ?? 'RFC 9110 §11.2' }
  })
  return [opening, ...parts]
}

function opened(token68: string): readonly Decoded[] {
  const { id, key } = readPair(token68) ?? {}
  if (!id || !key) return []
  return [
    { name: 'id', text: id, cite: KEYS },
    { name: 'key', text: key, secret: true, cite: KEYS },
  ]
}

const apiKey: Scheme<ApiKeySettings, null> = {
  name: 'ApiKey',
  cite: KEYS,
  registered: false,
  secret: 'search-key',
  field: 'Authorization',
  strength: 2,
  malformed: 401,
  unasked: true,
  dialog: false,
  params: { realm: { in: ['challenge'], cite: 'RFC 9110 §11.5', quoted: true } },
  challenge,
  unsendable,
  answer,
  usable: (offer: Challenge) => offer.payload.kind !== 'token68',
  judge,
  anatomy,
  exposes: ({ credentials }) => {
    if (credentials?.payload.kind !== 'token68') return []
    const { text } = credentials.payload.token68
    return [readPair(text)?.key || text]
  },
}

export default apiKey
