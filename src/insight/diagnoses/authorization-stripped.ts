/** The client sends `Authorization`, and the application never sees it: Apache, CGI and proxies take it away. */

import { sameScheme } from '../../protocol/auth/challenge.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf, linesOf, type Shown, shownIn } from '../reading.ts'
import type { View } from '../rule.ts'
import { codeOf, isRefused, symptomOf } from './readers/outcomes.ts'
import { NOTHING_CAME, sayingIn } from './readers/sayings.ts'

const GET = (more: string) => `GET /me HTTP/1.1\nHost: a.example\n${more}\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n'

const diagnosis: Diagnosis = {
  title: '`Authorization` was sent, and didn’t reach the application',
  what: 'The request carries credentials, and the response says that there were none. Something in between has taken the field away: Apache does so for CGI and PHP-FPM, and some proxies and gateways do.',
  client: 'Send the same request straight to the application, past the proxy: if that works, it is the way there.',
  server:
    'Apache: `CGIPassAuth On`, for mod_wsgi `WSGIPassAuthorization On`, or `SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1`. nginx: take out `proxy_set_header Authorization "";`, wherever it stands.',
  scenario: '42-gateway',
  examples: {
    bad: [
      `${GET('«Authorization»: Bearer b\n')}${REFUSED}{"error":"«No authorization token» was found"}`,
      `${GET('«Authorization»: Basic YTpi\n')}HTTP/1.1 403 Forbidden\n\n{"detail":"Authentication «credentials were not provided»."}`,
      `${GET('«Authorization»: Bearer b\n')}HTTP/1.1 401 Unauthorized\n\n>>>\n${GET('')}HTTP/1.1 401 Unauthorized\n\n`,
    ],
    good: [
      `${GET('')}${REFUSED}{"error":"No authorization token was found"}`,
      `${GET('Authorization: Bearer b\n')}${REFUSED}{"error":"Invalid token"}`,
      // It did arrive, and the server wants another scheme.
      `${GET('Authorization: Bearer b\n')}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Token\n\n{"detail":"Authentication credentials were not provided."}`,
    ],
  },
  recognise(view) {
    const shown = shownIn(view.request).filter(({ name }) => name === 'authorization')
    const [one] = shown
    if (!one || shown.length !== 1 || !isRefused(view) || one.credentials.payload.kind === 'bare') return undefined
    const place = { in: 'request', span: one.field.name.span } as const
    if (isTaken(view)) return symptomOf(3, [place])
    const said = isWelcome(one, view) ? sayingIn(view.response, NOTHING_CAME) : undefined
    return said && symptomOf(2, [place, said])
  },
}

/** The server behind had to ask, as it was not passed on. */
const isTaken = ({ upstream }: View): boolean =>
  upstream?.request !== undefined && linesOf(upstream.request, 'authorization').length === 0 && codeOf(upstream) === 401

/** Of a scheme that is asked for, or where none is. */
function isWelcome({ credentials: { scheme }, faults }: Shown, { response }: View): boolean {
  const asked = challengesOf(response)
  return faults.length === 0 && (asked.length === 0 || asked.some((each) => sameScheme(each.scheme.text, scheme.text)))
}

export default diagnosis
