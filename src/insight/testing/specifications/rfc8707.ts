/** The examples of RFC 8707. */

import type { Printed } from '../printed.ts'

const authorize = (query: string) =>
  `GET /as/authorization.oauth2?${query} HTTP/1.1\nHost: authorization-server.example.com\n\n`
const post = (body: string) =>
  `POST /as/token.oauth2 HTTP/1.1\nHost: authorization-server.example.com\nAuthorization: Basic czZCaGRSa3F0Mzpoc3FFelFsVW9IQUU5cHg0RlNyNHlJ\nContent-Type: application/x-www-form-urlencoded\n\n${body}`
const given = (token: string, rest: string) =>
  `\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: no-cache, no-store\n\n{\n   "access_token":"eyJhbGciOiJFUzI1NiIsImtpZCI6Ijc3In0.${token}",\n   "token_type":"Bearer",\n   "expires_in":3600,\n${rest}\n}`
const excerpt = (text: string) => ({ text, circumstances: { excerpt: true } })

const REDIRECT = 'redirect_uri=https%3A%2F%2Fclient.example.org%2Fcb'
const CALENDAR = 'resource=https%3A%2F%2Fcal.example.com%2F'
const CONTACTS = 'resource=https%3A%2F%2Fcontacts.example.com%2F'
const FIRST = post(
  `grant_type=authorization_code&${REDIRECT}&code=10esc29BWC2qZB0acc9v8zAv9ltc2pko105tQauZ&${CALENDAR}`,
)
const SECOND = post(`grant_type=refresh_token&refresh_token=4LTC8lb0acc6Oy4esc1Nk9BWC0imAwH7kic16BDC2&${CONTACTS}`)

const printed: readonly Printed[] = [
  // RFC 9700 §2.1.2 gives up the implicit grant.
  {
    cite: 'RFC 8707 §2.1',
    example: authorize(
      `response_type=token&client_id=example-client&state=XzZaJlcwYew1u0QBrRv_Gw&${REDIRECT}&resource=https%3A%2F%2Fapi.example.com%2Fapp%2F`,
    ),
    finds: ['grant-password-or-implicit'],
  },
  // Without PKCE, which RFC 9700 §2.1.1 asks for.
  {
    cite: 'RFC 8707 §2.1',
    example: authorize(
      `response_type=code&client_id=s6BhdRkqt3&state=tNwzQ87pC6llebpmac_IDeeq-mCR2wLDYljHUZUAWuI&${REDIRECT}&scope=calendar%20contacts&${CALENDAR}&${CONTACTS}`,
    ),
    finds: ['pkce-missing'],
  },
  { cite: 'RFC 8707 §2.2', example: FIRST, finds: [] },
  {
    cite: 'RFC 8707 §2.2',
    example: excerpt(
      `${FIRST}${given(
        'eyJpc3MiOiJodHRwczovL2F1dGhvcml6YXRpb24tc2VydmVyLmV4YW1wbGUuY29tIiwic3ViIjoiX19iX2MiLCJleHAiOjE1ODg0MjA4MDAsInNjb3BlIjoiY2FsZW5kYXIiLCJhdWQiOiJodHRwczovL2NhbC5leGFtcGxlLmNvbS8ifQ.nNWJ2dXSxaDRdMUKlzs-cYIj8MDoM6Gy7pf_sKrLGsAFf1C2bDhB60DQfW1DZL5npdko1_Mmk5sUfzkiQNVpYw',
        '   "refresh_token":"4LTC8lb0acc6Oy4esc1Nk9BWC0imAwH7kic16BDC2",\n   "scope":"calendar"',
      )}`,
    ),
    finds: [],
  },
  { cite: 'RFC 8707 §2.2', example: SECOND, finds: [] },
  {
    cite: 'RFC 8707 §2.2',
    example: excerpt(
      `${SECOND}${given(
        'eyJpc3MiOiJodHRwczovL2F1dGhvcml6YXRpb24tc2VydmVyLmV4YW1wbGUuY29tIiwic3ViIjoiX19iX2MiLCJleHAiOjE1ODg0MjA4MjYsInNjb3BlIjoiY29udGFjdHMiLCJhdWQiOiJodHRwczovL2NvbnRhY3RzLmV4YW1wbGUuY29tLyJ9.5f4yhqazcOSlJw4y94KPeWNEFQqj2cfeO8x4hr3YbHtIl3nQXnBMw5wREY5O1YbZED-GfHUowfmtNaA5EikYAw',
        '   "scope":"contacts"',
      )}`,
    ),
    finds: [],
  },
]

export default printed
