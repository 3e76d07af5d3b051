/** Who has sent nothing has made no error yet. */

import { type AuthElement, type AuthParam, param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Fix, Rule } from '../../rule.ts'
import { showsCredentials } from '../key-fields.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 6750 §3.1',
  title: 'An error, although nothing was sent',
  why: 'The request carries no credentials, so there is nothing to be wrong with them: the challenge should name neither `error` nor a description. Clients tell “log in” from “log in again” by that.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a", «error="invalid_token"», error_description="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer «error_description="no token"»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
      // The cookie may well be what was wrong.
      'GET / HTTP/1.1\nHost: a.example\nCookie: token=b\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
    ],
  },
  check(view) {
    const { request, response } = view
    if (!request || showsCredentials(request, view)) return []
    return challengesOf(response, 'Bearer').flatMap((challenge) => {
      const first = ERRORS.map((name) => param(challenge, name)).find((each) => each !== undefined)
      return first
        ? [{ in: 'response', span: first.span, fix: withoutErrors(challenge, response?.message.source) }]
        : []
    })
  },
}

const ERRORS = ['error', 'error_description', 'error_uri']
const isError = ({ name }: AuthParam) => ERRORS.includes(name.text.toLowerCase())

/** The other parameters as they stand; none where none would be left, which a Bearer challenge may not be. */
function withoutErrors({ payload }: AuthElement, source = ''): Fix | undefined {
  if (payload.kind !== 'params') return undefined
  const [start, end] = [payload.params[0]?.span.start ?? 0, payload.params.at(-1)?.span.end ?? 0]
  const kept = payload.params.filter((each) => !isError(each)).map(({ span }) => source.slice(span.start, span.end))
  return { span: { start, end }, insert: kept.length > 0 ? kept.join(', ') : 'realm="API"' }
}

export default rule
