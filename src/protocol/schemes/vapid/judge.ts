/**
 * The push service judges (RFC 8292 §4.2). All that is wrong with a token or its key is 403; only who shows none at all
 * gets 401.
 */

import type { AuthParam } from '../../auth/challenge.ts'
import type { Env, Judgement, Shown, User } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'
import type { JsonObject } from '../../jose/jwt.ts'
import { fromBase64url, sameOctets } from '../../text/octets.ts'
import type { Span } from '../../text/span.ts'
import { LONGEST, type Space } from './space.ts'
import { instantOf, jwtOf, partsOf, readKey, shown as textOf, verify } from './token.ts'

export async function judge(shown: Shown, space: Space, request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const notes = transcript('vapid', 'RFC 8292 §4.2')
  const { steps, ask } = notes
  const refused = (kind: string, status: 400 | 403 = 403) =>
    ({ result: 'refused', status, refusal: { kind }, steps, space }) as const

  const { token, key } = partsOf(shown.credentials)
  const missing = [token ? '' : 't', key ? '' : 'k'].filter(Boolean).join(', ')
  const whole = [shown.field.value.span]
  const complete = token !== undefined && key !== undefined
  if (!ask('form', 'params', complete, { saw: whole, knew: { missing } }) || !token || !key) return refused('malformed')
  const point = readKey(key.value)
  if (!ask('form', 'key-form', point !== undefined, { saw: [key.raw.span], cite: 'RFC 8292 §3.2' }) || !point)
    return refused('malformed')
  const { header, claims, ...jwt } = jwtOf(token)
  const [fault] = jwt.faults
  const unread = { saw: [fault?.span ?? token.raw.span], cite: 'RFC 7519 §7.2' } as const
  if (!ask('form', 'jwt-readable', fault === undefined, unread) || !header || !claims) return refused('malformed')
  if (!isOtherKey(notes, request, key)) return refused('same-key', 400)

  const [inHeader, inClaims, inSignature] = jwt.parts.map(({ span }) => span)
  const at = (...spans: readonly (Span | undefined)[]) => spans.filter((each) => each !== undefined)
  const alg = textOf(header.alg)
  if (!ask('valid', 'algorithm', alg === 'ES256', { saw: at(inHeader), knew: { alg }, cite: 'RFC 8292 §2' }))
    return refused('invalid')
  const crit = { saw: at(inHeader), knew: { crit: textOf(header.crit) }, cite: 'RFC 7515 §4.1.11' } as const
  if (!ask('valid', 'critical', header.crit === undefined, crit)) return refused('invalid')
  const { holds, workings } = verify(jwt, point, key.value)
  if (!ask('valid', 'signature', holds, { saw: at(inHeader, inClaims, inSignature, key.raw.span), workings }))
    return refused('invalid')
  if (!claimsHold(notes, claims, at(inClaims), space.settings.origin)) return refused('invalid')

  const user = sender(notes, space, request, key)
  if (!user) return refused('other-key')
  if (!isTimely(notes, claims, at(inClaims), env)) return refused('expired')
  return { result: 'granted', user, steps, space }
}

/**
 * The key of the signature must not be the one of the encryption; a service should refuse that with 400 (RFC 8292 §3.2).
 *
 * Departures: the encryption's key stands in the body, in front of the encrypted text (RFC 8291 §4), where this page has
 * text only; older senders put it in `Crypto-Key`, and that is where it is looked for.
 */
function isOtherKey({ ask, moot }: Transcript, request: HttpRequest, key: AuthParam): boolean {
  const field = fieldsNamed(request, 'Crypto-Key')[0]
  const dh = /(?:^|[;,\s])dh="?([A-Za-z0-9_-]+)/.exec(field?.value.text ?? '')?.[1]
  if (!field || dh === undefined) {
    moot('form', 'encryption-key', { cite: 'RFC 8292 §3.2' })
    return true
  }
  const saw = [key.raw.span, field.value.span]
  return ask('form', 'encryption-key', !sameKey(dh, key.value), { saw, cite: 'RFC 8292 §3.2' })
}

function sameKey(one: string, other: string): boolean {
  const [a, b] = [fromBase64url(one), fromBase64url(other)]
  return a !== undefined && b !== undefined && sameOctets(a, b)
}

function claimsHold({ ask, moot }: Transcript, claims: JsonObject, saw: readonly Span[], origin: string): boolean {
  const { aud, exp, sub } = claims
  const forUs = Array.isArray(aud) ? aud.includes(origin) : aud === origin
  if (!ask('valid', 'audience', forUs, { saw, knew: { got: textOf(aud), origin } })) return false
  const ends = { saw, knew: { got: textOf(exp) }, cite: 'RFC 8292 §2' } as const
  if (!ask('valid', 'exp', instantOf(exp) !== undefined, ends)) return false
  if (sub === undefined) {
    moot('valid', 'contact', { saw, cite: 'RFC 8292 §2.1' })
    return true
  }
  const reachable = typeof sub === 'string' && /^(?:mailto|https):./i.test(sub)
  return ask('valid', 'contact', reachable, { saw, knew: { sub: textOf(sub) }, cite: 'RFC 8292 §2.1' })
}

/** Whose key it is, if the subscription was made for it. */
function sender({ ask, moot }: Transcript, space: Space, request: HttpRequest, key: AuthParam): User | undefined {
  const { servers, subscriptions } = space.settings
  const { path } = targetOf(request)
  const owner = servers.find((each) => sameKey(each.key, key.value))?.user
  const user = space.users.find(({ id }) => id === owner)
  const wanted = new Map(Object.entries(subscriptions)).get(path)
  const saw = [request.line.target.span, key.raw.span]
  if (!wanted) moot('valid', 'subscription', { saw })
  else if (!ask('valid', 'subscription', owner !== undefined && wanted.includes(owner), { saw, knew: { path } }))
    return undefined
  const known = { saw: [key.raw.span], knew: { user: user?.name ?? '' } }
  return ask('valid', 'known', user !== undefined, known) ? user : undefined
}

function isTimely({ ask, moot }: Transcript, { exp }: JsonObject, saw: readonly Span[], env: Env): boolean {
  const expires = instantOf(exp) ?? 0
  const knew = { expires: new Date(expires).toISOString(), now: new Date(env.now()).toISOString() }
  if (!ask('fresh', 'expiry', env.now() <= expires, { saw, knew })) return false
  if (!ask('fresh', 'lifetime', expires - env.now() <= LONGEST, { saw, knew })) return false
  moot('fresh', 'reuse', { saw, cite: 'RFC 8292 §5' })
  return true
}
