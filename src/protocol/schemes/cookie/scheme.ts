/**
 * A session in a cookie (RFC 6265): what most pages do, and no authentication scheme of HTTP’s.
 *
 * Departures: no challenge belongs to it, so its servers have no 401 to send (RFC 9110 §15.5.2). Their resources send
 * people to the login page (303) and programs away (403): `replies` say so.
 */

import type { Answer, Ask, Env, Judgement, Refusal, Scheme, Shown } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { anatomy } from './anatomy.ts'
import { isWritable, readCrumbs } from './cookies.ts'
import { type CookieMemory, type CookieSettings, dropCookie, hashOf, type Space, sessionNamed } from './space.ts'

/** Nothing to be answered. Whoever brings a cookie that is none any more is told to forget it. */
function challenge(space: Space, _env: Env, refusal?: Refusal) {
  const dead = refusal?.kind === 'unknown' || refusal?.kind === 'expired'
  return { challenges: [], space, fields: dead ? [dropCookie(space.settings)] : [] }
}

/** The session's cookie, and whatever others the request had: all stand in one field (RFC 6265 §5.4). */
async function answer({ secret, request }: Ask): Promise<Answer> {
  const { name = '', value = '' } = secret
  const others = fieldsNamed(request, 'Cookie')
    .flatMap((field) => readCrumbs(field.value).map(({ span }) => request.source.slice(span.start, span.end)))
    .filter((text) => text !== name && !text.startsWith(`${name}=`))
  return { fields: [['Cookie', [`${name}=${value}`, ...others].join('; ')]], workings: [] }
}

async function judge({ field }: Shown, space: Space, _request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const { steps, ask } = transcript('cookie', 'RFC 6265 §4.2')
  const refused = (kind: string) => ({ result: 'refused', status: 401, refusal: { kind }, steps, space }) as const
  const { name, lifetime } = space.settings
  const crumbs = readCrumbs(field.value)
  const whole = [field.value.span]
  const pairs = crumbs.length > 0 && crumbs.every(({ value }) => value !== undefined)
  if (!ask('form', 'pairs', pairs, { saw: whole, cite: 'RFC 6265 §4.2.1' })) return refused('unreadable')
  const named = crumbs.filter((each) => each.name === name)
  const saw = named.length > 0 ? named.map(({ span }) => span) : whole
  if (!ask('form', 'named', named.length > 0, { saw, knew: { name } })) return refused('missing')
  // Which came from where, no server can tell (RFC 6265 §8.6).
  const twice = { saw, knew: { name, count: String(named.length) }, cite: 'RFC 6265 §8.6' } as const
  if (!ask('form', 'once', named.length === 1, twice)) return refused('ambiguous')

  const value = named[0]?.value ?? ''
  const session = sessionNamed(space, value)
  const user = session && space.users.find(({ id }) => id === session.user)
  const workings = [{ name: 'hash', apply: 'SHA-256', input: [{ text: value, secret: true }], output: hashOf(value) }]
  const found = { saw, knew: { user: user?.name ?? '' }, workings, cite: 'RFC 6265 §8.4' } as const
  if (!ask('valid', 'known', user !== undefined, found) || !session || !user) return refused('unknown')
  const age = Math.floor((env.now() - session.made) / 1000)
  const times = { saw, knew: { age: String(age), lifetime: String(lifetime) }, cite: 'RFC 6265 §8.4' } as const
  if (!ask('fresh', 'expiry', age < lifetime, times)) return refused('expired')
  return { result: 'granted', user, steps, space }
}

const cookie: Scheme<CookieSettings, CookieMemory> = {
  name: 'Cookie',
  cite: 'RFC 6265 §4.2',
  registered: false,
  secret: 'cookie',
  field: 'Cookie',
  fields: ['Set-Cookie'],
  strength: 1,
  malformed: 401,
  unasked: true,
  dialog: false,
  params: {},
  challenge,
  unsendable: ({ name, value }) => (isWritable(name ?? '', value ?? '') ? undefined : 'octets'),
  answer,
  usable: () => true,
  judge,
  anatomy,
  exposes: ({ field }) => readCrumbs(field.value).flatMap(({ value }) => value || []),
}

export default cookie
