/** The examples of RFC 7662. */

import type { Printed } from '../printed.ts'

const ask = (credentials: string, body: string) =>
  `POST /introspect HTTP/1.1\nHost: server.example.com\nAccept: application/json\nContent-Type: application/x-www-form-urlencoded\nAuthorization: ${credentials}\n\n${body}`
const BEARER = ask('Bearer 23410913-abewfq.123483', 'token=2YotnFZFEjr1zCsicMWpAA')
const excerpt = (text: string) => ({ text, circumstances: { excerpt: true } })

const printed: readonly Printed[] = [
  { cite: 'RFC 7662 §2.1', example: BEARER, finds: [] },
  {
    cite: 'RFC 7662 §2.1',
    example: ask('Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW', 'token=mF_9.B5f-4.1JqM&token_type_hint=access_token'),
    finds: [],
  },
  {
    cite: 'RFC 7662 §2.2',
    example: excerpt(
      `${BEARER}\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "active": true,\n  "client_id": "l238j323ds-23ij4",\n  "username": "jdoe",\n  "scope": "read write dolphin",\n  "sub": "Z5O3upPC88QrAjx00dis",\n  "aud": "https://protected.example.net/resource",\n  "iss": "https://server.example.com/",\n  "exp": 1419356238,\n  "iat": 1419350238,\n  "extension_field": "twenty-seven"\n}`,
    ),
    finds: [],
  },
  {
    cite: 'RFC 7662 §2.2',
    example: excerpt(`${BEARER}\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "active": false\n}`),
    finds: [],
  },
]

export default printed
