/** One fault, named by two words. */

import { param } from '../../../protocol/auth/challenge.ts'
import type { Span, Token } from '../../../protocol/text/span.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 6750 §3.1',
  title: 'Body and challenge name different errors',
  why: 'The challenge says `{header}`, the body `{body}`. Both are read by somebody: libraries act on the challenge, people on the body, so one word for one fault spares a search.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\nContent-Type: application/json\n\n{"error": «"token_expired"», "message": "x"}',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\nContent-Type: application/json\n\n{"error":"invalid_token"}',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\nContent-Type: application/json\n\n{"error":"unauthorized"}',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n{"error":{"code":7}}',
    ],
  },
  check({ response }) {
    const errors = challengesOf(response, 'Bearer').flatMap((each) => param(each, 'error')?.value ?? [])
    const said = response && errors.length > 0 ? errorIn(response.message.body) : undefined
    if (!said || errors.includes(said.error)) return []
    return [{ in: 'response', span: said.span, slots: { header: errors.join(', '), body: said.error } }]
  },
}

/** The member `error` of a JSON object, where it is a plain word; only the first 10,000 characters are looked at. */
function errorIn({ text, span }: Token): { readonly error: string; readonly span: Span } | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  const found = /"error"\s*:\s*("([^"\\]{1,100})")/.exec(text.slice(0, 10_000))
  if (!found) return undefined
  const [whole, quoted = '', error = ''] = found
  const end = span.start + found.index + whole.length
  return { error, span: { start: end - quoted.length, end } }
}

export default rule
