/** Decoded, a PrivateToken challenge is a structure to the octet, and names the origin that it comes from. */

import { type AuthElement, param } from '../../../protocol/auth/challenge.ts'
import { targetOf } from '../../../protocol/http/target.ts'
import { readChallenge } from '../../../protocol/schemes/privatetoken/structures.ts'
import { linesOf } from '../../reading.ts'
import type { Found, Lack, Rule, View } from '../../rule.ts'
import { challengesIn, type Held } from '../private-tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9577 §2.1.1',
  title: 'This is no token challenge of this origin',
  why: 'Decoded, `challenge` is a token type, the issuer’s name, a context of 0 or 32 octets, and the origins that it is for, each with its length in front. Where origins are named, the one that asks must be among them: otherwise a client takes it for another’s challenge, passed on.',
  examples: {
    bad: [
      // A context of 16 octets.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge=«"AAIADmlzc3Vlci5leGFtcGxlEAAAAAAAAAAAAAAAAAAAAAAADm9yaWdpbi5leGFtcGxl"», token-key="MIIB"\n\n',
      // An issuer without a name; and one octet less than there should be.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge=«"AAIAAAAADm9yaWdpbi5leGFtcGxl"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge=«"AAIADmlzc3Vlci5leGFtcGxlAAAOb3JpZ2luLmV4YW1wbA=="»\n\n',
      // For origin.example.
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge=«"AAIADmlzc3Vlci5leGFtcGxlAAAOb3JpZ2luLmV4YW1wbGU="»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: origin.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge="AAIADmlzc3Vlci5leGFtcGxlAAAOb3JpZ2luLmV4YW1wbGU=", token-key="MIIB"\n\n',
      // foo.example,origin.example
      'GET / HTTP/1.1\nHost: Origin.example:443\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge="AAIADmlzc3Vlci5leGFtcGxlAAAaZm9vLmV4YW1wbGUsb3JpZ2luLmV4YW1wbGU="\n\n',
      // For any origin.
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge="AAIADmlzc3Vlci5leGFtcGxlAAAA"\n\n',
      // A type that is reserved to be ignored.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge="AqoBAgM="\n\n',
    ],
  },
  check(view) {
    const held = challengesIn(view)
    if (held.length === 0) return []
    const own = new Set(
      linesOf(view.response, 'www-authenticate').flatMap(({ challenges }) => challenges.flatMap(valueIn)),
    )
    return held.flatMap((each) => judged(each, own.has(each.param), view))
  },
}

/** `own`: the origin asks, and no proxy, which does so in a name that no request tells. */
function judged({ param: challenge, octets, known }: Held, own: boolean, view: View): readonly (Found | Lack)[] {
  const wrong = [{ in: 'response', span: challenge.raw.span } as const]
  if (octets.length < 2) return wrong
  const read = known ? readChallenge(octets) : undefined
  if (!read) return known ? wrong : []
  if (read.origins === '' || !own) return []
  if (!view.request) return [{ needs: 'request' }]
  const { host } = targetOf(view.request.message)
  // A port that is not usual may be left out: some origins are named after their host.
  const names = [host, host.replace(/:\d*$/, ''), host.replace(/(?::443)?$/, ':443')]
  const named = read.origins.toLowerCase().split(',')
  return host === '' || named.some((name) => names.includes(name)) ? [] : wrong
}

const valueIn = (challenge: AuthElement) => param(challenge, 'challenge') ?? []

export default rule
