/** The resource that a token is for is named by an absolute URI. */

import type { Rule } from '../../rule.ts'
import { callOf } from '../oauth-endpoints.ts'

const post = (resource: string) =>
  `POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&client_id=a&resource=${resource}`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8707 §2',
  title: '`resource` must be an absolute URI, without a fragment',
  why: 'The server puts `resource` into the token’s audience, so it must name one place for all: scheme first, no `#`. For anything else it answers `invalid_target`.',
  examples: {
    bad: [
      post('«mcp.example.com»'),
      post('«%2Fmcp»'),
      post('«https%3A%2F%2Fmcp.example.com%23mcp»'),
      'GET /authorize?response_type=code&client_id=a&state=b&resource=«files» HTTP/1.1\nHost: as.example\n\n',
    ],
    good: [
      post('https%3A%2F%2Fmcp.example.com%2Fmcp'),
      post('https%3A%2F%2Fa.example%2F&resource=https%3A%2F%2Fb.example%2F'),
      post('urn%3Aexample%3Acooperation-context'),
      'GET /search?resource=files HTTP/1.1\nHost: a.example\n\n',
    ],
  },
  check(view) {
    const call = callOf(view)
    if (!call || !['authorization', 'par', 'token', 'device'].includes(call.endpoint)) return []
    return call.params
      .filter(({ name, value }) => name === 'resource' && !/^[a-z][a-z0-9+.-]*:[^\s#]+$/i.test(value))
      .map(({ raw, value }) => {
        const bare = raw.text.replace(/(?:#|%23).*$/s, '')
        const cut = /^[a-z][a-z0-9+.-]*:[^\s#]+#/i.test(value) && call.by !== 'json'
        const fix = cut ? { span: raw.span, insert: bare } : undefined
        return { in: 'request', span: raw.span, fix }
      })
  },
}

export default rule
