/** How a resource server judges an access token and the proof that goes with it (RFC 9449 §7.1). */

import type { Env, FieldDraft, Judgement, Shown, Step } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { isToken68 } from '../../http/grammar.ts'
import type { HttpRequest } from '../../http/message.ts'
import { isObject } from '../../jose/jwt.ts'
import { type Access, findAccess, knownUser, textOf, untimely } from '../bearer/access.ts'
import { furtherTokens } from '../bearer/further-tokens.ts'
import { findProof, verifyProof } from './proof.ts'
import { currentNonce, type DpopSpace, goodNonces, nonceFields, seenProofs, withProof } from './space.ts'
import { askedBy } from './target-uri.ts'

/** Gate by gate: can token and proof be read, are both right and do they belong together, are both fresh? */
export async function judge(
  { field, credentials }: Shown,
  space: DpopSpace,
  request: HttpRequest,
  env: Env,
): Promise<Judgement<DpopSpace>> {
  const notes = transcript('dpop', 'RFC 9449 §7.1')
  const timing = transcript('dpop', 'RFC 9449 §7.1')
  const refused = (steps: readonly Step[], kind: string, description: string, status: 400 | 401 = 401) =>
    ({ result: 'refused', status, refusal: { kind, description }, steps, space }) as const

  const further = furtherTokens(request, field)
  const everywhere = [field.value.span, ...further]
  const ways = { saw: everywhere, knew: { count: String(everywhere.length) }, cite: 'RFC 9449 §7.2' } as const
  if (!notes.ask('form', 'one-method', further.length === 0, ways))
    return refused(notes.steps, 'invalid_request', 'Multiple methods used to include access token', 400)
  const token = credentials?.payload.kind === 'token68' ? credentials.payload.token68 : undefined
  const whole = token?.span.end === field.value.span.end && isToken68(token.text)
  if (!notes.ask('form', 'syntax', whole, { saw: [field.value.span] }) || !token)
    return refused(notes.steps, 'invalid_request', 'The credentials are not one access token', 400)
  const proof = findProof(request, notes)
  if ('kind' in proof) return refused(notes.steps, proof.kind, proof.description)

  const saw = [token.span]
  const access = await findAccess(token, space.settings, notes)
  if (typeof access === 'string') return refused(notes.steps, 'invalid_token', access)
  const user = knownUser(access, space.users, saw, notes)
  if (typeof user === 'string') return refused(notes.steps, 'invalid_token', user)
  const jkt = boundTo(access)
  if (!notes.ask('valid', 'bound', jkt !== undefined, { saw, cite: 'RFC 9449 §6.1' }))
    return refused(notes.steps, 'invalid_token', 'The access token is not bound to a key')

  const { settings } = space
  const known = { seen: seenProofs(space), nonces: goodNonces(space, env) }
  const options = { ...known, lifetime: settings.lifetime, token: token.text, jkt }
  const checked = verifyProof(proof, askedBy(request), env, options)
  const valid = [...notes.steps, ...checked.steps.filter(({ gate }) => gate !== 'fresh')]
  const fresh = checked.steps.filter(({ gate }) => gate === 'fresh')
  if (checked.result === 'refused' && fresh.length === 0)
    return refused(valid, checked.refusal.kind, checked.refusal.description)
  const late = untimely(access, saw, env, timing)
  if (late !== undefined) return refused([...valid, ...timing.steps], 'invalid_token', late)
  const steps = [...valid, ...timing.steps, ...fresh]
  if (checked.result === 'refused') return refused(steps, checked.refusal.kind, checked.refusal.description)

  const { space: after, fields } = renewed(withProof(space, checked, env), checked.nonce, env)
  const scope = access.scope.split(' ').filter(Boolean)
  return { result: 'granted', user, scope, steps, space: after, confirm: () => fields }
}

/** The thumbprint in `cnf` (RFC 9449 §6.1). */
function boundTo({ claims: { cnf } }: Access): string | undefined {
  return isObject(cnf) && cnf.jkt !== undefined ? textOf(cnf.jkt) : undefined
}

/** Another nonce for who used an old one, so that nobody runs into `use_dpop_nonce` (RFC 9449 §8.2). */
function renewed(
  space: DpopSpace,
  used: string | undefined,
  env: Env,
): { readonly space: DpopSpace; readonly fields: readonly FieldDraft[] } {
  if (space.settings.nonceLifetime === undefined) return { space, fields: [] }
  const current = currentNonce(space, env)
  return { space: current.space, fields: current.nonce === used ? [] : nonceFields(current.nonce) }
}
