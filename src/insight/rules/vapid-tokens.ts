/** The two halves of vapid's credentials: a signed token, and the key that verifies it (RFC 8292 §3). */

import { type AuthElement, type AuthParam, param } from '../../protocol/auth/challenge.ts'
import type { HttpRequest } from '../../protocol/http/message.ts'
import { type Jwt, readJwt } from '../../protocol/jose/jwt.ts'
import type { Span } from '../../protocol/text/span.ts'
import { shownIn } from '../reading.ts'
import type { Reading, View } from '../rule.ts'
import { textOf } from './auth-params.ts'

export interface Vapid {
  readonly credentials: AuthElement
  readonly key?: AuthParam
  readonly token?: AuthParam
  readonly jwt?: Jwt
}

/** Decoding costs, so what was read is kept as long as its request is. */
const read = new WeakMap<Reading<HttpRequest>, readonly Vapid[]>()

export function vapidIn({ request }: View): readonly Vapid[] {
  if (!request) return []
  const found = read.get(request) ?? shownIn(request, 'vapid').map(({ credentials }) => readVapid(credentials))
  read.set(request, found)
  return found
}

function readVapid(credentials: AuthElement): Vapid {
  const token = param(credentials, 't')
  return { credentials, key: param(credentials, 'k'), token, jwt: token && readJwt(textOf(token)) }
}

/** Where the claims stand; the whole token where they don't stand apart. */
export const claimsSpan = ({ credentials, token, jwt }: Vapid): Span =>
  jwt?.parts[1]?.span ?? token?.raw.span ?? credentials.scheme.span
