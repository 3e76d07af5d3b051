/** A preflight carries no credentials, so nobody may ask it for some. */

import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { allows, isPreflight } from '../cross-origin.ts'
import { redirectOf } from '../password-forms.ts'

const rule: Rule = {
  level: 'must',
  cite: 'Fetch §cors-preflight-fetch',
  title: 'A preflight can’t log in',
  why: 'Before it sends a script’s request, the browser asks with `OPTIONS`, and never with credentials. Answer that with a 2xx before anything checks who is there: after a {status} the request itself is never sent.',
  examples: {
    bad: [
      'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: GET\nAccess-Control-Request-Headers: authorization\n\n---\nHTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Bearer realm="a"\nAccess-Control-Allow-Origin: *\n\n',
      'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: PUT\n\n---\nHTTP/1.1 «302» Found\nLocation: https://login.example/\n\n',
      'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: PUT\n\n---\nHTTP/1.1 «403» Forbidden\nAccess-Control-Allow-Origin: https://app.example\n\n',
      'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: PUT\n\n---\nHTTP/1.1 «403» Forbidden\nWWW-Authenticate: Bearer realm="a"\n\n',
    ],
    good: [
      'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: GET\n\n---\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: https://app.example\n\n',
      // This origin is not welcome, or none is.
      'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://evil.example\nAccess-Control-Request-Method: PUT\n\n---\nHTTP/1.1 403 Forbidden\n\n',
      'OPTIONS /data HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: PUT\n\n---\nHTTP/1.1 405 Method Not Allowed\nAllow: GET\n\n',
      // No preflight.
      'OPTIONS /data HTTP/1.1\nHost: api.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
    ],
  },
  check(view) {
    const { request, response } = view
    const { code = 0, status } = response?.message.line ?? {}
    if (!status || !(code >= 300) || !isPreflight(request)) return []
    const origin = request?.fields.find(({ name }) => name === 'origin')?.field.value.text ?? ''
    const welcome = code === 403 && (allows(response, origin) || challengesOf(response).length > 0)
    if (code !== 401 && !welcome && redirectOf(view) === '') return []
    return [{ in: 'response', span: status.span, slots: { status: status.text } }]
  },
}

export default rule
