/** A proof carries the public key with which it is checked. */

import { isObject } from '../../../protocol/jose/jwt.ts'
import { privateMember } from '../../../protocol/schemes/dpop/proof-key.ts'
import type { Found, Lack, Rule } from '../../rule.ts'
import { readableProofs } from '../proofs.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §4.2',
  title: 'The key in this proof can’t be right',
  why: 'The header of a proof holds the public key in `jwk`, nothing of the private one, and the signature fits it. A private key that has been sent is nobody’s secret any more: make a new one.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nDPoP: «eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2Iiwia2lkIjoiMSJ9».e30.AA\n\n',
      // "jwk":{…,"d":"…"}
      'GET / HTTP/1.1\nHost: a.example\nDPoP: «eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwiY3J2IjoiUC0yNTYiLCJ4IjoibDh0RnJoeC0zNHRWM2hSSUNSRFk5ekNrRGxwQmhGNDJVUVVmV1ZBV0JGcyIsInkiOiI5VkU0amZfT2tfbzY0emJUVGxjdU5KYWpIbXQ2djlURFZyVTBDZHZHUkRBIiwiZCI6IkFBIn19».e30.AA\n\n',
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.«AA»\n\n',
        circumstances: {
          verified: {
            'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA': false,
          },
        },
      },
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n\n',
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AQ\n\n',
        circumstances: {
          verified: {
            'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AQ': true,
          },
        },
      },
    ],
  },
  check: ({ request, circumstances: { verified } }) =>
    readableProofs(request).flatMap(({ field, jwt, header: { jwk }, inHeader }): readonly (Found | Lack)[] => {
      if (!isObject(jwk) || privateMember(jwk) !== undefined) return [{ in: 'request', span: inHeader }]
      const holds = verified?.[field.value.text]
      if (holds === undefined) return [{ needs: 'key' }]
      const signature = jwt.parts[2]?.span ?? inHeader
      return holds ? [] : [{ in: 'request', span: signature.start < signature.end ? signature : inHeader }]
    }),
}

export default rule
