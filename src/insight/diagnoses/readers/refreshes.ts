/** Tokens that were fetched because others were refused. */

import { shownIn } from '../../reading.ts'
import type { Found, View } from '../../rule.ts'
import { jsonOf } from '../../rules/bodies.ts'
import { callOf, grants, paramOf } from '../../rules/oauth-endpoints.ts'
import { earlierOf } from '../../rules/repeats.ts'
import { codeOf } from './outcomes.ts'

/** The token in a request that was refreshed after the same request had been refused, and is refused just so. */
export function refreshedInVain(view: View): Found | undefined {
  const code = codeOf(view)
  const [shown] = [...shownIn(view.request, 'Bearer'), ...shownIn(view.request, 'DPoP')]
  if ((code !== 401 && code !== 403) || shown?.credentials.payload.kind !== 'token68') return undefined
  const { text, span } = shown.credentials.payload.token68
  const at = view.before.findLastIndex((past) => grants(past) && jsonOf(past.response)?.access_token === text)
  const past = view.before[at]
  const call = past && callOf(past)
  if (!call || paramOf(call, 'grant_type')?.value !== 'refresh_token') return undefined
  const refused = earlierOf({ ...view, before: view.before.slice(0, at) }).some((each) => codeOf(each) === code)
  return refused ? { in: 'request', span } : undefined
}
