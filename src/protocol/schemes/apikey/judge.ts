/** The server looks the key up by its id, and compares the hash of its secret. */

import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import type { Cite } from '../../text/cite.ts'
import { octetsOf, sameOctets } from '../../text/octets.ts'
import { readPair } from './pair.ts'
import { hashOf, type Space } from './space.ts'

export const KEYS: Cite = 'Elastic §api-keys/elasticsearch-api-keys'

export async function judge(shown: Shown, space: Space, _request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const { field, credentials } = shown
  const { steps, ask, moot } = transcript('apikey', KEYS)
  const refused = (kind: string) => ({ result: 'refused', status: 401, refusal: { kind }, steps, space }) as const
  const token68 = credentials?.payload.kind === 'token68' ? credentials.payload.token68 : undefined
  const whole = token68?.span.end === field.value.span.end
  const saw = [whole ? token68.span : field.value.span]
  const pair = whole ? readPair(token68.text) : undefined
  if (!ask('form', 'base64', pair !== undefined, { saw, cite: 'RFC 4648 §4' })) return refused('unreadable')
  const { id = '', key = '' } = pair ?? {}
  if (!ask('form', 'pair', id !== '' && key !== '', { saw })) return refused('unreadable')

  const stored = space.settings.keys.find(({ keyId }) => keyId === id)
  const user = space.users.find((each) => each.id === stored?.user)
  const knew = { id, user: user?.name ?? '' }
  if (!ask('valid', 'id', user !== undefined, { saw, knew }) || !stored || !user) return refused('unknown')
  const hash = hashOf(key)
  const right = sameOctets(octetsOf(hash), octetsOf(stored.sha256))
  const workings = [{ name: 'hash', apply: 'SHA-256', input: [{ text: key, secret: true }], output: hash }]
  if (!ask('valid', 'key', right, { saw, knew, workings })) return refused('wrong')
  if (!ask('valid', 'invalidated', !stored.invalidated, { saw, knew })) return refused('invalidated')
  if (stored.expires === undefined) moot('fresh', 'expiry', { saw })
  else {
    const times = { now: new Date(env.now()).toISOString(), expires: new Date(stored.expires).toISOString() }
    if (!ask('fresh', 'expiry', env.now() < stored.expires, { saw, knew: times })) return refused('expired')
  }
  return { result: 'granted', user, steps, space }
}
