/** The proxy asks, and the answer goes into the server's field, or the other way round. */

import { sameScheme } from '../../protocol/auth/challenge.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf, shownIn } from '../reading.ts'
import rule from '../rules/status/proxy-credentials-wrong-field.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const GET = (field = '') => `GET http://a.example/ HTTP/1.1\nHost: a.example\n${field}\n---\n`
const ASKS = 'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm="a"\n\n'

const diagnosis: Diagnosis = {
  title: 'The credentials are in the field of the other: proxy or server',
  what: 'A `407` comes from the proxy and wants `Proxy-Authorization`, a `401` from the server behind it and wants `Authorization`. What stands in the other’s field is not looked at, or even passed on to somebody whom it is no business of.',
  client:
    'Set the proxy’s credentials where the proxy is set: `curl --proxy-user`, `HTTPS_PROXY=http://user:password@proxy:3128`, npm’s `https-proxy`. For https they belong to `CONNECT`, which `fetch` and many libraries don’t let you write.',
  server: 'A proxy asks with `407` and `Proxy-Authenticate`, never with `401` (RFC 9110 §11.7).',
  scenario: '40-proxy',
  examples: {
    bad: [
      `${GET()}${ASKS}===\n${GET('«Authorization»: Basic YTpi\n')}${ASKS}`,
      `${GET('«Authorization»: Basic YTpi\n')}${ASKS}`,
    ],
    good: [
      `${GET('Proxy-Authorization: Basic YTpi\n')}${ASKS}`,
      // A token for the server, and nothing yet for the proxy.
      `${GET('Authorization: Bearer b\n')}${ASKS}`,
      `${GET('Authorization: Basic YTpi\n')}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n`,
    ],
  },
  recognise(view, found) {
    if (found.has('proxy-credentials-wrong-field')) return symptomOf(3, placesOf(rule, view))
    const shown = shownIn(view.request)
    const [one] = shown
    if (codeOf(view) !== 407 || shown.length !== 1 || one?.name !== 'authorization') return undefined
    // It may as well be meant for the server.
    const fits = challengesOf(view.response).some(({ scheme }) => sameScheme(scheme.text, one.credentials.scheme.text))
    return fits ? symptomOf(1, [{ in: 'request', span: one.field.name.span }]) : undefined
  },
}

export default diagnosis
