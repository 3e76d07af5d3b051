/** The interceptor refreshes at each 401 or 403, and the new token meets the same answer. */

import type { Diagnosis } from '../diagnosis.ts'
import { statusIn, symptomOf } from './readers/outcomes.ts'
import { refreshedInVain } from './readers/refreshes.ts'

const GET = (token: string) => `GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer ${token}\n\n---\n`
const WRONG = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n===\n'
const REFRESH = (token: string) =>
  `POST /token HTTP/1.1\nHost: auth.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&refresh_token=r\n---\nHTTP/1.1 200 OK\n\n{"access_token":"${token}"}\n===\n`

const diagnosis: Diagnosis = {
  title: 'A brand-new token is refused just like the old one',
  what: 'The client refreshed its token because of this status, and the new one gets the same. So age was not the problem: a refreshed token has the same audience, the same rights and no wider scope. An interceptor without a guard goes on like that for ever.',
  client:
    'Retry once for each request (axios: `config._retry`), then stop. For another scope or audience send the user through `/authorize` again, as a refresh can’t widen anything (RFC 6749 §6).',
  server:
    'Say what is wrong: `invalid_token` for a token that a new one could replace, `insufficient_scope` with `scope` for rights, and check the `aud` and `iss` that you expect.',
  examples: {
    bad: [
      `${GET('t1')}${WRONG}${REFRESH('t2')}${GET('«t2»')}HTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n`,
      `${GET('t1')}HTTP/1.1 403 Forbidden\n\n===\n${REFRESH('t2')}${GET('«t2»')}HTTP/1.1 «403» Forbidden\nWWW-Authenticate: Bearer error="insufficient_scope", scope="b"\n\n`,
    ],
    good: [
      `${GET('t1')}${WRONG}${REFRESH('t2')}${GET('t2')}HTTP/1.1 200 OK\n\n`,
      `${GET('t1')}${WRONG}${REFRESH('t2')}${GET('t1')}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n`,
      // It had expired, and now it is something else.
      `${GET('t1')}${WRONG}${REFRESH('t2')}${GET('t2')}HTTP/1.1 403 Forbidden\n\n`,
    ],
  },
  recognise(view) {
    const token = refreshedInVain(view)
    return token && symptomOf(3, [token, ...statusIn(view)])
  },
}

export default diagnosis
