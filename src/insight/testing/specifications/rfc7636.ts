/** The values of RFC 7636, appendix B, which prints no messages: here they stand in those of RFC 6749 §4.1. */

import type { Printed } from '../printed.ts'

const REDIRECT = 'redirect_uri=https%3A%2F%2Fclient%2Eexample%2Ecom%2Fcb'
const ASKS = `GET /authorize?response_type=code&client_id=s6BhdRkqt3&state=xyz&${REDIRECT}&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256 HTTP/1.1\nHost: server.example.com\n\n`
const BACK =
  '---\nHTTP/1.1 302 Found\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nLocation: https://client.example.com/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz\n\n'
const post = (verifier: string) =>
  `POST /token HTTP/1.1\nHost: server.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&client_id=s6BhdRkqt3&code=SplxlOBeZQQYbYS6WxSbIA&${REDIRECT}&code_verifier=${verifier}`

const printed: readonly Printed[] = [
  { cite: 'RFC 7636 §B', example: `${ASKS}${BACK}`, finds: [] },
  {
    cite: 'RFC 7636 §B',
    example: `${ASKS}${BACK}===\n${post('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')}`,
    finds: [],
  },
]

export default printed
