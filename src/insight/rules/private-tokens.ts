/** What challenges and credentials of PrivateToken hold when decoded (RFC 9577 §2.1.1, §2.2.1). */

import { type AuthParam, param } from '../../protocol/auth/challenge.ts'
import { typeOf } from '../../protocol/schemes/privatetoken/structures.ts'
import { fromBase64 } from '../../protocol/text/octets.ts'
import { challengesOf, shownIn } from '../reading.ts'
import type { Past } from '../rule.ts'

/**
 * Types that are known to use the default structures (RFC 9578 §8.2): others may have structures of their own, and some
 * are reserved to be ignored (RFC 9577 §3.1).
 */
const DEFAULT = [0x0001, 0x0002]

export interface Held {
  readonly param: AuthParam
  readonly octets: Uint8Array
  readonly type: number
  /** Whether its structure is the default one. */
  readonly known: boolean
}

/** Both alphabets, with padding or without: whether that is right is another question. */
export const decoded = (text: string): Uint8Array | undefined =>
  fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'))

function held(found: AuthParam | undefined): readonly Held[] {
  const octets = found && decoded(found.value)
  if (!found || !octets) return []
  const type = typeOf(octets) ?? 0
  return [{ param: found, octets, type, known: DEFAULT.includes(type) }]
}

export const challengesIn = ({ response }: Past): readonly Held[] =>
  challengesOf(response, 'PrivateToken').flatMap((each) => held(param(each, 'challenge')))

export const tokensIn = ({ request }: Past): readonly Held[] =>
  shownIn(request, 'PrivateToken').flatMap(({ credentials }) => held(param(credentials, 'token')))
