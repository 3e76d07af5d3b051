/** The examples of RFC 9457. */

import type { Printed } from '../printed.ts'

const excerpt = (text: string) => ({ text, circumstances: { excerpt: true } })

const printed: readonly Printed[] = [
  {
    cite: 'RFC 9457 §3',
    example: excerpt(
      'POST /purchase HTTP/1.1\nHost: store.example.com\nContent-Type: application/json\nAccept: application/json, application/problem+json\n\n{\n  "item": 123456,\n  "quantity": 2\n}\n---\nHTTP/1.1 403 Forbidden\nContent-Type: application/problem+json\nContent-Language: en\n\n{\n "type": "https://example.com/probs/out-of-credit",\n "title": "You do not have enough credit.",\n "detail": "Your current balance is 30, but that costs 50.",\n "instance": "/account/12345/msgs/abc",\n "balance": 30,\n "accounts": ["/account/12345",\n              "/account/67890"]\n}',
    ),
    finds: [],
  },
  {
    cite: 'RFC 9457 §3',
    example: excerpt(
      'POST /details HTTP/1.1\nHost: account.example.com\nAccept: application/json\n\n{\n  "age": 42.3,\n  "profile": {\n    "color": "yellow"\n  }\n}\n---\nHTTP/1.1 422 Unprocessable Content\nContent-Type: application/problem+json\nContent-Language: en\n\n{\n "type": "https://example.net/validation-error",\n "title": "Your request is not valid.",\n "errors": [\n             {\n               "detail": "must be a positive integer",\n               "pointer": "#/age"\n             },\n             {\n               "detail": "must be \'green\', \'red\' or \'blue\'",\n               "pointer": "#/profile/color"\n             }\n          ]\n}',
    ),
    finds: [],
  },
]

export default printed
