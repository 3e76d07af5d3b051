/** A proof that was seen before. */

import type { Rule } from '../../rule.ts'
import { keyOf, type Proof, readableProofs } from '../proofs.ts'

// {"jti":"a","htm":"GET","htu":"https://a.example/","iat":1562262618}
const PROOF =
  'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyNjE4fQ'
// {"jti":"b","htm":"GET","htu":"https://a.example/","iat":1562262618}
const ANOTHER =
  'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJiIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyNjE4fQ'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9449 §11.1',
  title: 'This proof was sent before',
  why: 'An earlier request had a proof with the same `jti`, by the same key, for the same URI. To a server that looks like a stolen request played again, and it may refuse it: make a new proof for each request, for a repeated one, too.',
  examples: {
    bad: [
      `GET / HTTP/1.1\nHost: a.example\nDPoP: ${PROOF}.AA\n\n---\nHTTP/1.1 200 OK\n\n===\nGET / HTTP/1.1\nHost: a.example\nDPoP: «${PROOF}.AA»\n\n`,
    ],
    good: [
      `GET / HTTP/1.1\nHost: a.example\nDPoP: ${PROOF}.AA\n\n---\nHTTP/1.1 503 Service Unavailable\n\n===\nGET / HTTP/1.1\nHost: a.example\nDPoP: ${ANOTHER}.AA\n\n`,
      // An hour later, long after the first could have been taken.
      `GET / HTTP/1.1\nHost: a.example\nDPoP: ${PROOF}.AA\n\n===\nGET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjY2MjE4fQ.AA\n\n`,
      `GET / HTTP/1.1\nHost: a.example\nDPoP: ${PROOF}.AA\n\n`,
    ],
  },
  check({ request, before }) {
    const proofs = readableProofs(request)
    if (proofs.length === 0) return []
    const seen = before.flatMap((each) => readableProofs(each.request))
    return proofs
      .filter((proof) => seen.some((other) => isSame(proof, other)))
      .map(({ field }) => ({ in: 'request', span: field.value.span }))
  },
}

function isSame(one: Proof, other: Proof): boolean {
  const [a, b] = [one.claims, other.claims]
  if (typeof a.jti !== 'string' || a.jti !== b.jti || a.htu !== b.htu || keyOf(one) !== keyOf(other)) return false
  return typeof a.iat !== 'number' || typeof b.iat !== 'number' || Math.abs(a.iat - b.iat) <= WINDOW
}

/** Nobody takes a proof for longer, so a `jti` may come again after that: ten minutes. */
const WINDOW = 600

export default rule
