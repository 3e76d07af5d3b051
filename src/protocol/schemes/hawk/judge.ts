/** The server judges, and remembers which nonces were used. */

import type { Env, Judgement, Refusal, Shown } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import { isSafe } from './answer.ts'
import { type Attributes, artifactsOf, attributesOf, contentTypeOf } from './attributes.ts'
import { confirmation } from './confirmation.ts'
import { computeHash, computeMac, computeTsm, sameText } from './mac.ts'
import { remember, type Space, type Stored, secondsOf, type Use, wasUsed } from './space.ts'

interface Inquiry extends Transcript, Attributes {
  readonly space: Space
  readonly request: HttpRequest
}

export async function judge(shown: Shown, space: Space, request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const { field, credentials } = shown
  const told = transcript('hawk', 'Hawk §protocol-example')
  const inquiry = { ...told, ...attributesOf(credentials, field.value.span), space, request }
  const { ask, value, saw, steps } = inquiry
  const refused = (status: 400 | 401, kind: string, facts: Omit<Refusal, 'kind'> = {}) =>
    ({ result: 'refused', status, refusal: { kind, ...facts }, steps, space }) as const

  if (!isWellFormed(inquiry, shown)) return refused(400, 'malformed')
  const stored = space.settings.keys.find(({ keyId }) => keyId === value('id'))
  const user = space.users.find(({ id }) => id === stored?.user)
  const known = { saw: saw('id'), knew: { id: value('id') ?? '', user: user?.name ?? '' } }
  if (!ask('valid', 'id', user !== undefined, known) || !stored || !user)
    return refused(401, 'wrong', { error: 'Unknown credentials' })
  const objection = objectionTo(inquiry, stored)
  if (objection) return refused(401, 'wrong', { error: objection })

  const now = secondsOf(env)
  const use: Use = { at: Number(value('ts')), nonce: value('nonce') ?? '', keyId: stored.keyId }
  const { skew } = space.settings
  const time = { saw: saw('ts'), knew: { age: String(Math.abs(now - use.at)), skew: String(skew) } }
  if (!ask('fresh', 'timestamp', Math.abs(now - use.at) <= skew, { ...time, cite: 'Hawk §replay-protection' })) {
    const ts = String(now)
    return refused(401, 'stale', { ts, tsm: computeTsm(stored, ts).output, error: 'Stale timestamp' })
  }
  const once = { saw: saw('nonce', 'ts'), knew: { nonce: use.nonce }, cite: 'Hawk §replay-protection' } as const
  if (!ask('fresh', 'nonce', !wasUsed(space, use), once)) return refused(401, 'wrong', { error: 'Invalid nonce' })
  const artifacts = artifactsOf(request, inquiry)
  return {
    result: 'granted',
    user,
    steps,
    space: remember(space, use, now),
    confirm: (response) => [['Server-Authorization', confirmation(space.settings, stored, artifacts, response)]],
  }
}

const KNOWN = ['id', 'ts', 'nonce', 'hash', 'ext', 'mac', 'app', 'dlg']

/** The questions about form: each is answered with 400 where it fails. */
function isWellFormed({ ask, value, saw }: Inquiry, { credentials }: Shown): boolean {
  const all = credentials?.payload.kind === 'params' ? credentials.payload.params : []
  const missing = ['id', 'ts', 'nonce', 'mac'].filter((name) => value(name) === undefined)
  if (!ask('form', 'attributes', missing.length === 0, { saw: saw(), knew: { missing: missing.join(', ') } }))
    return false
  const seen = new Set<string>()
  const strange = all.filter(({ name: { text } }) => !KNOWN.includes(text) || seen.size === seen.add(text).size)
  const named = {
    saw: strange.length > 0 ? strange.map(({ span }) => span) : saw(),
    knew: { names: strange.map(({ name }) => name.text).join(', ') },
  }
  if (!ask('form', 'known', strange.length === 0, named)) return false
  const unsafe = all.filter((each) => !isSafe(each.value))
  const marked = {
    saw: unsafe.length > 0 ? unsafe.map(({ span }) => span) : saw(),
    knew: { names: unsafe.map(({ name }) => name.text).join(', ') },
  }
  if (!ask('form', 'characters', unsafe.length === 0, marked)) return false
  const dated = { saw: saw('ts'), knew: { ts: value('ts') ?? '' }, cite: 'Hawk §replay-protection' } as const
  return ask('form', 'ts', /^[0-9]{1,11}$/.test(value('ts') ?? ''), dated)
}

/** The questions about validity, in the order in which Hawk's own server asks; what it says where one fails. */
function objectionTo({ ask, moot, value, saw, space, request }: Inquiry, stored: Stored): string | undefined {
  const mac = computeMac('header', stored, artifactsOf(request, { value }))
  const right = sameText(mac.output, value('mac') ?? '')
  if (!ask('valid', 'mac', right, { saw: saw('mac'), knew: { id: stored.keyId }, workings: [mac] })) return 'Bad mac'

  const [body, hash] = [request.body.text, value('hash')]
  const cite = 'Hawk §payload-validation'
  const required = space.settings.payload === 'required' && body !== ''
  if (hash === undefined && !required) moot('valid', 'hash', { cite })
  else {
    const expected = computeHash(stored, contentTypeOf(request), body)
    const same = hash !== undefined && sameText(expected.output, hash)
    if (!ask('valid', 'hash', same, { saw: saw('hash'), workings: [expected], cite }))
      return hash === undefined ? 'Missing required payload hash' : 'Bad payload hash'
  }
  const app = value('app')
  const bound = { saw: saw('app'), knew: { app: app ?? '' }, cite: OZ } as const
  if (app === undefined && stored.app === undefined) moot('valid', 'app', bound)
  else if (!ask('valid', 'app', app === stored.app, bound)) return 'Application mismatch'
  return undefined
}

const OZ = 'Hawk §what-are-app-and-dlg-in-the-authorization-header-and-normalized-mac-string'
