/**
 * X-API-Key: a key in a field of its own, as many an API wants it.
 *
 * Departures: no such scheme is registered, and its field stands outside the framework (RFC 9110 §16.4.2); the challenge
 * is one that servers do send, though no `Authorization` can answer it.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import type { AuthElement } from '../../auth/challenge.ts'
import { printElement } from '../../auth/print-element.ts'
import type { Answer, Ask, Env, Judgement, Part, ProtectionSpace, Refusal, Scheme, Shown } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import type { Field, HttpRequest } from '../../http/message.ts'
import type { Cite } from '../../text/cite.ts'
import { hex, octetsOf } from '../../text/octets.ts'

/** A good server keeps only the hash, so that whoever reads its memory can't log in; `key` is hashed before comparing. */
type Stored = ({ readonly key: string } | { readonly sha256: string }) & {
  /** Id of the user. */
  readonly user: string
  readonly revoked?: boolean
  /** Milliseconds since 1970. */
  readonly expires?: number
}
export type XApiKeySettings = {
  readonly keys: readonly Stored[]
  /** Whether a refusal carries the challenge that no registry knows; it does unless this is false. */
  readonly challenge?: boolean
}
type Space = ProtectionSpace<XApiKeySettings, null>

const PRIVATE_FIELD: Cite = 'RFC 9110 §16.4.2'

/** SHA-256 in hex: what a server stores. A long random key needs no slow hash, unlike a password. */
export const hashOf = (key: string): string => hex(sha256(octetsOf(key)))

function challenge(space: Space, _env: Env, refusal?: Refusal) {
  if (space.settings.challenge === false || refusal?.kind === 'forbidden') return { challenges: [], space }
  return { challenges: [printElement('X-API-Key', [['realm', space.realm, 'quoted']])], space }
}

async function answer({ secret }: Ask): Promise<Answer> {
  return { fields: [['X-API-Key', secret.key ?? '']], workings: [] }
}

async function judge({ field }: Shown, space: Space, _request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const { steps, ask, moot } = transcript('x-api-key', PRIVATE_FIELD)
  const refused = (kind: string) => ({ result: 'refused', status: 401, refusal: { kind }, steps, space }) as const
  const saw = [field.value.span]
  const key = field.value.text
  if (!ask('form', 'syntax', /^\S+$/.test(key), { saw })) return refused('unreadable')

  const hash = hashOf(key)
  const stored = space.settings.keys.find((each) => ('sha256' in each ? each.sha256 : hashOf(each.key)) === hash)
  const user = stored && space.users.find(({ id }) => id === stored.user)
  const workings = [{ name: 'hash', apply: 'SHA-256', input: [{ text: key, secret: true }], output: hash }]
  if (!ask('valid', 'known', user !== undefined, { saw, workings }) || !stored || !user) return refused('unknown')
  const knew = { user: user.name }
  if (!ask('valid', 'revoked', !stored.revoked, { saw, knew })) return refused('revoked')
  if (stored.expires === undefined) moot('fresh', 'expiry', { saw })
  else {
    const times = { now: new Date(env.now()).toISOString(), expires: new Date(stored.expires).toISOString() }
    if (!ask('fresh', 'expiry', env.now() < stored.expires, { saw, knew: times })) return refused('expired')
  }
  return { result: 'granted', user, steps, space }
}

function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) {
    const { text, span } = node.value
    return text ? [{ span, role: 'key', cite: PRIVATE_FIELD }] : []
  }
  const { scheme, payload } = node
  const opening: Part = { span: scheme.span, role: 'scheme', cite: 'RFC 9110 §16.4.1' }
  if (payload.kind === 'bare') return [opening]
  if (payload.kind === 'token68') return [opening, { span: payload.token68.span, role: 'key', cite: PRIVATE_FIELD }]
  const parts = payload.params.map(({ name, span }): Part => {
    const known = name.text.toLowerCase()
    return { span, role: `param.${known}`, cite: xApiKey.params[known]?.cite ?? 'RFC 9110 §11.2' }
  })
  return [opening, ...parts]
}

const xApiKey: Scheme<XApiKeySettings, null> = {
  name: 'X-API-Key',
  cite: PRIVATE_FIELD,
  registered: false,
  secret: 'api-key',
  field: 'X-API-Key',
  strength: 1,
  malformed: 401,
  dialog: false,
  params: { realm: { in: ['challenge'], cite: 'RFC 9110 §11.5', quoted: true } },
  challenge,
  answer,
  usable: () => true,
  judge,
  anatomy,
  exposes: ({ field }) => (field.value.text ? [field.value.text] : []),
}

export default xApiKey
