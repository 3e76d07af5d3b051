/** How a resource server judges an access token (RFC 6750 §3.1, RFC 9068 §4). */

import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import { findAccess, knownUser, untimely } from './access.ts'
import { furtherTokens } from './further-tokens.ts'
import { heldByAnother } from './holder.ts'
import type { BearerSpace } from './scheme.ts'
import { loggedInTooWeakly } from './step-up.ts'

/**
 * `b64token = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="`, RFC 6750 §2.1. Descriptions in refusals go
 * into `error_description`, so they are ASCII without quotes (§3).
 */
const B64TOKEN = /^[A-Za-z0-9\-._~+/]+=*$/

export async function judge(
  { field, credentials }: Shown,
  space: BearerSpace,
  request: HttpRequest,
  env: Env,
): Promise<Judgement<BearerSpace>> {
  const notes = transcript('bearer', 'RFC 6750 §3.1')
  const { steps, ask } = notes
  const refused = (status: 400 | 401, kind: string, description: string) =>
    ({ result: 'refused', status, refusal: { kind, description }, steps, space }) as const

  const further = furtherTokens(request, field)
  const everywhere = [field.value.span, ...further]
  const ways = { saw: everywhere, knew: { count: String(everywhere.length) }, cite: 'RFC 6750 §2' } as const
  if (!ask('form', 'one-method', further.length === 0, ways))
    return refused(400, 'invalid_request', 'The access token was sent in more than one way')
  const token = credentials?.payload.kind === 'token68' ? credentials.payload.token68 : undefined
  const whole = token?.span.end === field.value.span.end && B64TOKEN.test(token.text)
  if (!ask('form', 'syntax', whole, { saw: [field.value.span], cite: 'RFC 6750 §2.1' }) || !token)
    return refused(400, 'invalid_request', 'The credentials are not one bearer token')

  const access = await findAccess(token, space.settings, notes)
  if (typeof access === 'string') return refused(401, 'invalid_token', access)
  const saw = [token.span]
  const user = knownUser(access, space.users, saw, notes)
  if (typeof user === 'string') return refused(401, 'invalid_token', user)
  const wrong = heldByAnother(access, saw, env, notes) ?? untimely(access, saw, env, notes)
  if (wrong !== undefined) return refused(401, 'invalid_token', wrong)
  const weak = loggedInTooWeakly(access, space.settings, saw, env, notes)
  if (weak !== undefined) return refused(401, 'insufficient_user_authentication', weak)
  return { result: 'granted', user, scope: access.scope.split(' ').filter(Boolean), steps, space }
}
