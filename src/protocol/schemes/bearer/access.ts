/** Finds out what an access token stands for, and checks all that does not depend on the moment (RFC 9068 §4). */

import type { Env, Json, User } from '../../auth/scheme.ts'
import type { Transcript } from '../../auth/transcript.ts'
import { type JsonObject, type Jwt, type JwtFault, looksLikeJwt, readJwt } from '../../jose/jwt.ts'
import { PROOF, verifyJwt } from '../../jose/verify.ts'
import type { Cite } from '../../text/cite.ts'
import type { Span, Token } from '../../text/span.ts'
import type { BearerSettings } from './scheme.ts'

/** What a token stands for. Instants in milliseconds since 1970. */
export interface Access {
  /** Id of the user. */
  readonly subject: string
  readonly scope: string
  readonly expires: number
  readonly notBefore?: number
  readonly revoked: boolean
  /** What else its issuer says: whose key it is bound to, how its user logged in. */
  readonly claims: JsonObject
}

/** What a resource server knows of its issuer, and of the tokens that it stored. */
export type AccessSettings = Pick<BearerSettings, 'audience' | 'issuer' | 'keys' | 'tokens' | 'revoked'>

/**
 * What the token stands for; or what is wrong with it, in words for `error_description`. The server's own tokens come first,
 * even if they look like something else: what a token is, only its issuer knows (RFC 6749 §1.4).
 */
export async function findAccess(token: Token, settings: AccessSettings, notes: Transcript): Promise<Access | string> {
  const opaque = settings.tokens.find((each) => each.token === token.text)
  const saw = [token.span]
  if (!opaque && looksLikeJwt(token.text)) {
    notes.moot('valid', 'known', { saw })
    return readAccess(token, settings, notes)
  }
  if (!notes.ask('valid', 'known', opaque !== undefined, { saw }) || !opaque) return 'The access token is unknown'
  return { claims: {}, revoked: false, ...opaque }
}

async function readAccess(
  token: Token,
  settings: AccessSettings,
  notes: Pick<Transcript, 'ask'>,
): Promise<Access | string> {
  const jwt = readJwt(token)
  const [fault] = jwt.faults
  const unread = {
    saw: [fault?.span ?? token.span],
    knew: fault ? expectation(fault) : {},
    cite: 'RFC 7519 §7.2',
  } as const
  if (!notes.ask('valid', 'jwt-readable', fault === undefined, unread)) return 'The access token is malformed'
  const { header = {}, claims = {} } = jwt
  const saw = jwt.parts.map(({ span }) => span)
  const wrong = (await proveOrigin(jwt, settings, saw, notes)) ?? checkClaims(header, claims, settings, saw, notes)
  if (wrong !== undefined) return wrong
  return {
    subject: typeof claims.sub === 'string' ? claims.sub : '',
    scope: typeof claims.scope === 'string' ? claims.scope : '',
    expires: instantOf(claims.exp) ?? 0,
    notBefore: instantOf(claims.nbf),
    revoked: typeof claims.jti === 'string' && settings.revoked.includes(claims.jti),
    claims,
  }
}

/** Which part is not what. In the format's own words, so that every language can use them. */
function expectation({ code, name }: JwtFault): Readonly<Record<string, string>> {
  const [part = '', kind = ''] = code.split('-')
  const wants: Readonly<Record<string, string>> = {
    count: 'header.claims.signature',
    base64url: 'Base64url',
    utf8: 'UTF-8',
    json: 'JSON',
    object: 'JSON {…}',
    duplicate: `1 × "${name}"`,
  }
  return { part: part === 'parts' ? 'JWT' : part, wants: wants[kind] ?? '' }
}

const DESCRIPTIONS = {
  algorithm: 'The access token is signed with an algorithm that is not accepted',
  critical: 'The access token needs an extension that is not supported',
  key: 'The access token is signed with an unknown key',
  signature: 'The signature of the access token is wrong',
} as const

const CITES = {
  algorithm: 'RFC 8725 §3.1',
  critical: 'RFC 7515 §4.1.11',
  key: 'RFC 7515 §4.1.4',
  signature: 'RFC 7515 §5.2',
} as const

async function proveOrigin(
  jwt: Jwt,
  { keys }: AccessSettings,
  [header, claims, signature]: readonly Span[],
  { ask }: Pick<Transcript, 'ask'>,
): Promise<string | undefined> {
  const { why, workings } = await verifyJwt(jwt, keys)
  const accepted = [...new Set(keys.map(({ alg }) => alg))].join(', ')
  const knew = { alg: textOf(jwt.header?.alg), accepted, kid: textOf(jwt.header?.kid), crit: textOf(jwt.header?.crit) }
  for (const check of PROOF) {
    const parts = check === 'signature' ? [header, claims, signature] : [header]
    const saw = parts.filter((each) => each !== undefined)
    const shown = check === 'signature' ? workings : []
    if (!ask('valid', check, why !== check, { saw, knew, workings: shown, cite: CITES[check] }))
      return DESCRIPTIONS[check]
  }
  return undefined
}

function checkClaims(
  header: JsonObject,
  claims: JsonObject,
  { issuer, audience }: AccessSettings,
  [inHeader, inClaims]: readonly Span[],
  { ask }: Pick<Transcript, 'ask'>,
): string | undefined {
  const note = (check: string, holds: boolean, got: Json | undefined, wants: string, cite: Cite, place = inClaims) =>
    ask('valid', check, holds, { saw: place ? [place] : [], knew: { got: textOf(got), wants }, cite })
  const typ = textOf(header.typ)
  const isAccessToken = /^(?:application\/)?at\+jwt$/i.test(typ)
  if (!note('typ', isAccessToken, typ, 'at+jwt', 'RFC 9068 §4', inHeader)) return 'The token is not an access token'
  if (!note('issuer', claims.iss === issuer, claims.iss, issuer, 'RFC 9068 §4'))
    return 'The access token is from another issuer'
  const { aud } = claims
  const forUs = Array.isArray(aud) ? aud.includes(audience) : aud === audience
  if (!note('audience', forUs, aud, audience, 'RFC 9068 §4')) return 'The access token is for another audience'
  const untimely = ['exp', 'nbf', 'iat'].find(
    (name) => instantOf(claims[name]) === undefined && (name === 'exp' || claims[name] !== undefined),
  )
  const knew = { claim: untimely ?? 'exp', got: textOf(claims[untimely ?? 'exp']) }
  const times = { saw: inClaims ? [inClaims] : [], knew, cite: 'RFC 7519 §2' } as const
  if (!ask('valid', 'times', untimely === undefined, times)) return 'The access token says no readable time'
  return undefined
}

/** The user that the token stands for; or what is wrong, in words for `error_description`. */
export function knownUser(
  { revoked, subject }: Access,
  users: readonly User[],
  saw: readonly Span[],
  { ask }: Pick<Transcript, 'ask'>,
): User | string {
  if (!ask('valid', 'revoked', !revoked, { saw })) return 'The access token was revoked'
  const user = users.find(({ id }) => id === subject)
  const who = { saw, knew: { user: user?.name ?? subject }, cite: 'RFC 9068 §2.2' } as const
  return ask('valid', 'user', user !== undefined, who) && user ? user : 'The access token is for an unknown user'
}

/** What is wrong if the token is not valid at this moment. */
export function untimely(
  { notBefore, expires }: Access,
  saw: readonly Span[],
  env: Env,
  { ask, moot }: Transcript,
): string | undefined {
  const now = { now: iso(env.now()) }
  if (notBefore === undefined) moot('fresh', 'not-before', { saw, cite: 'RFC 7519 §4.1.5' })
  else {
    const knew = { ...now, notBefore: iso(notBefore) }
    if (!ask('fresh', 'not-before', env.now() >= notBefore, { saw, knew, cite: 'RFC 7519 §4.1.5' }))
      return 'The access token is not valid yet'
  }
  const knew = { ...now, expires: iso(expires) }
  if (!ask('fresh', 'expiry', env.now() < expires, { saw, knew, cite: 'RFC 7519 §4.1.4' }))
    return 'The access token expired'
  return undefined
}

export const iso = (instant: number): string => new Date(instant).toISOString()

/** `NumericDate`: seconds since 1970 (RFC 7519 §2), as milliseconds; undefined where it is none that a clock could show. */
export function instantOf(value: Json | undefined): number | undefined {
  if (typeof value !== 'number') return undefined
  const instant = new Date(value * 1000).getTime()
  return Number.isNaN(instant) ? undefined : instant
}

/** Text as it is, anything else as JSON. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
}
