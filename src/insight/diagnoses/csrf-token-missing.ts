/** The user is right, and the token of the form is missing. */

import type { Diagnosis } from '../diagnosis.ts'
import { shownIn } from '../reading.ts'
import type { View } from '../rule.ts'
import { formOf, mediaTypeOf } from '../rules/bodies.ts'
import { foreignOrigin } from '../rules/cross-origin.ts'
import { cookiesOf, isSession } from '../rules/set-cookies.ts'
import { codeOf, statusIn, symptomOf } from './readers/outcomes.ts'
import { sayingIn } from './readers/sayings.ts'

const POST = (more = '') =>
  `POST /pay HTTP/1.1\nHost: a.example\nCookie: session=b\n${more}Content-Type: application/x-www-form-urlencoded\n\nto=c\n---\n`

const diagnosis: Diagnosis = {
  title: 'The login holds, but the CSRF token is missing',
  what: 'A cookie travels with requests that other sites start, so the server wants a second proof that its own page sent this one. It isn’t there, or is from an older session, and logging in again doesn’t help.',
  client:
    'Read the token from the page or its cookie and send it along: `X-CSRF-Token` (Rails), `X-XSRF-TOKEN` (Laravel, Angular, Spring), `X-CSRFToken` (Django). A client with a token in `Authorization` doesn’t need it.',
  server:
    'Answer `403` and say in the body that it is CSRF. Exempt only paths that take no cookies, as `/api/**` with `Bearer`; in Spring permit `/error` too, or a `403` turns into a `401`.',
  scenario: '29-cookie-session',
  examples: {
    bad: [
      `${POST()}HTTP/1.1 403 Forbidden\n\n<h1>«CSRF verification failed».</h1>`,
      `${POST('Origin: https://evil.example\n')}HTTP/1.1 «403» Forbidden\n\n`,
      `${POST()}HTTP/1.1 «419» Page Expired\n\n`,
    ],
    good: [
      'GET /pay HTTP/1.1\nHost: a.example\nCookie: session=b\n\n---\nHTTP/1.1 403 Forbidden\n\n',
      `${POST('X-CSRF-Token: d\n')}HTTP/1.1 403 Forbidden\n\n`,
      // The form once more, as its entries were wrong.
      `${POST()}HTTP/1.1 422 Unprocessable Content\n\n<meta name="csrf-token" content="d">`,
    ],
  },
  recognise(view) {
    const { request } = view
    if (!request || /^(?:GET|HEAD|OPTIONS|TRACE|CONNECT)$/.test(request.message.line.method.text)) return undefined
    const code = codeOf(view)
    if (code === 419) return symptomOf(3, statusIn(view))
    if (![400, 401, 403, 422].includes(code)) return undefined
    const said = sayingIn(view.response, CSRF)
    if (said) return symptomOf(3, [said])
    return code === 403 && isUnprotected(view) ? symptomOf(foreignOrigin(view) ? 2 : 1, statusIn(view)) : undefined
  },
}

/** As Django, Spring, Rails and ASP.NET say it; that a page has such a token in it means nothing. */
const CSRF =
  /\b(?:invalid|missing|bad|expired|verify)(?: the)?[ _-]?(?:csrf|xsrf|authenticity ?token|anti-?forgery)|\b(?:csrf|xsrf|cross[- ]site request forgery|anti-?forgery)[ \w:-]{0,30}\b(?:fail\w*|invalid|missing|mismatch|expired|incorrect|required|not (?:found|valid|provided|present))\b/i

/** A form that a cookie alone authenticates. */
function isUnprotected({ request }: View): boolean {
  if (!request || shownIn(request).length > 0 || !cookiesOf(request).some(({ name }) => isSession(name))) return false
  if (!['application/x-www-form-urlencoded', ''].includes(mediaTypeOf(request))) return false
  const isToken = (name: string) => /csrf|xsrf|token|nonce/i.test(name)
  return !request.fields.some(({ name }) => isToken(name)) && !formOf(request).some(({ name }) => isToken(name))
}

export default diagnosis
