/** A token that was refused deserves to hear why. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf, shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const ERRORS: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  401: 'invalid_token',
  403: 'insufficient_scope',
}

const rule: Rule = {
  level: 'should',
  cite: 'RFC 6750 §3',
  title: 'Refused, and no word why',
  why: 'A token was sent and didn’t do: then the challenge should name an `error`, here `{error}`. Otherwise the client can’t tell whether to refresh its token or to ask the user.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Bearer» realm="a"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\nWWW-Authenticate: «Bearer»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
    ],
  },
  check({ request, response }) {
    const error = ERRORS[response?.message.line.code ?? 0]
    const challenges = challengesOf(response, 'Bearer')
    if (!error || shownIn(request, 'Bearer').length === 0 || challenges.some((each) => param(each, 'error'))) return []
    return challenges.map(({ scheme, payload, span: { end } }) => {
      const insert = `${payload.kind === 'bare' ? ' ' : ', '}error="${error}"`
      return { in: 'response', span: scheme.span, slots: { error }, fix: { span: { start: end, end }, insert } }
    })
  },
}

export default rule
