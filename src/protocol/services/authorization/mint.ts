/** Makes the tokens of a grant: an access token (RFC 9068), a refresh token, an ID token (OpenID Connect Core §2). */

import { mintAccessToken } from '../../jose/access-token.ts'
import { thumbprint } from '../../jose/thumbprint.ts'
import { publicKeyOf } from '../../keys/p256.ts'
import { base64url, fromBase64url } from '../../text/octets.ts'
import { idToken } from './id-token.ts'
import { type Inquiry, NO_STORE, type Outcome, secondsFrom } from './inquiry.ts'
import { type Grant, hashOf, type Memory, replaced } from './memory.ts'
import { scopesIn } from './scope.ts'
import type { Client } from './settings.ts'

/** What this request for tokens is about, within what was granted. */
export interface Order {
  readonly scope: string
  readonly resources: readonly string[]
  /** Thumbprint of the key that the access token is bound to (RFC 9449 §6.1). */
  readonly jkt?: string
  readonly refresh?: boolean
  /** Goes into the first ID token only (OpenID Connect Core §12.2). */
  readonly nonce?: string
}

/** `memory` holds the grant already. */
export function giveTokens(inquiry: Inquiry, memory: Memory, client: Client, grant: Grant, order: Order): Outcome {
  const { env, settings, users } = inquiry
  const { lives } = settings
  const jti = base64url(env.random(12))
  const number = memory.issued + 1
  const access = accessToken(inquiry, client, grant, order, jti)
  const refresh = order.refresh && client.grants.includes('refresh_token') ? base64url(env.random(16)) : undefined
  const openid = grant.session && scopesIn(order.scope).includes('openid')
  const owner = users.some(({ id }) => id === grant.subject) ? grant.subject : client.owner
  const kept = { ...grant, tokens: [...grant.tokens, jti] }
  const expires = secondsFrom(inquiry, lives.refresh)
  return {
    status: 200,
    fields: NO_STORE,
    body: {
      access_token: access,
      token_type: order.jkt ? 'DPoP' : 'Bearer',
      expires_in: lives.access,
      ...(refresh ? { refresh_token: refresh } : {}),
      scope: order.scope,
      ...(openid ? { id_token: idToken(inquiry, client, grant, access, order.nonce) } : {}),
    },
    memory: {
      ...memory,
      issued: number,
      grants: replaced(memory.grants, grant, kept),
      refreshes: refresh
        ? [...memory.refreshes, { hash: hashOf(refresh), grant: grant.id, expires }]
        : memory.refreshes,
    },
    issued: secretsFor(inquiry, owner, order, access, number),
  }
}

/** A bound token is of use to whoever holds the key: it becomes a secret of the same kind as the key is. */
function secretsFor(
  { elsewhere }: Inquiry,
  user: string,
  order: Order,
  token: string,
  number: number,
): Outcome['issued'] {
  const secret = { id: `${user}/issued-${number}`, kind: 'token', token, scope: order.scope }
  if (order.jkt === undefined) return [{ user, secret }]
  const secrets = [...new Set(elsewhere.filter(({ id }) => id === user).flatMap((each) => each.secrets))]
  const held = secrets.find(({ d }) => isKey(d) && jktOf(d) === order.jkt)
  return held?.d === undefined ? [] : [{ user, secret: { ...secret, kind: held.kind, d: held.d } }]
}

const isKey = (d: string | undefined): d is string => d !== undefined && fromBase64url(d)?.length === 32
const jktOf = (d: string) => thumbprint({ ...publicKeyOf(d) })

function accessToken({ env, settings }: Inquiry, client: Client, grant: Grant, order: Order, jti: string): string {
  const now = Math.floor(env.now() / 1000)
  const { session } = grant
  return mintAccessToken(
    {
      iss: settings.issuer,
      aud: audienceOf(settings, order),
      sub: grant.subject,
      client_id: client.id,
      scope: order.scope,
      iat: now,
      exp: now + settings.lives.access,
      jti,
      ...(session ? { auth_time: Math.floor(session.at / 1000), acr: session.acr } : {}),
      ...(order.jkt ? { cnf: { jkt: order.jkt } } : {}),
    },
    settings.accessKey,
  )
}

/** The resources that were asked for (RFC 8707 §2.2), or the usual one; who may ask who somebody is, asks the issuer itself. */
function audienceOf(
  { audience, issuer }: Inquiry['settings'],
  { resources, scope }: Order,
): string | readonly string[] {
  const named = resources.length > 0 ? resources : [audience]
  const all = scopesIn(scope).includes('openid') ? [...named, issuer] : named
  return all.length === 1 ? (all[0] ?? audience) : all
}
