/** A page about the error, by its whole address. */

import { param } from '../../../protocol/auth/challenge.ts'
import { quote } from '../../../protocol/http/grammar.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { parsed, urlOf } from '../origins.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6750 §3',
  title: '`error_uri` is no whole address',
  why: '`error_uri` leads people to a page about the error, by an absolute URI: scheme, host and path, in ASCII. What is read from a log has no page that a relative one could start from.',
  examples: {
    bad: [
      'GET /a/b HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_uri=«"/errors/7"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_uri=«"see the manual"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_uri=«"https://a.example/gültig"»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_uri="https://a.example/errors#7"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_uri="urn:example:errors:7"\n\n',
    ],
  },
  check: ({ request, response, circumstances }) =>
    challengesOf(response, 'Bearer').flatMap((challenge) => {
      const uri = param(challenge, 'error_uri')
      if (!uri || isUri(uri.value) || uri.raw.text === '') return []
      const base = urlOf(request, circumstances)
      const meant = uri.value.startsWith('/') && base ? parsed(uri.value, base.href)?.href : undefined
      const { span } = uri.raw
      const fix = meant !== undefined && isUri(meant) ? { span, insert: quote(meant) } : undefined
      return [{ in: 'response', span, fix }]
    }),
}

/** Of these characters, with a scheme in front (RFC 3986 §4.3). */
const isUri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:[!#-[\]-~]+$/i.test(text) && URL.canParse(text)

export default rule
