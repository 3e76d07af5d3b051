/** The examples of RFC 9470. */

import type { Printed } from '../printed.ts'

const excerpt = (text: string) => ({ text, circumstances: { excerpt: true } })
const challenge = (params: string) =>
  excerpt(`HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="insufficient_user_authentication", ${params}\n\n`)
/** Printed as a URI only. */
const authorize = (query: string) =>
  excerpt(
    `GET /authorize?client_id=s6BhdRkqt3&response_type=code&scope=purchase&${query} HTTP/1.1\nHost: as.example.net\n\n`,
  )

const printed: readonly Printed[] = [
  {
    cite: 'RFC 9470 §3',
    example: challenge('error_description="A different authentication level is required", acr_values="myACR"'),
    finds: [],
  },
  {
    cite: 'RFC 9470 §3',
    example: challenge('error_description="More recent authentication is required", max_age="5"'),
    finds: [],
  },
  { cite: 'RFC 9470 §4', example: authorize('acr_values=myACR'), finds: [] },
  { cite: 'RFC 9470 §4', example: authorize('max_age=5'), finds: [] },
  {
    cite: 'RFC 9470 §6.2',
    example: excerpt(
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "active": true,\n  "client_id": "s6BhdRkqt3",\n  "scope": "purchase",\n  "sub": "someone@example.net",\n  "aud": "https://rs.example.com",\n  "iss": "https://as.example.net",\n  "exp": 1639528912,\n  "iat": 1618354090,\n  "auth_time": 1646340198,\n  "acr": "myACR"\n}',
    ),
    finds: [],
  },
]

export default printed
