/** A proof is good for the request that it was made for. */

import { bareUri, sameTarget } from '../../../protocol/schemes/dpop/target-uri.ts'
import type { Found, Rule } from '../../rule.ts'
import { urlOf } from '../origins.ts'
import { readableProofs } from '../proofs.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §4.3',
  title: 'This proof is for another request',
  why: 'The proof says `{proof}`, the request `{request}`. `htm` is the method, `htu` the URI without query and fragment, so a stolen proof opens nothing else: make one for each request.',
  examples: {
    bad: [
      // {"jti":"a","htm":"GET","htu":"https://a.example/token","iat":1562262618}
      'POST /token HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvdG9rZW4iLCJpYXQiOjE1NjIyNjI2MTh9».AA\n\n',
      // {"jti":"a","htm":"GET","htu":"https://b.example/me","iat":1562262618}
      'GET /me HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9iLmV4YW1wbGUvbWUiLCJpYXQiOjE1NjIyNjI2MTh9».AA\n\n',
      // {"jti":"a","htm":"GET","htu":"https://a.example/me?x=1","iat":1562262618}
      'GET /me?x=1 HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvbWU_eD0xIiwiaWF0IjoxNTYyMjYyNjE4fQ».AA\n\n',
      {
        // {"jti":"a","htm":"GET","htu":"http://a.example/me","iat":1562262618}
        text: 'GET /me HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cDovL2EuZXhhbXBsZS9tZSIsImlhdCI6MTU2MjI2MjYxOH0».AA\n\n',
        circumstances: { transport: 'https' },
      },
    ],
    good: [
      // {"jti":"a","htm":"GET","htu":"HTTPS://A.example:443/%6De","iat":1562262618}
      'GET /me?x=1 HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiSFRUUFM6Ly9BLmV4YW1wbGU6NDQzLyU2RGUiLCJpYXQiOjE1NjIyNjI2MTh9.AA\n\n',
      {
        // Behind a proxy that speaks TLS to the client.
        text: 'GET /me HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvbWUiLCJpYXQiOjE1NjIyNjI2MTh9.AA\n\n',
        circumstances: { transport: 'http' },
      },
      // No host to compare with.
      'GET /me HTTP/1.1\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9iLmV4YW1wbGUvbWUiLCJpYXQiOjE1NjIyNjI2MTh9.AA\n\n',
    ],
  },
  check: ({ request, circumstances }) =>
    readableProofs(request).flatMap(({ claims: { htm, htu }, inClaims }): readonly Found[] => {
      const method = request?.message.line.method.text ?? ''
      const found = (proof: string, wanted: string): readonly Found[] =>
        proof === '' || wanted === '' ? [] : [{ in: 'request', span: inClaims, slots: { proof, request: wanted } }]
      if (typeof htm === 'string' && htm !== method) return found(htm, method)
      if (typeof htu !== 'string') return []
      // Who sees http may stand behind a proxy to which the client speaks https.
      const transport = circumstances.transport === 'https' || !/^http:/i.test(htu) ? 'https' : 'http'
      const url = bareUri(urlOf(request, { transport })?.href ?? '')
      return sameTarget(htu, url) && bareUri(htu) === htu ? [] : found(htu, url)
    }),
}

export default rule
