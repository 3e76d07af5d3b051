/** The star allows all request fields but one. */

import type { Rule } from '../../rule.ts'
import { isPreflight } from '../cross-origin.ts'
import { memberNamed, membersOf } from '../lists.ts'

const rule: Rule = {
  level: 'must',
  cite: 'Fetch §cors-non-wildcard-request-header-name',
  title: '`Authorization` must be allowed by name',
  why: 'The script wants to send `Authorization`, and this answer doesn’t let it: `*` in `Access-Control-Allow-Headers` stands for all names but this one. Write it out.',
  examples: {
    bad: [
      'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: GET\nAccess-Control-Request-Headers: authorization\n\n---\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Headers: «*»\n\n',
      {
        text: 'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: GET\nAccess-Control-Request-Headers: authorization,content-type\n\n---\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: https://app.example\nAccess-Control-Allow-Headers: Accept, «Content-Type»\n\n',
        circumstances: { takes: ['Authorization'] },
      },
    ],
    good: [
      'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: GET\nAccess-Control-Request-Headers: authorization\n\n---\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Headers: *, authorization\n\n',
      'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: GET\nAccess-Control-Request-Headers: x-api-key\n\n---\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Headers: *\n\n',
      // A server that takes none.
      'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: GET\nAccess-Control-Request-Headers: authorization\n\n---\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Headers: Content-Type\n\n',
    ],
  },
  check({ request, response, circumstances: { takes = [] } }) {
    const { code = 0 } = response?.message.line ?? {}
    if (!(code >= 200 && code < 300) || !isPreflight(request)) return []
    if (!memberNamed(membersOf(request, 'access-control-request-headers'), 'authorization')) return []
    const allowed = membersOf(response, 'access-control-allow-headers')
    if (memberNamed(allowed, 'authorization')) return []
    const isTaken = takes.some((each) => each.toLowerCase() === 'authorization')
    const place = memberNamed(allowed, '*') ?? (isTaken ? allowed.at(-1) : undefined)
    if (!place) return []
    const { span } = place
    return [{ in: 'response', span, fix: { span: { start: span.end, end: span.end }, insert: ', Authorization' } }]
  },
}

export default rule
