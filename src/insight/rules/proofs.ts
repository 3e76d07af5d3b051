/** The DPoP proofs that a request shows: the JWT in each field `DPoP` (RFC 9449 §4). */

import type { Field, HttpRequest } from '../../protocol/http/message.ts'
import { isObject, type JsonObject, type Jwt, readJwt } from '../../protocol/jose/jwt.ts'
import { thumbprint } from '../../protocol/jose/thumbprint.ts'
import type { Span, Token } from '../../protocol/text/span.ts'
import { linesOf, shownIn } from '../reading.ts'
import type { Reading } from '../rule.ts'

export interface Proof {
  readonly field: Field
  readonly jwt: Jwt
  /** Empty where it can't be read; so is `claims`. */
  readonly header: JsonObject
  readonly claims: JsonObject
  /** Where header and claims stand; the whole value where there are no parts. */
  readonly inHeader: Span
  readonly inClaims: Span
}

const read = new WeakMap<Reading<HttpRequest>, readonly Proof[]>()

/** One for each field line, readable or not. */
export function proofsIn(request: Reading<HttpRequest> | undefined): readonly Proof[] {
  if (!request) return []
  const found = read.get(request) ?? linesOf(request, 'dpop').map(({ field }) => readProof(field))
  read.set(request, found)
  return found
}

function readProof(field: Field): Proof {
  const jwt = readJwt(field.value)
  const { header = {}, claims = {}, parts } = jwt
  const [first, second] = parts
  const [inHeader, inClaims] = [first?.span ?? field.value.span, second?.span ?? field.value.span]
  return { field, jwt, header, claims, inHeader, inClaims }
}

/** Those that hold a header and claims: what else is wrong with a proof can only be said of them. */
export const readableProofs = (request: Reading<HttpRequest> | undefined): readonly Proof[] =>
  proofsIn(request).filter(({ jwt }) => jwt.header && jwt.claims)

/** The thumbprint of the key that a proof names. */
export const keyOf = ({ header: { jwk } }: Proof): string | undefined => (isObject(jwk) ? thumbprint(jwk) : undefined)

/** The thumbprint of the key that a token is bound to (RFC 9449 §6.1). */
export function boundTo({ claims }: Jwt): string | undefined {
  const cnf = claims?.cnf
  return isObject(cnf) && typeof cnf.jkt === 'string' ? cnf.jkt : undefined
}

/** The access tokens that a request shows with the scheme `DPoP`. */
export const dpopTokensIn = (request: Reading<HttpRequest> | undefined): readonly Token[] =>
  shownIn(request, 'DPoP').flatMap(({ credentials: { payload } }) =>
    payload.kind === 'token68' ? [payload.token68] : [],
  )
