/** The native login dialog of a browser in a single-page application. */

import type { Diagnosis } from '../diagnosis.ts'
import rule from '../rules/browsers/browser-prompt-unexpected.ts'
import { symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const SCRIPT = { script: true }

const diagnosis: Diagnosis = {
  title: 'The browser’s own login dialog opens over your page',
  what: 'A script asked, and the 401 names a scheme that browsers answer by themselves. So a native dialog pops up before the script hears of the 401, and what is typed there is sent along from then on.',
  client:
    'Call `fetch` with `credentials: "omit"` and set `Authorization` yourself: then the browser leaves the 401 to you.',
  server:
    'Let scripts log in with `Bearer` or a session cookie. Renaming the scheme to `xBasic`, or leaving `WWW-Authenticate` out, breaks all other clients (RFC 9110 §15.5.2).',
  examples: {
    bad: [
      {
        text: 'GET /api/me HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Basic» realm="a"\n\n',
        circumstances: SCRIPT,
      },
      'GET /api/me HTTP/1.1\nHost: a.example\nX-Requested-With: XMLHttpRequest\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Negotiate»\n\n',
    ],
    good: [
      {
        text: 'GET /api/me HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
        circumstances: SCRIPT,
      },
      // A page that a person opens: there the dialog is wanted.
      'GET / HTTP/1.1\nHost: a.example\nAccept: text/html\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
    ],
  },
  recognise: (view, found) => (found.has('browser-prompt-unexpected') ? symptomOf(2, placesOf(rule, view)) : undefined),
}

export default diagnosis
