/** What PrivateToken asks with is octets: in base64url, padded. */

import { type AuthElement, type AuthParam, param } from '../../../protocol/auth/challenge.ts'
import { quote } from '../../../protocol/http/grammar.ts'
import { padded } from '../../../protocol/schemes/privatetoken/structures.ts'
import { challengesOf } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'
import { decoded } from '../private-tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9577 §2.1.2',
  title: '`{name}` is missing, or no padded base64url',
  why: 'A PrivateToken challenge has a `challenge`, and mostly a `token-key`; both are base64url, with `-` and `_` instead of `+` and `/`, and unlike in a JWT with their `=` at the end. Clients drop what they can’t decode, without a word.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «PrivateToken» token-key="MIIB"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge=«"AAIADmlzc3Vlci5leGFtcGxlAAAOb3JpZ2luLmV4YW1wbGU"», token-key="MIIB"\n\n',
      // Base64 with the other alphabet.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge=«"AAIADmlzc3Vlci5leGFtcGxlIPv7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7AAA="», token-key=«"MII+"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge="AAIADmlzc3Vlci5leGFtcGxlAAAOb3JpZ2luLmV4YW1wbGU=", token-key=«"-----BEGIN PUBLIC KEY-----"»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge="AAIADmlzc3Vlci5leGFtcGxlAAAOb3JpZ2luLmV4YW1wbGU=", token-key="MIIB", max-age=10\n\n',
      // Without padding by chance, and so without quotes; the key is known from elsewhere.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge=AAIADmlzc3Vlci5leGFtcGxlAAAA\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Other token-key="a"\n\n',
    ],
  },
  check: ({ response }) => challengesOf(response, 'PrivateToken').flatMap(wrongIn),
}

function wrongIn(element: AuthElement): readonly Found[] {
  const challenge = param(element, 'challenge')
  const missing = { in: 'response', span: element.scheme.span, slots: { name: 'challenge' } } as const
  const present = [challenge, param(element, 'token-key')].filter((each) => each !== undefined)
  return [...(challenge ? [] : [missing]), ...present.filter(isWrong).map(found)]
}

const isWrong = ({ value }: AuthParam): boolean => !/^[\w-]+={0,2}$/.test(value) || value.length % 4 !== 0

function found({ name, raw: { span }, value }: AuthParam): Found {
  const octets = value === '' ? undefined : decoded(value)
  const fix = octets && { span, insert: quote(padded(octets)) }
  return { in: 'response', span, slots: { name: name.text }, fix }
}

export default rule
