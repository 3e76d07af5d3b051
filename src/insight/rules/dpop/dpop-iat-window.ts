/** A proof is made just before it is sent. */

import type { Found, Lack, Rule } from '../../rule.ts'
import { readableProofs } from '../proofs.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §11.1',
  title: 'This proof was not made just now',
  why: '`iat` says {made}, in seconds since 1970, and now it is {now}. Servers must take a proof only for seconds or minutes after it was made; a new one for each request, and a clock that is right, is all it takes.',
  examples: {
    bad: [
      // {"jti":"a","htm":"GET","htu":"https://a.example/","iat":1562262018}
      'at 2019-07-04T17:50:18Z\nGET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyMDE4fQ».AA\n\n',
      // {"jti":"a","htm":"GET","htu":"https://a.example/","iat":1562262618000}
      'GET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyNjE4MDAwfQ».AA\n\n',
    ],
    good: [
      // {"jti":"a","htm":"GET","htu":"https://a.example/","iat":1562262618}
      'GET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyNjE4fQ.AA\n\n',
      // The client's clock is wrong, and the nonce makes up for it.
      'GET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjAwMDAwLCJub25jZSI6ImIifQ.AA\n\n',
    ],
    circumstances: { now: 1562262618_000 },
  },
  check: ({ request, at }) =>
    readableProofs(request).flatMap(({ claims: { iat, nonce }, inClaims }): readonly (Found | Lack)[] => {
      if (typeof iat !== 'number') return []
      if (typeof nonce === 'string' && iat < MILLISECONDS) return []
      if (at === undefined) return [{ needs: 'now' }]
      if (Math.abs(at / 1000 - iat) <= WINDOW) return []
      return [{ in: 'request', span: inClaims, slots: { made: String(iat), now: String(Math.floor(at / 1000)) } }]
    }),
}

/** Servers that are lenient take proofs that are five minutes old, or early. */
const WINDOW = 300

/** In seconds that would be the year 5138. */
const MILLISECONDS = 1e11

export default rule
