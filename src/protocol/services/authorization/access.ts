/** What the server knows of a token that it gave out. */

import { type JsonObject, readJwt } from '../../jose/jwt.ts'
import { hs256 } from '../../jose/sign.ts'
import { sameOctets } from '../../text/octets.ts'
import type { Inquiry } from './inquiry.ts'
import { type Grant, hashOf, type Refresh } from './memory.ts'

export type Found =
  | { readonly kind: 'access'; readonly claims: JsonObject; readonly jti: string; readonly grant?: Grant }
  | { readonly kind: 'refresh'; readonly refresh: Refresh; readonly grant: Grant }

/** A refresh token by its hash, an access token by its signature; whatever else it is, it is unknown. */
export function findToken({ memory, settings }: Pick<Inquiry, 'memory' | 'settings'>, text: string): Found | undefined {
  const hash = hashOf(text)
  const refresh = memory.refreshes.find((each) => each.hash === hash)
  const family = memory.grants.find(({ id }) => id === refresh?.grant)
  if (refresh && family) return { kind: 'refresh', refresh, grant: family }
  const { faults, header, claims, signature, signingInput } = readJwt({ text, span: { start: 0, end: text.length } })
  if (faults.length > 0 || !claims || !signature || header?.alg !== settings.accessKey.alg) return undefined
  if (!sameOctets(signature, hs256(signingInput, settings.accessKey)) || claims.iss !== settings.issuer)
    return undefined
  const jti = typeof claims.jti === 'string' ? claims.jti : ''
  return { kind: 'access', claims, jti, grant: memory.grants.find(({ tokens }) => tokens.includes(jti)) }
}

/** Whether it is good now. */
export function isActive({ memory, env }: Pick<Inquiry, 'memory' | 'env'>, found: Found): boolean {
  if (found.kind === 'refresh') return !found.grant.revoked && !found.refresh.used && env.now() < found.refresh.expires
  const { exp, nbf } = found.claims
  const seconds = env.now() / 1000
  const timely = typeof exp === 'number' && seconds < exp && (typeof nbf !== 'number' || nbf <= seconds)
  return timely && !memory.revoked.includes(found.jti)
}
