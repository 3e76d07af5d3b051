/** What Basic credentials hold when decoded (RFC 7617 §2). */

import { fromBase64 } from '../../protocol/text/octets.ts'
import type { Token } from '../../protocol/text/span.ts'
import { shownIn } from '../reading.ts'
import type { View } from '../rule.ts'

/** `user-pass = user-id ":" password`, as octets. */
export interface UserPass {
  readonly token: Token
  readonly octets: Uint8Array
}

/** Those that decode; padding may be missing. */
export function userPassesIn({ request }: View): readonly UserPass[] {
  return shownIn(request, 'Basic').flatMap(({ credentials: { payload } }) => {
    const octets = payload.kind === 'token68' ? fromBase64(payload.token68.text) : undefined
    return payload.kind === 'token68' && octets ? [{ token: payload.token68, octets }] : []
  })
}
