/** A token that is bound to a key is announced as such. */

import { readJwt } from '../../../protocol/jose/jwt.ts'
import type { Rule } from '../../rule.ts'
import { jsonOf, memberOf } from '../bodies.ts'
import { boundTo, readableProofs } from '../proofs.ts'

// {"sub":"a","cnf":{"jkt":"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"}}
const BOUND =
  'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIiwiY25mIjp7ImprdCI6IjBaY09DT1JaTll5LURXcHFxMzBqWnlKR0hUTjBkMkhnbEJWM3VpZ3VBNEkifX0.AA'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §5',
  title: 'A bound token, said to be {type}',
  why: 'The token is bound to the key of the client’s proof (`cnf`), so `token_type` must be `DPoP`. A client that reads {type} sends it without a proof, and is refused.',
  examples: {
    bad: [
      `POST /token HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n\ngrant_type=client_credentials\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token": "${BOUND}", "token_type": «"Bearer"»}`,
    ],
    good: [
      `POST /token HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n\ngrant_type=client_credentials\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token": "${BOUND}", "token_type": "dpop"}`,
      // A server may give a bearer token in spite of the proof; whether it did, an opaque token doesn't tell.
      'POST /token HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n\ngrant_type=client_credentials\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token": "mF_9.B5f-4.1JqM", "token_type": "Bearer"}',
      'POST /token HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n\ngrant_type=client_credentials\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token": "eyJhbGciOiJFUzI1NiJ9.e30.AA", "token_type": "Bearer"}',
    ],
  },
  check({ request, response }) {
    if (!response || readableProofs(request).length === 0) return []
    const { access_token: text, token_type: type } = jsonOf(response) ?? {}
    if (typeof text !== 'string' || typeof type !== 'string' || type === '' || /^dpop$/i.test(type)) return []
    if (boundTo(readJwt({ text, span: { start: 0, end: text.length } })) === undefined) return []
    const said = memberOf(response, 'token_type')
    return said
      ? [{ in: 'response', span: said.span, slots: { type }, fix: { span: said.span, insert: '"DPoP"' } }]
      : []
  },
}

export default rule
