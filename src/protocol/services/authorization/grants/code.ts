/** `authorization_code`: a code for tokens, once (RFC 6749 §4.1.3, RFC 7636 §4.5). */

import { sha256 } from '@noble/hashes/sha2.js'
import { base64url, hex, octetsOf, sameOctets } from '../../../text/octets.ts'
import { readResources } from '../authorization-request.ts'
import { type Failure, type Inquiry, isFailure, iso, refuse } from '../inquiry.ts'
import { type Code, type Grant, hashOf, replaced, revokeGrant } from '../memory.ts'
import { giveTokens } from '../mint.ts'
import type { GrantType } from '../token.ts'

const invalid = (description: string): Failure => ({ error: 'invalid_grant', description })

export const codeGrant: GrantType = (inquiry, client, jkt) => {
  const { parameters, memory, env, ask } = inquiry
  const sent = parameters.value('code')
  const saw = parameters.saw('code')
  if (!ask('form', 'code-sent', sent !== undefined, { saw, cite: 'RFC 6749 §4.1.3' }) || sent === undefined)
    return refuse({ error: 'invalid_request', description: 'code is missing' })
  const hash = hashOf(sent)
  const code = memory.codes.find((each) => each.hash === hash)
  if (!ask('valid', 'code-known', code !== undefined, { saw, cite: 'RFC 6749 §5.2' }) || !code)
    return refuse(invalid('The code is unknown'))
  const { request } = code
  const own = { saw, knew: { client: client.name }, cite: 'RFC 6749 §4.1.3' } as const
  if (!ask('valid', 'code-client', request.client === client.id, own))
    return refuse(invalid('The code was given to another client'))
  if (!ask('fresh', 'code-unused', code.grant === undefined, { saw, cite: 'RFC 6749 §4.1.2' }))
    return refuse({ ...invalid('The code was used before'), memory: revokeGrant(memory, code.grant ?? '') })
  const times = { now: iso(env.now()), expires: iso(code.expires) }
  if (!ask('fresh', 'code-fresh', env.now() < code.expires, { saw, knew: times, cite: 'RFC 6749 §4.1.2' }))
    return refuse(invalid('The code expired'))
  const wrong = checkRedirect(inquiry, code) ?? checkVerifier(inquiry, code) ?? checkKey(inquiry, code, jkt)
  if (wrong) return refuse(wrong)
  const resources = readResources(inquiry, parameters, request.resources)
  if (isFailure(resources)) return refuse(resources)
  const grant: Grant = {
    id: base64url(env.random(9)),
    client: client.id,
    subject: code.session.user,
    scope: request.scope,
    resources: request.resources,
    session: code.session,
    jkt: client.method === 'none' ? jkt : undefined,
    tokens: [],
  }
  const known = {
    ...memory,
    codes: replaced(memory.codes, code, { ...code, grant: grant.id }),
    grants: [...memory.grants, grant],
  }
  return giveTokens(inquiry, known, client, grant, {
    scope: grant.scope,
    ...resources,
    jkt,
    refresh: true,
    nonce: request.nonce,
  })
}

/** The same address again, so that a code from another one is of no use (RFC 6749 §4.1.3). */
function checkRedirect({ parameters, ask }: Inquiry, { request }: Code): Failure | undefined {
  const redirect = parameters.value('redirect_uri')
  const same = redirect === request.redirect || (redirect === undefined && !request.named)
  const knew = { redirect: redirect ?? '', wants: request.redirect }
  return ask('valid', 'redirect-same', same, { saw: parameters.saw('redirect_uri'), knew, cite: 'RFC 6749 §4.1.3' })
    ? undefined
    : invalid('redirect_uri is not that of the authorization request')
}

/** `code_challenge = BASE64URL(SHA256(ASCII(code_verifier)))`, RFC 7636 §4.6. */
function checkVerifier({ parameters, ask }: Inquiry, { request }: Code): Failure | undefined {
  const verifier = parameters.value('code_verifier') ?? ''
  const saw = parameters.saw('code_verifier')
  if (!ask('form', 'verifier-form', /^[A-Za-z0-9\-._~]{43,128}$/.test(verifier), { saw, cite: 'RFC 7636 §4.1' }))
    return verifier
      ? invalid('code_verifier has to be 43 to 128 unreserved characters')
      : { error: 'invalid_request', description: 'code_verifier is missing' }
  const digest = sha256(octetsOf(verifier))
  const made = base64url(digest)
  const workings = [
    { name: 'hash', apply: 'SHA-256', input: [{ text: verifier, secret: true }], output: hex(digest) },
    { name: 'code_challenge', apply: 'base64url', input: [{ text: 'hash' }], output: made },
  ]
  const knew = { made, challenge: request.challenge }
  return ask('valid', 'verifier', sameOctets(octetsOf(made), octetsOf(request.challenge)), {
    saw,
    knew,
    workings,
    cite: 'RFC 7636 §4.6',
  })
    ? undefined
    : invalid('code_verifier does not fit code_challenge')
}

/** The code may be bound to a key from the start (RFC 9449 §10). */
function checkKey({ parameters, ask }: Inquiry, { request }: Code, jkt: string | undefined): Failure | undefined {
  if (request.jkt === undefined) return undefined
  const knew = { jkt: jkt ?? '', wants: request.jkt }
  return ask('valid', 'code-key', request.jkt === jkt, { saw: parameters.saw('code'), knew, cite: 'RFC 9449 §10' })
    ? undefined
    : invalid('The code is bound to another key')
}
