/** Who asks for a nonce must give one. */

import { param } from '../../../protocol/auth/challenge.ts'
import type { Span } from '../../../protocol/text/span.ts'
import { challengesOf, linesOf } from '../../reading.ts'
import type { Reading, Rule } from '../../rule.ts'
import { jsonOf, memberOf } from '../bodies.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §8',
  title: 'A nonce is asked for, and none is given',
  why: '`use_dpop_nonce` means: try again with the nonce from `DPoP-Nonce`. Without that field the client has nothing to put into its proof.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error=«"use_dpop_nonce"», algs="ES256"\n\n',
      'HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"error": «"use_dpop_nonce"»}',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="use_dpop_nonce", algs="ES256"\nDPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v\n\n',
      'HTTP/1.1 400 Bad Request\nContent-Type: application/json\ndpop-nonce: a\n\n{"error":"use_dpop_nonce"}',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="invalid_dpop_proof", algs="ES256"\n\n',
      {
        text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="use_dpop_nonce"\n\n',
        circumstances: { excerpt: true },
      },
    ],
  },
  check({ response, circumstances: { excerpt } }) {
    if (!response || response.message.line.code < 400 || linesOf(response, 'dpop-nonce').length > 0) return []
    const asked = [...inChallenges(response), ...inBody(response)]
    if (asked.length > 0 && excerpt) return [{ needs: 'whole' }]
    return asked.map((span) => ({ in: 'response', span }))
  },
}

const inChallenges = (response: Reading): readonly Span[] =>
  challengesOf(response).flatMap((each) => {
    const error = param(each, 'error')
    return error?.value === 'use_dpop_nonce' ? [error.raw.span] : []
  })

function inBody(response: Reading): readonly Span[] {
  if (jsonOf(response)?.error !== 'use_dpop_nonce') return []
  return [(memberOf(response, 'error') ?? response.message.body).span]
}

export default rule
