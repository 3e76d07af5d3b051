/** Clients take the first Digest challenge that they understand. */

import { param } from '../../../protocol/auth/challenge.ts'
import type { Rule } from '../../rule.ts'
import { algorithmOf, offersByField } from '../digests.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.7',
  title: 'MD5 stands before {better}',
  why: 'Challenges stand in order of preference, the best one first, because a client takes the first that it understands. All of them understand MD5, so nobody will get as far as {better}.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=«MD5»\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Digest» realm="a", nonce="b", Digest realm="a", nonce="b", algorithm=SHA-512-256-sess\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-512-256\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=MD5\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=MD5\nProxy-Authenticate: Digest realm="p", nonce="b", algorithm=SHA-256\n\n',
    ],
  },
  check: ({ response }) =>
    offersByField(response).flatMap(({ offers }) => {
      const last = offers.findLastIndex((offer) => /^sha-(?:256|512-256)(?:-sess)?$/.test(algorithmOf(offer)))
      const better = offers[last] && algorithmOf(offers[last]).toUpperCase().replace('-SESS', '-sess')
      if (better === undefined) return []
      return offers.slice(0, last).flatMap((offer) => {
        if (!/^md5(?:-sess)?$/.test(algorithmOf(offer))) return []
        const { span } = param(offer, 'algorithm')?.raw ?? offer.scheme
        return [{ in: 'response', span, slots: { better } }]
      })
    }),
}

export default rule
