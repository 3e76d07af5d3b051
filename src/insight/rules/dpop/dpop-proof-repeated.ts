/** A request has one proof, and it can be read. */

import type { Rule } from '../../rule.ts'
import { proofsIn } from '../proofs.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §4.3',
  title: 'That is not one readable DPoP proof',
  why: 'A request has one field `DPoP`, and in it one JWT: three parts in base64url with dots between, of which two decode to JSON objects. Servers must refuse any other with `invalid_dpop_proof`.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n«DPoP»: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n\n',
      'GET / HTTP/1.1\nHost: a.example\nDPoP: «eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nDPoP: «"eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19».e30.«AA"»\n\n',
      'GET / HTTP/1.1\nHost: a.example\n«DPoP»:\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nDPOP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer a\n\n',
    ],
  },
  check: ({ request }) =>
    proofsIn(request).flatMap(({ field: { name, value }, jwt }, nth) => {
      if (nth > 0 || value.text === '') return [{ in: 'request', span: name.span }]
      const faults = jwt.faults.filter(({ code }) => !code.endsWith('-duplicate'))
      return faults.map(({ span }) => ({ in: 'request', span: span.start < span.end ? span : value.span }))
    }),
}

export default rule
