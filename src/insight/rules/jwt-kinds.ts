/** What a JWT was made for, as far as it says so itself: by its `typ`, or by claims that only one kind has (RFC 8725 §3.11). */

import type { Jwt } from '../../protocol/jose/jwt.ts'

export type JwtKind = 'access' | 'id' | 'logout' | 'proof' | 'assertion' | 'refresh'

/** RFC 9068 §2.1, RFC 9449 §4.2, OpenID Connect Back-Channel Logout §2.4, RFC 7523bis. */
const BY_TYP: Readonly<Record<string, JwtKind>> = {
  'at+jwt': 'access',
  'dpop+jwt': 'proof',
  'logout+jwt': 'logout',
  'client-authentication+jwt': 'assertion',
  'rt+jwt': 'refresh',
}

/** Where issuers say it in words of their own: Keycloak in `typ`, Cognito in `token_use`, others in `token_type` or `type`. */
const BY_WORD: Readonly<Record<string, JwtKind>> = {
  id: 'id',
  refresh: 'refresh',
  offline: 'refresh',
  logout: 'logout',
}
const WORDS = ['typ', 'token_use', 'token_type', 'type'] as const

/** Hashes of what was issued along with it: only an ID token has them (OpenID Connect Core §3.1.3.6, §3.3.2.11). */
const ONLY_ID = ['at_hash', 'c_hash', 's_hash']

/** The `typ` of the header without `application/`, in lower case, as media types compare (RFC 7515 §4.1.9). */
export const typOf = ({ header }: Jwt): string =>
  typeof header?.typ === 'string' ? header.typ.toLowerCase().replace(/^application\//, '') : ''

/** Undefined where nothing tells: most JWTs are of no kind that one could see. */
export function kindOf(jwt: Jwt): JwtKind | undefined {
  const { claims = {}, header = {} } = jwt
  const typ = typOf(jwt)
  if (Object.hasOwn(BY_TYP, typ)) return BY_TYP[typ]
  for (const name of WORDS) {
    const word = typeof claims[name] === 'string' ? claims[name].toLowerCase() : ''
    if (Object.hasOwn(BY_WORD, word)) return BY_WORD[word]
  }
  if (ONLY_ID.some((name) => claims[name] !== undefined)) return 'id'
  if (JSON.stringify(claims.events ?? '').includes('/event/backchannel-logout')) return 'logout'
  if (claims.htm !== undefined && claims.htu !== undefined && header.jwk !== undefined) return 'proof'
  return isAssertion(jwt) ? 'assertion' : undefined
}

/**
 * A client that speaks for itself to a token endpoint (RFC 7523 §3). Where the audience is something else, it may be a
 * token that a service account signs for an API.
 */
const isAssertion = ({ claims: { iss, sub, aud, scope } = {} }: Jwt): boolean =>
  typeof iss === 'string' && iss === sub && scope === undefined && typeof aud === 'string' && /\/token\/?$/.test(aud)
