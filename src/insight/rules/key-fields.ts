/** Where credentials travel besides `Authorization`: which request fields hold keys, and whether a request shows any. */

import type { HttpRequest } from '../../protocol/http/message.ts'
import type { Reading, View } from '../rule.ts'

const ENDINGS = [
  ...['api-key', 'apikey', 'auth-token', 'authtoken', 'access-token', 'auth-key', 'session-token', 'private-token'],
  ...['subscription-key', 'vault-token'],
]

/** Whether a field of that name (in lower case) is known to hold a key: `x-api-key`, `private-token`. */
export const isKeyField = (name: string): boolean =>
  ENDINGS.some((ending) => name === ending || name.endsWith(`-${ending}`))

/** A key as a parameter of the query, or of a form (RFC 6750 §2.2, §2.3). */
const IN_QUERY = /[?&](?:access_token|api_?key|token|key|signature)=/i

/** Whether a request shows credentials of any kind, as far as one can see; a cookie may be one. */
export function showsCredentials(request: Reading<HttpRequest>, { circumstances: { takes = [] } }: View): boolean {
  const taken = takes.map((each) => each.toLowerCase())
  const { target } = request.message.line
  return (
    request.fields.some(
      ({ name }) => name === 'authorization' || name === 'cookie' || isKeyField(name) || taken.includes(name),
    ) ||
    IN_QUERY.test(target.text) ||
    /(?:^|&)access_token=/.test(request.message.body.text)
  )
}
