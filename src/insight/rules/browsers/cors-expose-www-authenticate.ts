/** Of a response from another origin, script sees only a few fields, and the rest where the server exposes them. */

import type { Rule } from '../../rule.ts'
import { allowedOrigin, allows, allowsCredentials, foreignOrigin, isPreflight } from '../cross-origin.ts'
import { lineAdded } from '../lines.ts'
import { memberNamed, membersOf } from '../lists.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'Fetch §cors-safelisted-response-header-name',
  title: 'Script from elsewhere can’t see `{field}`',
  why: 'The response lets script of another origin in, but hides `{field}` from it, and the script doesn’t learn what to do next. Name it in `Access-Control-Expose-Headers`.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\n«WWW-Authenticate»: Bearer realm="a", error="invalid_token"\nAccess-Control-Allow-Origin: *\n\n',
      'GET / HTTP/1.1\nHost: api.example\nOrigin: https://app.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="use_dpop_nonce"\n«DPoP-Nonce»: a1b2\nAccess-Control-Allow-Origin: https://app.example\nAccess-Control-Expose-Headers: WWW-Authenticate\n\n',
      'HTTP/1.1 429 Too Many Requests\n«Retry-After»: 60\nAccess-Control-Allow-Origin: https://app.example\nAccess-Control-Allow-Credentials: true\nAccess-Control-Expose-Headers: *\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\nAccess-Control-Allow-Origin: *\nAccess-Control-Expose-Headers: www-authenticate, DPoP-Nonce\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\nAccess-Control-Allow-Origin: *\nAccess-Control-Expose-Headers: *\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
      // Of its own origin script sees all.
      'GET / HTTP/1.1\nHost: api.example\nOrigin: https://api.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\nAccess-Control-Allow-Origin: *\n\n',
      'GET / HTTP/1.1\nHost: api.example\nOrigin: https://evil.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\nAccess-Control-Allow-Origin: https://app.example\n\n',
    ],
  },
  check(view) {
    const { request, response, circumstances } = view
    if (!response || !allowedOrigin(response) || isPreflight(request)) return []
    const hidden = response.fields.filter(({ name }) => TELLING.includes(name))
    if (hidden.length === 0) return []
    const origin = foreignOrigin(view)
    const asked = request?.fields.some(({ name }) => name === 'origin')
    if (asked && !(origin && allows(response, origin.text))) return []
    const exposed = membersOf(response, 'access-control-expose-headers')
    if (memberNamed(exposed, '*') && !allowsCredentials(response)) return []
    const missing = hidden.filter(
      ({ name }, i) => !memberNamed(exposed, name) && hidden.findIndex((each) => each.name === name) === i,
    )
    if (missing.length > 0 && circumstances.excerpt) return [{ needs: 'whole' }]
    const last = exposed.at(-1)?.span.end
    return missing.map(({ field: { name } }) => {
      const fix =
        last === undefined
          ? lineAdded(response.message, `Access-Control-Expose-Headers: ${name.text}`)
          : { span: { start: last, end: last }, insert: `, ${name.text}` }
      return { in: 'response', span: name.span, slots: { field: name.text }, fix }
    })
  },
}

/** What a client acts on. */
const TELLING = ['www-authenticate', 'dpop-nonce', 'retry-after', 'authentication-info']

export default rule
