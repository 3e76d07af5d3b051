/** Reads an authorization request: what is wrong with it is told to the client by redirect, if it is sure which it is. */

import { clientNamed } from './clients.ts'
import { type Failure, type Inquiry, isFailure } from './inquiry.ts'
import type { AuthorizationRequest } from './memory.ts'
import type { Parameters } from './parameters.ts'
import { scopesIn, within } from './scope.ts'
import type { Client } from './settings.ts'

/** The address that the answer goes to, once client and address are known to belong together. */
export interface Return {
  readonly client: Client
  readonly redirect: string
  readonly named: boolean
}

/** Wrong client or wrong address: the failure's description is the key of the words for a page. */
export function findReturn(inquiry: Inquiry, parameters: Parameters): Return | Failure {
  const { ask } = inquiry
  const { repeated } = parameters
  const twice = { saw: parameters.saw(repeated ?? ''), knew: { name: repeated ?? '' }, cite: 'RFC 6749 §3.1' } as const
  if (!ask('form', 'once', repeated === undefined, twice)) return page('page.wrong-twice')
  const id = parameters.value('client_id')
  const client = id === undefined ? undefined : clientNamed(inquiry, id)
  const saw = parameters.saw('client_id')
  if (
    !ask('valid', 'client-known', client !== undefined, {
      saw,
      knew: { client: id ?? '' },
      cite: 'RFC 6749 §4.1.2.1',
    }) ||
    !client
  )
    return page('page.wrong-client')
  const asked = parameters.value('redirect_uri')
  const redirect = asked ?? (client.redirects.length === 1 ? client.redirects[0] : undefined)
  const exact = redirect !== undefined && client.redirects.some((each) => sameRedirect(each, redirect))
  const knew = { redirect: asked ?? '', registered: client.redirects.join(', ') }
  const where = { saw: parameters.saw('redirect_uri'), knew, cite: 'RFC 9700 §4.1.3' } as const
  if (!ask('valid', 'redirect', exact, where) || redirect === undefined) return page('page.wrong-redirect')
  return { client, redirect, named: asked !== undefined }
}

const page = (description: string): Failure => ({ error: 'invalid_request', description })

/** Character by character; only the port of a loopback address is free, since a program can't know it before (RFC 8252 §7.3). */
function sameRedirect(registered: string, asked: string): boolean {
  const loopback = /^http:\/\/(?:127\.0\.0\.1|\[::1\])(?=[/:?])/.exec(registered)?.[0]
  if (!loopback) return registered === asked
  const portless = (uri: string) => uri.replace(/^(http:\/\/(?:127\.0\.0\.1|\[::1\])):[0-9]+/, '$1')
  return portless(registered) === portless(asked)
}

/** The questions whose answers the client may hear (RFC 6749 §4.1.2.1). */
export function readRequest(
  inquiry: Inquiry,
  parameters: Parameters,
  { client, redirect, named }: Return,
): AuthorizationRequest | Failure {
  const { ask } = inquiry
  const type = parameters.value('response_type')
  const types = { saw: parameters.saw('response_type'), knew: { type: type ?? '' }, cite: 'RFC 6749 §3.1.1' } as const
  if (!ask('valid', 'response-type', type === 'code', types))
    return {
      error: type === undefined ? 'invalid_request' : 'unsupported_response_type',
      description: 'The response type has to be code',
    }
  const allowed = client.grants.includes('authorization_code')
  if (
    !ask('permitted', 'grant-allowed', allowed, {
      knew: { client: client.name, grant: 'authorization_code' },
      cite: 'RFC 6749 §4.1.2.1',
    })
  )
    return { error: 'unauthorized_client', description: 'The client may not use this grant' }
  const plain = ['request', 'response_mode'].find(
    (name) => parameters.value(name) !== undefined && !(name === 'response_mode' && parameters.value(name) === 'query'),
  )
  if (
    !ask('valid', 'plain', plain === undefined, {
      saw: parameters.saw(plain ?? ''),
      knew: { name: plain ?? '' },
      cite: 'OpenID §AuthError',
    })
  )
    return {
      error: plain === 'request' ? 'request_not_supported' : 'invalid_request',
      description: `${plain} is not supported here`,
    }
  const challenge = readChallenge(inquiry, parameters)
  if (isFailure(challenge)) return challenge
  const scope = parameters.value('scope') ?? client.scope
  const scopes = {
    saw: parameters.saw('scope'),
    knew: { scope, allowed: client.scope },
    cite: 'RFC 6749 §3.3',
  } as const
  if (!ask('permitted', 'scope', within(scope, client.scope), scopes))
    return { error: 'invalid_scope', description: 'The client may not ask for this scope' }
  const resources = readResources(inquiry, parameters)
  if (isFailure(resources)) return resources
  const maxAge = parameters.value('max_age')
  const whole = maxAge === undefined || /^[0-9]{1,9}$/.test(maxAge)
  if (!ask('form', 'max-age', whole, { saw: parameters.saw('max_age'), cite: 'RFC 9470 §4' }))
    return { error: 'invalid_request', description: 'max_age has to be a whole number of seconds' }
  return {
    client: client.id,
    redirect,
    named,
    state: parameters.value('state'),
    scope: scopesIn(scope).join(' '),
    resources: resources.resources,
    challenge: challenge.challenge,
    nonce: parameters.value('nonce'),
    acr: parameters.value('acr_values'),
    maxAge: maxAge === undefined ? undefined : Number(maxAge),
    jkt: parameters.value('dpop_jkt'),
  }
}

/** Without it, whoever catches the code can use it; `plain` would show the verifier to whoever sees this address (RFC 9700 §2.1.1). */
function readChallenge({ ask }: Inquiry, parameters: Parameters): { readonly challenge: string } | Failure {
  const challenge = parameters.value('code_challenge')
  const saw = parameters.saw('code_challenge', 'code_challenge_method')
  const method = parameters.value('code_challenge_method') ?? 'plain'
  if (!ask('valid', 'pkce', challenge !== undefined, { saw, cite: 'RFC 7636 §4.4.1' }) || challenge === undefined)
    return { error: 'invalid_request', description: 'code_challenge is missing' }
  if (!ask('valid', 'pkce-method', method === 'S256', { saw, knew: { method }, cite: 'RFC 7636 §4.3' }))
    return { error: 'invalid_request', description: 'code_challenge_method has to be S256' }
  if (!ask('form', 'pkce-form', /^[A-Za-z0-9_-]{43}$/.test(challenge), { saw, cite: 'RFC 7636 §4.2' }))
    return { error: 'invalid_request', description: 'code_challenge is no SHA-256 in base64url' }
  return { challenge }
}

/** RFC 8707 §2. */
export function readResources(
  { ask, settings }: Pick<Inquiry, 'ask' | 'settings'>,
  parameters: Parameters,
  granted?: readonly string[],
): { readonly resources: readonly string[] } | Failure {
  const resources = parameters.values('resource')
  if (resources.length === 0) return { resources: granted ?? [] }
  const allowed = granted && granted.length > 0 ? granted : settings.resources
  const known = resources.every((each) => allowed.includes(each))
  const knew = { resource: resources.join(', '), known: allowed.join(', ') }
  if (!ask('valid', 'resource', known, { saw: parameters.saw('resource'), knew, cite: 'RFC 8707 §2' }))
    return { error: 'invalid_target', description: 'No tokens are given out for this resource' }
  return { resources }
}
