/** `Unexpected token <`: a program that wanted JSON is sent to the login page. */

import type { Diagnosis } from '../diagnosis.ts'
import { linesOf } from '../reading.ts'
import type { View } from '../rule.ts'
import { mediaTypeOf } from '../rules/bodies.ts'
import { isLogin, pathOf } from '../rules/password-forms.ts'
import rule from '../rules/transport/redirect-instead-of-401.ts'
import { succeeded, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const GET = (path: string) => `GET ${path} HTTP/1.1\nHost: a.example\nAccept: application/json\n\n---\n`
const PAGE =
  'HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n\n<!doctype html><input name="p" type="password">'

const diagnosis: Diagnosis = {
  title: 'A program is sent to the login page instead of getting a 401',
  what: 'It asked for data and shows no valid session, so the server redirects as if somebody sat there. The client follows, gets a form with status 200, and stumbles over it: “Unexpected token <”.',
  client:
    'Check `Content-Type` before you parse, and set `redirect: "manual"` to see that there was a redirect. Then log in, or send the session cookie or token that was missing.',
  server:
    'Answer `401` with a challenge, or `403`, when `Accept` has no `text/html` or the path is an API’s, and redirect only pages. Frameworks have a setting for it: Spring’s `AuthenticationEntryPoint`, ASP.NET’s `OnRedirectToLogin`.',
  scenario: '29-cookie-session',
  examples: {
    bad: [
      `${GET('/api/me')}HTTP/1.1 «302» Found\nLocation: /login?next=/api/me\n\n`,
      `${GET('/api/me')}${PAGE.replace('text/html; charset=utf-8', '«text/html; charset=utf-8»')}`,
    ],
    good: [
      `${GET('/login')}${PAGE}`,
      'GET /account HTTP/1.1\nHost: a.example\nAccept: text/html,*/*\n\n---\nHTTP/1.1 302 Found\nLocation: /login\n\n',
      `${GET('/api/me')}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n`,
    ],
  },
  recognise(view, found) {
    if (found.has('redirect-instead-of-401')) return symptomOf(3, placesOf(rule, view))
    const { request, response } = view
    if (!response || !succeeded(view) || mediaTypeOf(response) !== 'text/html' || !wantsJson(view)) return undefined
    if (isLogin(pathOf(request)) || !/\btype=["']?password\b/i.test(response.message.body.text.slice(0, 20_000)))
      return undefined
    const [line] = linesOf(response, 'content-type')
    return line && symptomOf(2, [{ in: 'response', span: line.field.value.span }])
  },
}

function wantsJson({ request }: View): boolean {
  const accepts = linesOf(request, 'accept').map(({ field }) => field.value.text.toLowerCase())
  return accepts.some((each) => each.includes('json')) && !accepts.some((each) => each.includes('html'))
}

export default diagnosis
