/** What went before with the server that is asked now: other hosts' challenges and tokens are none of its business. */

import { targetOf } from '../../protocol/http/target.ts'
import type { Past, View } from '../rule.ts'

/** Where one of the two hosts isn't known, an exchange counts as one with the same server. */
export function earlierHere({ request, before }: View): readonly Past[] {
  const here = hostOf({ request })
  if (here === '') return before
  return before.filter((past) => ['', here].includes(hostOf(past)))
}

const hostOf = ({ request }: Past): string => (request ? targetOf(request.message).host : '')
