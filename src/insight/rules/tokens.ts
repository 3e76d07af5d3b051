/** The JSON Web Tokens that a request shows as access tokens (RFC 6750 §2.1, RFC 9449 §7.1). */

import type { HttpRequest } from '../../protocol/http/message.ts'
import { type Jwt, looksLikeJwt, readJwt } from '../../protocol/jose/jwt.ts'
import type { Token } from '../../protocol/text/span.ts'
import { shownIn } from '../reading.ts'
import type { Reading, View } from '../rule.ts'

export interface ShownJwt {
  readonly token: Token
  readonly jwt: Jwt
}

/** Decoding costs more than all other rules together, so what was read is kept as long as its request is. */
const read = new WeakMap<Reading<HttpRequest>, readonly ShownJwt[]>()

/** Whatever means to be a JWT, however broken; a token that is opaque to us is nobody's business. */
export function jwtsIn({ request }: View): readonly ShownJwt[] {
  if (!request) return []
  const found = read.get(request) ?? readIn(request)
  read.set(request, found)
  return found
}

function readIn(request: Reading<HttpRequest>): readonly ShownJwt[] {
  return [...shownIn(request, 'Bearer'), ...shownIn(request, 'DPoP')].flatMap(({ credentials: { payload } }) => {
    if (payload.kind !== 'token68' || !looksLikeJwt(payload.token68.text)) return []
    return [{ token: payload.token68, jwt: readJwt(payload.token68) }]
  })
}
