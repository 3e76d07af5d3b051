/**
 * OAuth 1.0: a client signs each request with its own secret and that of a token, which a person allowed it (RFC 5849).
 *
 * Departures: the credentials are read in the `Authorization` field only, not in a form or a query (RFC 5849 §3.5.2, §3.5.3),
 * since a server here looks for credentials in fields; their other parameters are signed all the same.
 */

import { type Challenge, param } from '../../auth/challenge.ts'
import { printElement } from '../../auth/print-element.ts'
import type { Env, Refusal, Scheme, Secret, Shown } from '../../auth/scheme.ts'
import { anatomy } from './anatomy.ts'
import { answer, methodOf } from './answer.ts'
import { judge } from './judge.ts'
import { params } from './params.ts'
import { decode } from './percent.ts'
import type { OAuthMemory, OAuthSettings, Space } from './space.ts'

/** Only the realm can be said (RFC 5849 §3.5.1): what was wrong, the challenge does not tell. */
function challenge(space: Space, _env: Env, refusal?: Refusal) {
  if (refusal?.kind === 'malformed' || refusal?.kind === 'forbidden') return { challenges: [], space }
  return { challenges: [printElement('OAuth', [['realm', space.realm, 'quoted']])], space }
}

/** Without its private key a client can't sign with RSA-SHA1. */
function unsendable(secret: Secret): string | undefined {
  const method = methodOf(secret)
  if (!method) return 'method'
  return method === 'RSA-SHA1' && !(secret.n && secret.e && secret.d) ? 'key' : undefined
}

/** PLAINTEXT holds both secrets; the others only what is worth something for a moment. */
function exposes({ credentials }: Shown): readonly string[] {
  const value = (name: string) => (credentials && decode(param(credentials, name)?.value ?? '')) ?? ''
  const signature = value('oauth_signature')
  const secrets =
    value('oauth_signature_method') === 'PLAINTEXT' ? signature.split('&').map((each) => decode(each) ?? '') : []
  return [value('oauth_token'), ...(secrets.length > 0 ? secrets : [signature])].filter(Boolean)
}

const oauth: Scheme<OAuthSettings, OAuthMemory> = {
  name: 'OAuth',
  cite: 'RFC 5849 §3.5.1',
  registered: true,
  secret: 'oauth1',
  field: 'Authorization',
  strength: 4,
  malformed: 400,
  dialog: false,
  params,
  challenge,
  unsendable,
  answer,
  usable: (offer: Challenge) => offer.payload.kind !== 'token68',
  judge,
  anatomy,
  exposes,
}

export default oauth
