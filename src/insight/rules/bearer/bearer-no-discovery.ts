/** A token, please; but from where? */

import { type AuthElement, param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { showsBearer } from '../bearer-tokens.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 9728 §5.1',
  title: 'Where would one get a token?',
  why: 'This challenge asks for a token, and a client that was not configured by hand can’t find out who issues it, or for which scope. `resource_metadata` leads there, and `scope` says what to ask for.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Bearer» realm="API"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a", «Bearer» realm="a"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata="https://a.example/.well-known/oauth-protected-resource"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a", scope="read"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="https://auth.example.com/token",service="registry.example.com"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\nWWW-Authenticate: DPoP algs="ES256", resource_metadata="https://a.example/.well-known/oauth-protected-resource"\n\n',
      // This client knows where: it has a token already.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
    ],
  },
  check({ request, response }) {
    if (response?.message.line.code !== 401) return []
    const challenges = challengesOf(response, 'Bearer')
    if (challenges.length === 0 || challengesOf(response).some(helps) || showsBearer(request)) return []
    return challenges
      .filter(({ payload }) => payload.kind === 'params')
      .map(({ scheme }) => ({ in: 'response', span: scheme.span }))
  },
}

/** `authorization_uri` and `authorization` are what Microsoft's servers name; a realm helps where it is an address. */
const HELPFUL = ['resource_metadata', 'scope', 'authorization_uri', 'authorization', 'error']

const helps = (challenge: AuthElement): boolean =>
  HELPFUL.some((name) => param(challenge, name)?.value) || /^https?:/i.test(param(challenge, 'realm')?.value ?? '')

export default rule
