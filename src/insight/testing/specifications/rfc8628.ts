/** The examples of RFC 8628. */

import type { Printed } from '../printed.ts'

const ASKS =
  'POST /device_authorization HTTP/1.1\nHost: server.example.com\nContent-Type: application/x-www-form-urlencoded\n\nclient_id=1406020730&scope=example_scope'

const printed: readonly Printed[] = [
  { cite: 'RFC 8628 §3.1', example: ASKS, finds: [] },
  {
    cite: 'RFC 8628 §3.2',
    example: {
      text: `${ASKS}\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: no-store\n\n{\n  "device_code": "GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS",\n  "user_code": "WDJB-MJHT",\n  "verification_uri": "https://example.com/device",\n  "verification_uri_complete":\n      "https://example.com/device?user_code=WDJB-MJHT",\n  "expires_in": 1800,\n  "interval": 5\n}`,
      circumstances: { excerpt: true },
    },
    finds: [],
  },
  {
    cite: 'RFC 8628 §3.4',
    example:
      'POST /token HTTP/1.1\nHost: server.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS&client_id=1406020730',
    finds: [],
  },
]

export default printed
