/** A private token is made for one challenge, and carries its hash. */

import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '../../../protocol/text/octets.ts'
import type { Rule } from '../../rule.ts'
import { earlierHere } from '../earlier.ts'
import { challengesIn, type Held, tokensIn } from '../private-tokens.ts'

/** RFC 9578 §B.2: a token for origin.example, and one for foo.example and bar.example. */
const RIGHT =
  'AAKYwTRf84pVS0KbQosPIGz-TziS-AQZlfLCSHPZDoRIjRHhXJGnwq0Cq9ZmRYAjc9sdgjvqgPCNRSVB-ytitYmLylcviYKpyiSKMFYYYyLZPKFHJmEh3etWMsB_H3HNJwgzUKIGxem3wImPl2Ec4LuNdNMQuxlKtn4JTjL_bakIhpJLG557VpQCwRAdiW0vw6c3Hvd_AjENsdyfgchTWCjC0OnZBRcg0YLNVOHCw79BfaL8eqcrtwzMg07ydKLoCcmCGz05XWU1Qj90KLPykXXW64QLS3aFM25X4rav6qvAwX6k9VfoqcwvYk4kXGzNfL3WwyyXxcaXToAvaI4tJfCrpCFfYJ9pIkRRfV00B-AXInOYLAAcFY9fy-G10kR8Jqh-ifWp5ytJiwxZznSYI9LPJT089s1OZPoOQ02V5Ih4kkepzu11b_T_M6jSQCwNs4EjbTMQkoOLYIpCACVSCSiX'
const OTHER =
  'AAKeeiK9xdcVaCQ0zrwH61-lP2Ivd2oXptkXV68Vkt8OcQBC7uRaxN1ay49uZcTY3UdQT3P3RjUH75ak1yJ9J3TzylcviYKpyiSKMFYYYyLZPKFHJmEh3etWMsB_H3HNJwgVsBC7wNX1XpyFbS6f-u-6AH0zwtVFL76wsVkZuXPg3JGAqusYJCBDdY2fsKyaxeBNqf907JNkSubNtwaOp2ziKVubleOD7TqYVun2GNr99M7F0rU-pCl8LzmQurynHjzNbAekN9quftJ7a4EXj7fOX6XdY3gcxkrB5BD0QcA0sKXMhzos6HXos4ySurVjY1xPj0-jXR9YLvGe332nWqEaUDqC4yoSvU2kHgyn7H9FHK9Yb1uRAAP8u7n_X_okCMKNaAdzfQPaZR6pv6_MJ0emgw4ZodFg_NXCXS952thqiz3o6SbgjKGt3O1yl397VjmO9Zwm5yXfCpdqCPKpNspC'
const ASKED =
  'GET / HTTP/1.1\nHost: origin.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge="AAIADmlzc3Vlci5leGFtcGxlAAAOb3JpZ2luLmV4YW1wbGU="\n\n===\n'
const get = (token: string) => `GET / HTTP/1.1\nHost: origin.example\nAuthorization: PrivateToken token=${token}\n\n`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9577 §2.2',
  title: 'This token is not for the challenge that was given',
  why: 'A token begins with the type of its challenge, and has the challenge’s SHA-256 in it. None of the challenges of this server so far has that type and hash, so the token was made for another origin, or for a challenge that is gone.',
  examples: {
    bad: [
      ASKED + get(`«"${OTHER}"»`),
      `${ASKED}${get(`«"${OTHER}"»`)}---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: PrivateToken challenge="AAIADmlzc3Vlci5leGFtcGxlAAAOb3JpZ2luLmV4YW1wbGU="\n\n`,
      // Of type 1, where type 2 is wanted.
      ASKED + get(`«"${RIGHT.replace('AAK', 'AAG')}"»`),
    ],
    good: [
      ASKED + get(`"${RIGHT}"`),
      // One of several.
      ASKED.replace('challenge=', 'challenge="AqoBAgM=", PrivateToken challenge=') + get(RIGHT),
      // Nobody saw the challenge; or the server did, as it takes the token.
      get(`"${OTHER}"`),
      `${ASKED}${get(`"${OTHER}"`)}---\nHTTP/1.1 200 OK\n\n`,
    ],
  },
  check(view) {
    const tokens = tokensIn(view)
    // Whoever takes a token, or knows it and forbids, remembers a challenge that we don't.
    if (tokens.length === 0 || (view.response?.message.line.code ?? 401) !== 401) return []
    const given = earlierHere(view).flatMap(challengesIn)
    if (given.length === 0) return [{ needs: 'before' }]
    const wanted = new Set(given.map((each) => nameOf(each, sha256(each.octets))))
    return tokens
      .filter((each) => !wanted.has(nameOf(each, each.octets.subarray(34, 66))))
      .map(({ param: { raw } }) => ({ in: 'request', span: raw.span }))
  },
}

/** Type and hash; of types that we don't know, which may have other structures, only the type. */
const nameOf = ({ type, known }: Held, digest: Uint8Array): string => `${type} ${known ? hex(digest) : ''}`

export default rule
