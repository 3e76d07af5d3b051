/** The examples of RFC 9126; the client authenticates as in its last drafts, by Basic. */

import type { Printed } from '../printed.ts'

const BASIC = 'Authorization: Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3\n'
const push = (body: string, credentials = BASIC) =>
  `POST /as/par HTTP/1.1\nHost: as.example.com\nContent-Type: application/x-www-form-urlencoded\n${credentials}\n${body}`
const REDIRECT = 'redirect_uri=https%3A%2F%2Fclient.example.org%2Fcb'
const PKCE = 'code_challenge=K2-ltc83acc4h0c9w6ESC_rEMTJ3bww-uCHaoeK1t8U&code_challenge_method=S256'
const PUSHED = push(
  `response_type=code&state=af0ifjsldkj&client_id=s6BhdRkqt3&${REDIRECT}&${PKCE}&scope=account-information`,
)
const answered = (status: string, body: string) => ({
  text: `${PUSHED}\n---\nHTTP/1.1 ${status}\nContent-Type: application/json\nCache-Control: no-cache, no-store\n\n${body}`,
  circumstances: { excerpt: true },
})

const printed: readonly Printed[] = [
  // Without PKCE, as in RFC 6749.
  {
    cite: 'RFC 9126 §1.1',
    example: push(`response_type=code&client_id=s6BhdRkqt3&state=af0ifjsldkj&${REDIRECT}`),
    finds: ['pkce-missing'],
  },
  { cite: 'RFC 9126 §2.1', example: PUSHED, finds: [] },
  {
    cite: 'RFC 9126 §2.2',
    example: answered(
      '201 Created',
      '{\n "request_uri":\n   "urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c",\n "expires_in": 60\n}',
    ),
    finds: [],
  },
  {
    cite: 'RFC 9126 §2.3',
    example: answered(
      '400 Bad Request',
      '{\n  "error": "invalid_request",\n  "error_description":\n    "The redirect_uri is not valid for the given client"\n}',
    ),
    finds: [],
  },
  {
    cite: 'RFC 9126 §4',
    example:
      'GET /authorize?client_id=s6BhdRkqt3&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3A6esc_11ACC5bwc014ltc14eY22c HTTP/1.1\nHost: as.example.com\n\n',
    finds: [],
  },
]

export default printed
