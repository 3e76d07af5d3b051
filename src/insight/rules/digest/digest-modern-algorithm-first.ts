/** Praise: the strong offer comes first, so clients take it. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'good',
  cite: 'RFC 7616 §3.7',
  title: '{algorithm} comes first',
  why: 'Clients take the first Digest challenge that they understand, so the strongest belongs at the top. MD5 may follow for old ones.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", «algorithm=SHA-256»\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=MD5\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=MD5\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b"\n\n',
    ],
  },
  check({ response }) {
    const [first] = challengesOf(response, 'Digest')
    const algorithm = first && param(first, 'algorithm')
    if (!algorithm || !/^sha-(?:256|512-256)(?:-sess)?$/i.test(algorithm.value)) return []
    return [{ in: 'response', span: algorithm.span, slots: { algorithm: algorithm.value } }]
  },
}

export default rule
