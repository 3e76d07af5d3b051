/** There is no logging out of Basic. */

import type { Diagnosis } from '../diagnosis.ts'
import rule from '../rules/basic/basic-logout-claim.ts'
import { symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const GET = (path: string) => `GET ${path} HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 `

const diagnosis: Diagnosis = {
  title: 'Nobody can be logged out of Basic like this',
  what: 'The browser keeps the password and sends it with each request until it is closed. A page `/logout` changes nothing about that; a 401 there only opens the dialog again.',
  client:
    'Close all windows of the browser, or use a private one. As a trick, a request with a wrong user, like `https://logout@host/`, makes some browsers forget the right one.',
  server:
    'For a logout that works, log in with a form and a session cookie, or with tokens, and revoke them. HTTP has no other way (RFC 9110 §17.16.2).',
  examples: {
    bad: [
      `${GET('/logout')}«401» Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n`,
      `${GET('/logout')}«200» OK\n\nYou are logged out.`,
    ],
    good: [
      `${GET('/account')}401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n`,
      `${GET('/logout')}200 OK\nSet-Cookie: session=; Max-Age=0\n\n`,
    ],
  },
  recognise: (view, found) => (found.has('basic-logout-claim') ? symptomOf(3, placesOf(rule, view)) : undefined),
}

export default diagnosis
