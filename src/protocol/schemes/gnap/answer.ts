/** The client signs with its key, and sends the token along that it was given (RFC 9635 §7.2, §7.3.1). */

import { type Challenge, param, sameScheme } from '../../auth/challenge.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Answer, Ask, Pair } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'
import { componentNamed } from '../../signatures/message-signature.ts'
import { signingKeyOf } from '../../signatures/sign.ts'
import { signRequest } from '../../signatures/signed-request.ts'
import { base64url } from '../../text/octets.ts'
import { memberOf, readJson } from './json.ts'
import { componentsFor, TAG } from './space.ts'

export async function answer({ offer, secret, request, earlier, env }: Ask): Promise<Answer> {
  const key = signingKeyOf(secret)
  if (!key) throw new Error(`The secret ${secret.id} holds no key that signs`)
  const held = sentToken(request) === undefined ? (secret.token ?? tokenFor(request, earlier, offer)) : undefined
  const authorized = held !== undefined || sentToken(request) !== undefined
  const wanted = {
    label: 'sig1',
    items: componentsFor(request, authorized).map(componentNamed),
    created: true,
    nonce: base64url(env.random(12)),
    tag: TAG,
  }
  const before = held === undefined ? [] : [['Authorization', `GNAP ${held}`] as const]
  return signRequest(request, wanted, { ...key, keyid: secret.keyid ?? '' }, env, before)
}

/** The token that the request already carries. */
export function sentToken(request: HttpRequest): string | undefined {
  const [field] = fieldsNamed(request, 'Authorization')
  const credentials = field && parseCredentials(field.value).value
  if (!credentials || !sameScheme(credentials.scheme.text, 'GNAP')) return undefined
  return credentials.payload.kind === 'token68' ? credentials.payload.token68.text : undefined
}

/**
 * What the client remembers: for the address that it was told to continue at the token that came with it, for the grant
 * endpoint none, for all else the newest access token (RFC 9635 §3.1, §3.2).
 */
function tokenFor(request: HttpRequest, earlier: readonly Pair[], offer: Challenge): string | undefined {
  const here = addressOf(request)
  if (param(offer, 'as_uri')?.value === here) return undefined
  for (const { response } of earlier.toReversed()) {
    const body = readJson(response.body.text)
    const next = memberOf(body, 'continue')
    const given = memberOf(next, 'uri') === here ? memberOf(next, 'access_token') : memberOf(body, 'access_token')
    const value = memberOf(given, 'value')
    if (typeof value === 'string') return value
  }
  return undefined
}

function addressOf(request: HttpRequest): string {
  const { host, path } = targetOf(request)
  return `https://${host}${path}`
}
