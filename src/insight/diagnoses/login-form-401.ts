/** A form with a wrong password, answered as if it were HTTP authentication. */

import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf, shownIn } from '../reading.ts'
import type { Found } from '../rule.ts'
import { loginOf } from '../rules/logins.ts'
import { callOf } from '../rules/oauth-endpoints.ts'
import { isLogin, pathOf } from '../rules/password-forms.ts'
import { codeOf, statusIn, symptomOf } from './readers/outcomes.ts'

const FORM = (path: string) =>
  `POST ${path} HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\nusername=a&password=b\n---\n`

const diagnosis: Diagnosis = {
  title: 'A wrong password in a form is no case for 401',
  what: 'The password came in a form or in JSON, not in `Authorization`, and whoever may send that form was never asked for anything. A 401 needs a challenge that could be answered in HTTP; with `Basic` in it, a browser would even open its own dialog.',
  client: 'Go by the body of this response, not by the status, and don’t let a global 401 handler log the user out.',
  server:
    'For pages, show the form again with `200` or `422`. For scripts, answer `400`, `403` or `422` with the reason in the body, and keep 401 for what lies behind the login (RFC 9110 §15.5.2).',
  scenario: '29-cookie-session',
  examples: {
    bad: [
      `${FORM('/login')}HTTP/1.1 «401» Unauthorized\nContent-Type: application/json\n\n{"message":"Wrong password"}`,
      'POST /api/sessions HTTP/1.1\nHost: a.example\nContent-Type: application/json\n\n{"email":"a@a.example","password":"b"}\n---\nHTTP/1.1 «401» Unauthorized\n\n',
      `${FORM('/sign-in')}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Basic» realm="a"\n\n`,
    ],
    good: [
      `${FORM('/login')}HTTP/1.1 422 Unprocessable Content\n\n`,
      // Behind a login of HTTP's.
      'POST /login HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\nContent-Type: application/x-www-form-urlencoded\n\nusername=a&password=b\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
      'POST /token HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&client_id=a&client_secret=b\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n{"error":"invalid_client"}',
    ],
  },
  recognise(view) {
    const { request, response } = view
    if (codeOf(view) !== 401 || request?.message.line.method.text !== 'POST') return undefined
    if (shownIn(request).length > 0 || loginOf(request)?.by !== 'body' || callOf(view)) return undefined
    const path = pathOf(request)
    if (!isLogin(path) && !SESSIONS.test(path)) return undefined
    const places = challengesOf(response).map(({ scheme: { span } }): Found => ({ in: 'response', span }))
    return symptomOf(3, places.length > 0 ? places : statusIn(view))
  },
}

const SESSIONS = /\/(?:sessions?|auth|authenticate|token|tokens)\/?$/i

export default diagnosis
