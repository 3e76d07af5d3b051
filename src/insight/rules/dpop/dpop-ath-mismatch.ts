/** A proof is tied to one access token by the hash of it. */

import { sha256 } from '@noble/hashes/sha2.js'
import { base64url, octetsOf } from '../../../protocol/text/octets.ts'
import type { Rule } from '../../rule.ts'
import { dpopTokensIn, readableProofs } from '../proofs.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §4.3',
  title: 'This proof is for another token',
  why: '`ath` is the base64url of the SHA-256 of the access token, so that a proof can’t be used with another one. For this token it is `{right}`, and the proof says `{ath}`.',
  examples: {
    bad: [
      // "ath": of another token
      'GET /protectedresource HTTP/1.1\nHost: resource.example.org\nAuthorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxV\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9».AA\n\n',
    ],
    good: [
      'GET /protectedresource HTTP/1.1\nHost: resource.example.org\nAuthorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.AA\n\n',
      // At a token endpoint there is none yet.
      'POST /token HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJhIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vYS5leGFtcGxlL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE4LCJhdGgiOiJiIn0.AA\n\n',
    ],
  },
  check({ request }) {
    const [token, second] = dpopTokensIn(request)
    if (!token || second) return []
    return readableProofs(request).flatMap(({ claims: { ath }, inClaims }) => {
      if (typeof ath !== 'string' || ath === '') return []
      const right = base64url(sha256(octetsOf(token.text)))
      return ath === right ? [] : [{ in: 'request', span: inClaims, slots: { ath, right } }]
    })
  },
}

export default rule
