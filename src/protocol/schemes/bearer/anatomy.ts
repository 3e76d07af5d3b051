/** What the parts of Bearer's challenges and credentials mean: a JWT is opened, any other token stays shut. */

import type { AuthElement } from '../../auth/challenge.ts'
import type { Decoded, ParamSpec, Part } from '../../auth/scheme.ts'
import { type JsonObject, looksLikeJwt, readJwt } from '../../jose/jwt.ts'
import type { Cite } from '../../text/cite.ts'
import type { Token } from '../../text/span.ts'
import { instantOf, textOf } from './access.ts'

const ERRORS = ['invalid_request', 'invalid_token', 'insufficient_scope', 'insufficient_user_authentication'] as const

export const params: Readonly<Record<string, ParamSpec>> = {
  realm: { in: ['challenge'], cite: 'RFC 9110 §11.5', quoted: true },
  scope: { in: ['challenge'], cite: 'RFC 6750 §3', quoted: true },
  error: { in: ['challenge'], cite: 'RFC 6750 §3.1', quoted: true, values: ERRORS },
  error_description: { in: ['challenge'], cite: 'RFC 6750 §3', quoted: true },
  error_uri: { in: ['challenge'], cite: 'RFC 6750 §3', quoted: true },
  resource_metadata: { in: ['challenge'], cite: 'RFC 9728 §5.1', quoted: true },
  acr_values: { in: ['challenge'], cite: 'RFC 9470 §3', quoted: true },
  max_age: { in: ['challenge'], cite: 'RFC 9470 §3' },
}

/** What RFC 9068 §2 wants in an access token, and `nbf`; anything else is shown with its name. */
const HEADER: ReadonlyMap<string, Cite> = new Map([
  ['alg', 'RFC 7515 §4.1.1'],
  ['typ', 'RFC 9068 §2.1'],
  ['kid', 'RFC 7515 §4.1.4'],
])
const CLAIMS: ReadonlyMap<string, Cite> = new Map([
  ['iss', 'RFC 7519 §4.1.1'],
  ['sub', 'RFC 7519 §4.1.2'],
  ['aud', 'RFC 7519 §4.1.3'],
  ['exp', 'RFC 7519 §4.1.4'],
  ['nbf', 'RFC 7519 §4.1.5'],
  ['iat', 'RFC 7519 §4.1.6'],
  ['jti', 'RFC 7519 §4.1.7'],
  ['client_id', 'RFC 8693 §4.3'],
  ['scope', 'RFC 8693 §4.2'],
  ['cnf', 'RFC 7800 §3.1'],
  ['acr', 'RFC 9068 §2.2.1'],
  ['auth_time', 'RFC 9068 §2.2.1'],
])
const INSTANTS = ['exp', 'nbf', 'iat', 'auth_time']

export function anatomy({ scheme, payload }: AuthElement): readonly Part[] {
  const opening: Part = { span: scheme.span, role: 'scheme', cite: 'RFC 6750 §2.1' }
  if (payload.kind === 'bare') return [opening]
  if (payload.kind === 'token68') return [opening, ...partsOf(payload.token68)]
  const parts = payload.params.map(({ name, span }): Part => {
    const known = name.text.toLowerCase()
    return { span, role: `param.${known}`, cite: params[known]?.cite ?? 'RFC 6750 §3' }
  })
  return [opening, ...parts]
}

/** An access token, whatever the scheme that shows it. */
export function partsOf(token: Token): readonly Part[] {
  const parts = jwtParts(token, 'jwt', HEADER, CLAIMS)
  return parts.length > 0 ? parts : [{ span: token.span, role: 'token68', cite: 'RFC 6750 §2.1' }]
}

type Known = ReadonlyMap<string, Cite>

/** The three parts of a JWT as `<role>.header`, `<role>.claims` and `<role>.signature`; none where the text is no JWT. */
export function jwtParts(token: Token, role: string, inHeader: Known, inClaims: Known): readonly Part[] {
  const { parts, header, claims } = readJwt(token)
  if (!looksLikeJwt(token.text) || parts.length !== 3) return []
  const meanings: readonly Omit<Part, 'span'>[] = [
    { role: `${role}.header`, cite: 'RFC 7515 §4', decoded: entries(header, inHeader, 'parameter') },
    { role: `${role}.claims`, cite: 'RFC 7519 §4', decoded: entries(claims, inClaims, 'claim') },
    { role: `${role}.signature`, cite: 'RFC 7515 §5.2' },
  ]
  return parts.flatMap(({ span, text }, i) => {
    const meaning = meanings[i]
    return meaning && text ? [{ span, ...meaning }] : []
  })
}

/** Members in the order in which they stand; those without words of their own are `other`, with their name in the text. */
function entries(object: JsonObject | undefined, known: Known, other: string): readonly Decoded[] {
  return Object.entries(object ?? {}).map(([name, value]) => {
    const cite = known.get(name)
    if (!cite) return { name: other, text: `${name}: ${textOf(value)}` }
    const instant = INSTANTS.includes(name) ? instantOf(value) : undefined
    return { name, text: textOf(value), cite, ...(instant === undefined ? {} : { instant }) }
  })
}
