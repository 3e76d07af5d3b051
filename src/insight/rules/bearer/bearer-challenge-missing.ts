/** A token that doesn't do gets a challenge, also with 403 and 400. */

import type { Rule } from '../../rule.ts'
import { showsBearer } from '../bearer-tokens.ts'
import { lineAdded } from '../lines.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6750 §3',
  title: 'A refused token, and no challenge',
  why: 'The body says `{error}`, but a client reads that from the challenge: whenever a token doesn’t open the resource, `WWW-Authenticate` must say so, with 403 and 400 too. Then any library knows whether it needs another token or more scope.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 «403» Forbidden\nContent-Type: application/json\n\n{"error":"insufficient_scope"}',
      'GET /?access_token=b HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 «400» Bad Request\nContent-Type: application/json\n\n{"error":"invalid_token"}',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer error="insufficient_scope"\nContent-Type: application/json\n\n{"error":"insufficient_scope"}',
      // The token was good; the user may not.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\n\n{"error":"not_the_owner"}',
      // A form that had a fault: that has nothing to do with the token.
      'POST / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 400 Bad Request\n\n{"error":"invalid_request"}',
      // An API that takes tokens as data answers about those.
      'POST /check HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 400 Bad Request\n\n{"error":"invalid_token"}',
    ],
  },
  check({ request, response, circumstances: { excerpt } }) {
    const line = response?.message.line
    if (!response || !line || (line.code !== 400 && line.code !== 403) || !showsBearer(request)) return []
    if (response.fields.some(({ name }) => name === 'www-authenticate')) return []
    const [, error] = SAID.exec(response.message.body.text.slice(0, 10_000)) ?? []
    if (error === undefined) return []
    if (excerpt) return [{ needs: 'whole' }]
    const fix = lineAdded(response.message, `WWW-Authenticate: Bearer error="${error}"`)
    return [{ in: 'response', span: line.status.span, slots: { error }, fix }]
  },
}

const SAID = /\b(invalid_token|insufficient_scope)\b/

export default rule
