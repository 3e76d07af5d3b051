/** The names of Digest's algorithms are registered, and clients compare them. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

/** As registered (RFC 7616 §6.1), each also with `-sess`. */
const KNOWN = ['MD5', 'SHA-256', 'SHA-512-256']
const NAMES = KNOWN.flatMap((name) => [name, `${name}-sess`])

/** Names that mobile networks agreed on for themselves (RFC 3310, RFC 4169). */
const ELSEWHERE = /^AKAv[0-9]+-/i

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 7616 §6.1',
  title: 'No client knows the algorithm `{algorithm}`',
  why: 'Registered are `MD5`, `SHA-256` and `SHA-512-256`, each also with `-sess` behind it. Clients ignore a challenge with any other name; `SHA-512` is not among them.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=«SHA256»\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=«"sha512/256-SESS"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=«SHA-512»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=sha-512-256-sess, Digest realm="a", nonce="b"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=AKAv1-MD5\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual algorithm=iso-kam3-dl-2048-sha256\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Digest').flatMap((challenge) => {
      const algorithm = param(challenge, 'algorithm')
      if (!algorithm || is(NAMES, algorithm.value) || ELSEWHERE.test(algorithm.value)) return []
      const { span, text } = algorithm.raw
      const meant = NAMES.find((name) => bare(name) === bare(algorithm.value))
      const fix = meant === undefined ? undefined : { span, insert: meant }
      return [{ in: 'response', span, slots: { algorithm: algorithm.value || text || '""' }, fix }]
    }),
}

const is = (names: readonly string[], name: string): boolean =>
  names.some((each) => each.toLowerCase() === name.toLowerCase())

/** Letters and digits alone: what is left of a name that was written in another way. */
const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

export default rule
