/** Who has shown nothing ought to be asked, not sent away. */

import type { Rule, View } from '../../rule.ts'
import { showsCredentials } from '../key-fields.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9110 §11.4',
  title: 'Missing credentials call for 401, not 403',
  why: 'The request carries no credentials, and credentials would help: then a server should answer 401 with a challenge. 403 says that knowing who you are changes nothing.',
  examples: {
    bad: [
      'GET /me HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 «403» Forbidden\nContent-Type: application/json\n\n{"detail":"Not authenticated"}',
      'GET /me HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 «403» Forbidden\nWWW-Authenticate: Bearer realm="a"\n\n',
    ],
    good: [
      'GET /me HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer a\n\n---\nHTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer realm="a"\n\n',
      'GET /private HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 403 Forbidden\n\nNobody may see this.',
    ],
  },
  check(view) {
    const { request, response } = view
    if (!request || response?.message.line.code !== 403) return []
    if (showsCredentials(request, view) || !wouldHelp(view)) return []
    return [{ in: 'response', span: response.message.line.status.span }]
  },
}

/** As frameworks say it: `Not authenticated`, `Authentication credentials were not provided`, `Missing Authentication Token`. */
const SAYS_SO = /\bunauthenticated\b|\bnot authenticated\b|\bauthentication (?:required|credentials|token)\b/i

/**
 * Whether credentials would help: the server told us that it takes some, or this response says so itself. Where no
 * scheme of HTTP's is taken, a cookie or a key in a field of its own, nothing could be asked for, and 403 is right.
 */
function wouldHelp({ response, circumstances: { takes } }: View): boolean {
  if (takes) return takes.some((each) => each.toLowerCase() === 'authorization')
  return (
    response?.fields.some(({ challenges }) => challenges.length > 0) || SAYS_SO.test(response?.message.body.text ?? '')
  )
}

export default rule
