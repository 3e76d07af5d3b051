/** A token endpoint and a resource server ask for a nonce in different ways. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { jsonOf } from '../bodies.ts'
import { dpopTokensIn } from '../proofs.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9449 §9',
  title: 'Here a nonce is asked for with {right}, not {status}',
  why: 'A resource server asks for a nonce with 401 and a `DPoP` challenge, a token endpoint with 400 and `error` in a JSON body. Clients look for the one here and for the other there.',
  examples: {
    bad: [
      'HTTP/1.1 «400» Bad Request\nWWW-Authenticate: DPoP error="use_dpop_nonce"\nDPoP-Nonce: a\n\n',
      'POST /token HTTP/1.1\nHost: a.example\n\ngrant_type=client_credentials\n---\nHTTP/1.1 «401» Unauthorized\nDPoP-Nonce: a\nContent-Type: application/json\n\n{"error":"use_dpop_nonce"}',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP a\n\n---\nHTTP/1.1 «400» Bad Request\nDPoP-Nonce: a\nContent-Type: application/json\n\n{"error":"use_dpop_nonce"}',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="use_dpop_nonce"\nDPoP-Nonce: a\nContent-Type: application/json\n\n{"error":"use_dpop_nonce"}',
      'POST /token HTTP/1.1\nHost: a.example\n\ngrant_type=client_credentials\n---\nHTTP/1.1 400 Bad Request\nDPoP-Nonce: a\nContent-Type: application/json\n\n{"error":"use_dpop_nonce"}',
      // Whose answer that is nobody can see.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\nDPoP-Nonce: a\n\n{"error":"use_dpop_nonce"}',
    ],
  },
  check({ request, response }) {
    const line = response?.message.line
    if (!line || !(line.code >= 400)) return []
    const challenges = challengesOf(response)
    const challenged = challenges.some((each) => param(each, 'error')?.value === 'use_dpop_nonce')
    if (!challenged && jsonOf(response)?.error !== 'use_dpop_nonce') return []
    const resource = challenged || dpopTokensIn(request).length > 0
    if (!resource && challenges.length > 0) return []
    const right = resource ? '401' : '400'
    if (line.status.text === right) return []
    return [{ in: 'response', span: line.status.span, slots: { right, status: line.status.text } }]
  },
}

export default rule
