/** An error without CORS fields looks to script as if there were no network. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { allowedOrigin, allows, foreignOrigin } from '../cross-origin.ts'
import { earlierHere } from '../earlier.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'Fetch §concept-cors-check',
  title: 'The script can’t see this {status}',
  why: 'This server lets `{origin}` in elsewhere, but here `Access-Control-Allow-Origin` is missing: `fetch` fails as if the network were down, and the script can’t tell that it should log in. Send the CORS fields with errors, too.',
  examples: {
    bad: [
      'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: GET\nAccess-Control-Request-Headers: authorization\n\n---\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: https://app.example\nAccess-Control-Allow-Headers: Authorization\n\n===\nGET /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
      'GET /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\n\n---\nHTTP/1.1 «403» Forbidden\nAccess-Control-Expose-Headers: WWW-Authenticate\n\n',
    ],
    good: [
      'GET /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\nAccess-Control-Allow-Origin: https://app.example\n\n',
      // Nobody is let in here.
      'GET /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
      // A form, and no script.
      'GET /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n\n===\nPOST /form HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nSec-Fetch-Mode: navigate\nContent-Type: application/x-www-form-urlencoded\n\na=b\n---\nHTTP/1.1 403 Forbidden\n\n',
      'GET /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://app.example\n\n===\nGET /data HTTP/1.1\nHost: api.example\nOrigin: https://evil.example\n\n---\nHTTP/1.1 403 Forbidden\n\n',
    ],
  },
  check(view) {
    const { request, response, circumstances } = view
    const { code = 0, status } = response?.message.line ?? {}
    if (!response || !status || !(code >= 400) || allowedOrigin(response)) return []
    const origin = foreignOrigin(view)
    if (!origin || request?.message.line.method.text === 'OPTIONS') return []
    if (linesOf(request, 'sec-fetch-mode').some(({ field }) => field.value.text === 'navigate')) return []
    const letsIn =
      linesOf(response, 'access-control-expose-headers').length > 0 ||
      earlierHere(view).some((past) => asked(past.request, origin.text) && allows(past.response, origin.text))
    if (!letsIn) return []
    if (circumstances.excerpt) return [{ needs: 'whole' }]
    return [{ in: 'response', span: status.span, slots: { status: status.text, origin: origin.text } }]
  },
}

const asked = (request: Parameters<typeof linesOf>[0], origin: string): boolean =>
  linesOf(request, 'origin').some(({ field }) => field.value.text === origin)

export default rule
