/** Errors are written in ASCII, without quotes in them. */

import { type AuthParam, param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6750 §3',
  title: '{char} is not allowed in `{name}`',
  why: 'These values hold printable ASCII, but neither `"` nor `\\`, not even escaped: clients show and log them as they are. Say it without quotes and umlauts, and the long version in the body.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_description=«"the claim \\"exp\\" is over"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_description=«"Token ungültig"»\n\n',
      'HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer error=«"insufficient_scope\\\\x"»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="Küche", error="invalid_token", error_description="It\'s over (exp), isn\'t it?"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Other error_description="ungültig"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Bearer').flatMap((challenge) =>
      ['error', 'error_description'].flatMap((name) => {
        const found = param(challenge, name)
        const char = found && wrongIn(found)
        if (!found || char === undefined) return []
        return [{ in: 'response', span: found.raw.span, slots: { name, char: shown(char) } } as const]
      }),
    ),
}

/** The first character outside `%x20-21 / %x23-5B / %x5D-7E`. */
const wrongIn = ({ value }: AuthParam): string | undefined => /[^ !#-[\]-~]/u.exec(value)?.[0]

/** A control character has no face, so its number. */
const shown = (char: string): string => {
  const code = char.codePointAt(0) ?? 0
  const plain = code > 0x20 && (code < 0x7f || code > 0xa0)
  return plain ? char : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

export default rule
