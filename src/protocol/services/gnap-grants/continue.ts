/** The client goes on with a grant, and gets its token (RFC 9635 §5.1). */

import { fieldsNamed } from '../../http/field.ts'
import { sentToken } from '../../schemes/gnap/answer.ts'
import { readJson, textMember } from '../../schemes/gnap/json.ts'
import { findProof, prove } from '../../schemes/gnap/proof.ts'
import { type Space as GnapSpace, type IssuedToken, tokenHash } from '../../schemes/gnap/space.ts'
import { type GrantCall, minutes, NO_STORE, type Outcome, refused } from './outcome.ts'
import { type Grant, grantsIn, newName, withGrant, withoutGrant } from './space.ts'

export function goOn(call: GrantCall): Outcome {
  const { request, space, env } = call
  const { settings } = space
  const { part, steps } = minutes()
  const token = sentToken(request)
  const saw = fieldsNamed(request, 'Authorization').map(({ span }) => span)
  if (!part('gnap-grants', 'RFC 9635 §5').ask('sent', 'continuation-token', token !== undefined, { saw }))
    return refused(call, steps(), 401, 'invalid_continuation')
  const maxAge = settings.lives.signature
  const reading = { transcript: part('gnap', 'RFC 9635 §7.3.1'), request, authorized: true, maxAge }
  const signature = findProof(reading)
  if (!signature) return refused(call, steps(), 401, 'invalid_client')
  const grant = grantsIn(space, env).find(({ continuation }) => continuation === tokenHash(token ?? ''))
  const known = part('gnap-grants', 'RFC 9635 §5').ask('valid', 'continuation', grant !== undefined, { saw })
  if (!known || !grant) return refused(call, steps(), 401, 'invalid_continuation')
  const terms = { ...reading, transcript: part('gnap', 'RFC 9635 §7.3.1') }
  const proof = prove(terms, signature, grant.key, space.memory?.uses ?? {}, env)
  if (proof.result === 'refused') return refused(call, steps(), 401, 'invalid_client')

  const { ask } = part('gnap-grants', 'RFC 9635 §5.1')
  const { decision } = grant
  const ref = textMember(readJson(request.body.text), 'interact_ref')
  const returned = decision !== undefined && ref === decision.interactRef
  const kept = { space: withGrant(space, grant, env, proof.uses) }
  if (!ask('valid', 'interact-ref', returned, { saw: [request.body.span] }) || !decision)
    return refused(kept, steps(), 400, 'invalid_interaction')
  const told = { space: withoutGrant(space, grant, env, proof.uses) }
  if (!ask('permitted', 'approved', decision.result === 'allowed', { cite: 'RFC 9635 §3.6' }))
    return refused(told, steps(), 403, 'user_denied')
  return { ...issue(call, grant, decision.user), steps: steps(), space: told.space }
}

/** A token that is bound to the client's key: the server of the resources learns of it, too (RFC 9635 §3.2.1). */
function issue({ env, space, spaces }: GrantCall, { key, access }: Grant, user: string) {
  const { tokenSpace, lives } = space.settings
  const value = newName(env)
  const issued: IssuedToken = { user, key, access, expires: env.now() + lives.token * 1000 }
  const resources = spaces[tokenSpace] as GnapSpace | undefined
  if (!resources) throw new Error(`The world names a space that is not there: ${tokenSpace}`)
  const tokens = { ...resources.memory?.tokens, [tokenHash(value)]: issued }
  return {
    status: 200,
    fields: [NO_STORE],
    body: { access_token: { value, access, expires_in: lives.token } },
    spaces: [{ ...resources, memory: { tokens, uses: resources.memory?.uses ?? {} } }],
  }
}
