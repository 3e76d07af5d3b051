/** 400 says that a request is not understood, 401 that it is not believed. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { missingIn, OAUTH1, repeatedBeside, signedIn } from '../oauth1.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 5849 §3.2',
  title: 'This refusal calls for {wanted}, not {status}',
  why: 'OAuth 1.0 answers 400 where a parameter or method is unknown, missing or repeated, and 401 where client, token, signature or nonce is not good. By that a client knows whether to mend its code or its credentials.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key="a", oauth_signature_method="HMAC-SHA1", oauth_signature="b%3D"\n\n---\nHTTP/1.1 «401» Unauthorized\nWWW-Authenticate: OAuth realm="a"\n\n',
      'HTTP/1.1 «400» Bad Request\nContent-Type: application/x-www-form-urlencoded\n\noauth_problem=signature_invalid',
      'HTTP/1.1 «401» Unauthorized\nWWW-Authenticate: OAuth realm="a", oauth_problem="parameter_absent"\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key="a", oauth_signature_method="HMAC-SHA1", oauth_signature="b%3D"\n\n---\nHTTP/1.1 400 Bad Request\n\n',
      // Nothing is missing, so it is the signature, or the token.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key="a", oauth_signature_method="PLAINTEXT", oauth_signature="b%26"\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: OAuth realm="a", oauth_problem="token_expired"\n\n',
      // Of refusals for other reasons nothing is said.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key="a"\n\n---\nHTTP/1.1 503 Service Unavailable\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: OAuth realm="a"\n\n',
    ],
  },
  check(view) {
    const line = view.response?.message.line
    if (!line || ![400, 401, 403].includes(line.code)) return []
    const wanted = wantedBy(view)
    if (wanted === undefined || line.code === wanted) return []
    return [{ in: 'response', span: line.status.span, slots: { wanted: String(wanted), status: line.status.text } }]
  },
}

/** The words of the extension for problem reporting, which many servers speak. */
const PROBLEMS: Readonly<Record<string, number>> = {
  version_rejected: 400,
  parameter_absent: 400,
  parameter_rejected: 400,
  signature_method_rejected: 400,
  signature_invalid: 401,
  nonce_used: 401,
  consumer_key_unknown: 401,
  consumer_key_rejected: 401,
  token_used: 401,
  token_expired: 401,
  token_revoked: 401,
  token_rejected: 401,
}

function wantedBy({ request, response, circumstances: { excerpt } }: View): number | undefined {
  const told = challengesOf(response, OAUTH1).map((each) => param(each, 'oauth_problem')?.value)
  const body = response?.message.body.text.slice(0, 10_000) ?? ''
  const problem = told.find(Boolean) ?? /(?:^|&)oauth_problem=([a-z_]+)/.exec(body)?.[1]
  if (problem !== undefined) return Object.hasOwn(PROBLEMS, problem) ? PROBLEMS[problem] : undefined
  const unreadable = signedIn(request).some(
    (signed) => missingIn(signed).length > 0 || repeatedBeside(signed, request).length > 0,
  )
  return unreadable && !excerpt ? 400 : undefined
}

export default rule
