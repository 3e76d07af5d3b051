/** A proof says in its header that it is one. */

import type { Rule } from '../../rule.ts'
import { readableProofs } from '../proofs.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §4.2',
  title: 'A JWT that doesn’t call itself a proof',
  why: 'The header of a proof says `"typ": "dpop+jwt"`, in just these letters. Otherwise a JWT that the same key has signed for something else could pass as a proof.',
  examples: {
    bad: [
      // "typ":"JWT"
      'GET / HTTP/1.1\nHost: a.example\nDPoP: «eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9».e30.AA\n\n',
      'GET / HTTP/1.1\nHost: a.example\nDPoP: «eyJhbGciOiJFUzI1NiJ9».e30.AA\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJFUzI1NiJ9.e30.AA\n\n',
    ],
  },
  check: ({ request }) =>
    readableProofs(request)
      .filter(({ header }) => header.typ !== 'dpop+jwt')
      .map(({ inHeader }) => ({ in: 'request', span: inHeader })),
}

export default rule
