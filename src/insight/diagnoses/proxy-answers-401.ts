/** A proxy that asks like a server, or a server that asks like a proxy. */

import type { Diagnosis } from '../diagnosis.ts'
import rule from '../rules/status/407-wrong-challenge-field.ts'
import { symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const diagnosis: Diagnosis = {
  title: 'Status and challenge don’t agree on who asks: proxy or server',
  what: 'To `401` belongs `WWW-Authenticate`, to `407` `Proxy-Authenticate`. Here the status has the other’s field, mostly from a proxy or gateway that was configured as a server. Clients look in the right field only, find no challenge, and give up.',
  client: 'Nothing to set right here. As a test, send both `Authorization` and `Proxy-Authorization` unasked.',
  server:
    'What clients are configured to use as a proxy answers `407` with `Proxy-Authenticate`. A reverse proxy or gateway is a server to them, and answers `401` with `WWW-Authenticate` (RFC 9110 §11.7.1).',
  scenario: '40-proxy',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\n«Proxy-Authenticate»: Basic realm="a"\n\n',
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 407 Proxy Authentication Required\n«WWW-Authenticate»: Basic realm="a"\n\n',
    ],
    good: [
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm="a"\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nContent-Length: 0\n\n',
    ],
  },
  recognise: (view, found) => (found.has('407-wrong-challenge-field') ? symptomOf(3, placesOf(rule, view)) : undefined),
}

export default diagnosis
