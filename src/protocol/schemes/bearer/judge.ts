/** How a resource server judges an access token (RFC 6750 §3.1, RFC 9068 §4). */

import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import { looksLikeJwt } from '../../jose/jwt.ts'
import type { Token } from '../../text/span.ts'
import { type Access, readAccess } from './access.ts'
import { furtherTokens } from './further-tokens.ts'
import type { BearerSettings, BearerSpace } from './scheme.ts'

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
  const { steps, ask, moot } = notes
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
  if (!ask('valid', 'revoked', !access.revoked, { saw }))
    return refused(401, 'invalid_token', 'The access token was revoked')
  const user = space.users.find(({ id }) => id === access.subject)
  const who = { saw, knew: { user: user?.name ?? access.subject }, cite: 'RFC 9068 §2.2' } as const
  if (!ask('valid', 'user', user !== undefined, who) || !user)
    return refused(401, 'invalid_token', 'The access token is for an unknown user')

  const now = { now: iso(env.now()) }
  const { notBefore, expires } = access
  if (notBefore === undefined) moot('fresh', 'not-before', { saw, cite: 'RFC 7519 §4.1.5' })
  else {
    const knew = { ...now, notBefore: iso(notBefore) }
    if (!ask('fresh', 'not-before', env.now() >= notBefore, { saw, knew, cite: 'RFC 7519 §4.1.5' }))
      return refused(401, 'invalid_token', 'The access token is not valid yet')
  }
  const knew = { ...now, expires: iso(expires) }
  if (!ask('fresh', 'expiry', env.now() < expires, { saw, knew, cite: 'RFC 7519 §4.1.4' }))
    return refused(401, 'invalid_token', 'The access token expired')
  return { result: 'granted', user, scope: access.scope.split(' ').filter(Boolean), steps, space }
}

const iso = (instant: number) => new Date(instant).toISOString()

/**
 * What the token stands for; or what is wrong with it, in words for the client. The server's own tokens come first, even
 * if they look like something else: what a token is, only its issuer knows (RFC 6749 §1.4).
 */
async function findAccess(token: Token, settings: BearerSettings, notes: Transcript): Promise<Access | string> {
  const opaque = settings.tokens.find((each) => each.token === token.text)
  const saw = [token.span]
  if (!opaque && looksLikeJwt(token.text)) {
    notes.moot('valid', 'known', { saw })
    return readAccess(token, settings, notes)
  }
  if (!notes.ask('valid', 'known', opaque !== undefined, { saw }) || !opaque) return 'The access token is unknown'
  return { ...opaque, revoked: opaque.revoked ?? false }
}
