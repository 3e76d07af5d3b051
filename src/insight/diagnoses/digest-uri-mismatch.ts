/** The `uri` of a Digest answer is not what is asked for: without the query, or before a proxy rewrote it. */

import type { Diagnosis } from '../diagnosis.ts'
import rule from '../rules/digest/digest-uri-mismatch.ts'
import { isRefused, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const GET = (target: string, uri: string) =>
  `GET ${target} HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", uri=${uri}, qop=auth, nc=00000001, cnonce="c", response="8ca523f5e9506fed4657c9700eebdbec"\n\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="d", qop="auth"\n\n'

const diagnosis: Diagnosis = {
  title: 'Digest: `uri` is not the address that was asked for',
  what: 'The hash covers `uri`, and the server compares that with the request line. Here they differ, mostly because the client left the query out, or because a proxy rewrote the path on the way.',
  client: 'Put path and query into `uri` exactly as they stand in the request line, and hash the same text.',
  server:
    'Behind a rewriting proxy compare with the original target, as in `X-Original-URI`, or let the proxy do the Digest. To what doesn’t match answer `400` (RFC 7616 §3.4.6).',
  examples: {
    bad: [
      `${GET('/search?q=a', '«"/search"»')}HTTP/1.1 400 Bad Request\n\n`,
      `${GET('/internal/a', '«"/a"»')}${REFUSED}`,
    ],
    good: [
      `${GET('/search?q=a', '"/search?q=a"')}${REFUSED}`,
      // Internet Explorer did so, and this server lets it.
      `${GET('/search?q=a', '"/search"')}HTTP/1.1 200 OK\n\n`,
    ],
  },
  recognise: (view, found) =>
    isRefused(view) && found.has('digest-uri-mismatch') ? symptomOf(3, placesOf(rule, view)) : undefined,
}

export default diagnosis
