/**
 * The server judges. It answers 403, or 400 for what it can't read, and never 401: this vendor has no challenge
 * (AWS, Error responses).
 */

import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import type { HttpRequest } from '../../http/message.ts'
import { readClaim } from './form.ts'
import { type Inquiry, inquire, type Objection } from './inquiry.ts'
import { MAX_SKEW, type Space } from './space.ts'
import { printStamp } from './stamp.ts'
import { prove } from './validity.ts'

const ERRORS = 'AWS §ErrorResponses'

export async function judge(shown: Shown, space: Space, request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const inquiry = inquire(shown, space, request, env)
  const { steps } = inquiry
  const refused = ([status, kind]: Objection) =>
    ({ result: 'refused', status, refusal: { kind }, steps, space }) as const
  const claim = readClaim(inquiry)
  if (!('names' in claim)) return refused(claim)
  const account = prove(inquiry, claim)
  if (!('user' in account)) return refused(account)
  const late = lateness(inquiry, claim.instant, account.secret.expires)
  return late ? refused(late) : { result: 'granted', user: account.user, steps, space }
}

/** The questions about freshness. There is no nonce: within a quarter of an hour the same request may come again. */
function lateness(inquiry: Inquiry, instant: number, expires: string | undefined): Objection | undefined {
  const { ask, moot, place, value, lines, env } = inquiry
  const apart = Math.abs(env.now() - instant)
  const saw = lines(value('x-amz-date') === undefined ? 'Date' : 'X-Amz-Date')
  const knew = { date: printStamp(instant), now: printStamp(env.now()), minutes: String(Math.ceil(apart / 60_000)) }
  if (!ask('fresh', 'skew', apart <= MAX_SKEW, { saw, knew, cite: ERRORS })) return [403, 'skewed']

  const token = { saw: lines('X-Amz-Security-Token'), cite: ERRORS } as const
  if (expires === undefined) moot('fresh', 'token-expiry', token)
  else {
    const times = { expires, now: new Date(env.now()).toISOString() }
    if (!ask('fresh', 'token-expiry', env.now() < Date.parse(expires), { ...token, knew: times }))
      return [400, 'expired-token']
  }
  moot('fresh', 'replay', { saw: place('Signature'), cite: 'AWS §sig-v4-authenticating-requests' })
  return undefined
}
