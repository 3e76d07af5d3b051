/** `511`: the network answers, not the server. */

import type { Diagnosis } from '../diagnosis.ts'
import { codeOf, statusIn, symptomOf } from './readers/outcomes.ts'

const GET = 'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 '

const diagnosis: Diagnosis = {
  title: 'The network answered, not the server: a captive portal',
  what: 'A hotspot or company network caught this request and wants a login of its own first. The server that was meant has never seen it, and its credentials have nothing to do with this.',
  client:
    'Open any http page in a browser, log in to the network there, and try again. Don’t send credentials meanwhile.',
  server: 'Nothing to do. Only what stands between answers `511`, never the server itself (RFC 6585 §6).',
  examples: {
    bad: [
      `${GET}«511» Network Authentication Required\nContent-Type: text/html\n\n<a href="https://login.hotel.example/">Log in</a>`,
      'HTTP/1.1 «511» Network Authentication Required\n\n',
    ],
    good: [
      `${GET}401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n`,
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm="a"\n\n',
    ],
  },
  recognise: (view) => (codeOf(view) === 511 ? symptomOf(3, statusIn(view)) : undefined),
}

export default diagnosis
