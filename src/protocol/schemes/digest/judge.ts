/** The server judges (RFC 7616 §3.6), and remembers which counts it has seen with each nonce. */

import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import type { HttpRequest } from '../../http/message.ts'
import type { Ingredients } from './compute.ts'
import { printConfirmation } from './confirmation.ts'
import { isWellFormed } from './form.ts'
import { isFresh } from './freshness.ts'
import { type Inquiry, inquire } from './inquiry.ts'
import { weigh } from './proof.ts'
import { lifetime, newNonce, nonceAge, nonceUse, remember, type Space } from './space.ts'
import { objection } from './validity.ts'

export async function judge(shown: Shown, space: Space, request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const inquiry = inquire(shown, space, request, env)
  const { steps } = inquiry
  const refused = (status: 400 | 401, kind: string) =>
    ({ result: 'refused', status, refusal: { kind }, steps, space }) as const

  if (!isWellFormed(inquiry)) return refused(400, 'malformed')
  const proof = weigh(inquiry)
  const reason = objection(inquiry, proof)
  if (reason) return refused(401, reason)
  // A replay is `stale` too: its password is right, and without the word a client must ask for another (RFC 7616 §3.3).
  if (!isFresh(inquiry)) return refused(401, 'stale')

  const { account, ingredients } = proof
  if (!account || !ingredients) throw new Error('A response was found right without an account to compare it with')
  const next = nextNonce(inquiry, ingredients.nonce)
  return {
    result: 'granted',
    user: account.user,
    steps,
    space: rememberUse(inquiry, ingredients, next),
    confirm: ({ body }) => [['Authentication-Info', printConfirmation(ingredients, body, next)]],
  }
}

/** Another nonce for one that is past half its life, so that nobody runs into `stale` (RFC 7616 §3.5). */
function nextNonce({ space, env }: Inquiry, nonce: string): string | undefined {
  const age = nonceAge(space, nonce, env)
  return space.settings.nextnonce && age !== undefined && age > lifetime(space) / 2 ? newNonce(space, env) : undefined
}

/** A session outlives its first nonce: `nextnonce` goes on with the same key (RFC 7616 §3.4.2). */
function rememberUse({ space, env }: Inquiry, { algorithm, nonce, protection }: Ingredients, next?: string): Space {
  const { seen, session = `${nonce}:${protection?.cnonce ?? ''}` } = nonceUse(space, nonce)
  const count = protection ? [Number.parseInt(protection.nc, 16)] : []
  const key = algorithm.session ? { session } : {}
  const used = remember(space, nonce, { seen: [...seen, ...count], ...key }, env)
  return next !== undefined && algorithm.session ? remember(used, next, { seen: [], ...key }, env) : used
}
