/** What a proof must say: what it is for, when it was made, and a name by which it can be told from others. */

import type { Rule } from '../../rule.ts'
import { dpopTokensIn, readableProofs } from '../proofs.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §4.2',
  title: 'This proof lacks {missing}',
  why: 'A proof is for one request: `htm` and `htu` name it, `iat` says when the proof was made, `jti` tells it from others, and `ath` ties it to the access token, if there is one. Servers must refuse a proof without them.',
  examples: {
    bad: [
      // {"jti":"a","htm":"GET","htu":"https://a.example/"}
      'GET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIn0».AA\n\n',
      // {"jti":"a","htm":"GET","htu":"https://a.example/","iat":1562262618}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP b\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyNjE4fQ».AA\n\n',
      // {"jti":"","htm":"GET","htu":"https://a.example/","iat":"1562262618"}
      'GET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiIiLCJodG0iOiJHRVQiLCJodHUiOiJodHRwczovL2EuZXhhbXBsZS8iLCJpYXQiOiIxNTYyMjYyNjE4In0».AA\n\n',
    ],
    good: [
      // {"jti":"a","htm":"POST","htu":"https://a.example/token","iat":1562262618}
      'POST /token HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJhIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vYS5leGFtcGxlL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE4fQ.AA\n\n',
      // {"jti":"a","htm":"GET","htu":"https://a.example/","iat":1562262618,"ath":"b"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP b\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyNjE4LCJhdGgiOiJiIn0.AA\n\n',
    ],
  },
  check: ({ request }) =>
    readableProofs(request).flatMap(({ claims, inClaims }) => {
      const texts = ['jti', 'htm', 'htu', ...(dpopTokensIn(request).length > 0 ? ['ath'] : [])]
      const missing = [
        ...texts.filter((name) => typeof claims[name] !== 'string' || claims[name] === ''),
        ...(typeof claims.iat === 'number' ? [] : ['iat']),
      ]
      return missing.length === 0 ? [] : [{ in: 'request', span: inClaims, slots: { missing: missing.join(', ') } }]
    }),
}

export default rule
