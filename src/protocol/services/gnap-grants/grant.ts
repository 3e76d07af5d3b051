/** The grant endpoint: a client with a key asks, and is told where to send a person (RFC 9635 §2, §3). */

import { fieldsNamed } from '../../http/field.ts'
import { writeRequest } from '../../http/print.ts'
import { findProof, prove } from '../../schemes/gnap/proof.ts'
import { tokenHash } from '../../schemes/gnap/space.ts'
import { readGrantRequest } from './grant-request.ts'
import { type GrantCall, minutes, NO_STORE, type Outcome, refused } from './outcome.ts'
import { type Grant, newName, withGrant } from './space.ts'

export function grant(call: GrantCall): Outcome {
  const { request, space, env } = call
  const { settings } = space
  const { part, steps } = minutes()
  const { ask } = part('gnap-grants', 'RFC 9635 §2')
  const signatures = fieldsNamed(request, 'Signature-Input').map(({ span }) => span)
  if (!ask('sent', 'signed', signatures.length > 0, { saw: signatures, cite: 'RFC 9635 §7.3' }))
    return refused(call, steps(), 401, 'invalid_client')
  const wanted = readGrantRequest(request)
  const missing = 'missing' in wanted ? wanted.missing : ''
  if (!ask('form', 'request', missing === '', { saw: [request.body.span], knew: { missing } }) || 'missing' in wanted)
    return refused(call, steps(), 400, 'invalid_request')

  const notes = part('gnap', 'RFC 9635 §7.3.1')
  const terms = { transcript: notes, request, authorized: false, maxAge: settings.lives.signature }
  const signature = findProof(terms)
  if (!signature) return refused(call, steps(), 401, 'invalid_client')
  const proof = prove(terms, signature, wanted.key, space.memory?.uses ?? {}, env)
  if (proof.result === 'refused') return refused(call, steps(), 401, 'invalid_client')

  const strange = wanted.access.filter((each) => !settings.access.includes(each))
  const knew = { access: wanted.access.join(', '), strange: strange.join(', ') }
  const last = part('gnap-grants', 'RFC 9635 §8')
  if (!last.ask('permitted', 'access', strange.length === 0, { saw: [request.body.span], knew }))
    return refused(call, steps(), 403, 'request_denied')

  const [id, serverNonce, token] = [newName(env), newName(env), newName(env)]
  const { access, client, key, finish } = wanted
  const until = env.now() + settings.lives.grant * 1000
  const made: Grant = { id, client, key, access, finish, serverNonce, continuation: tokenHash(token), until }
  const target = `${settings.interactPath}?id=${id}`
  return {
    status: 200,
    fields: [NO_STORE],
    body: {
      interact: { redirect: `https://${settings.host}${target}`, finish: serverNonce },
      continue: { access_token: { value: token }, uri: settings.continueUri },
    },
    steps: steps(),
    space: withGrant(space, made, env, proof.uses),
    page: {
      title: 'page.granting',
      lines: [{ key: 'page.ask-person', slots: { client } }],
      actions: [
        {
          key: 'page.interact',
          request: writeRequest({ method: 'GET', target, fields: [['Host', settings.host]] }),
        },
      ],
    },
  }
}
