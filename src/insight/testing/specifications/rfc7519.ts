/** The tokens of RFC 7519, shown as access tokens. */

import type { Printed } from '../printed.ts'

const get = (token: string) => `GET / HTTP/1.1\nHost: example.com\nAuthorization: Bearer ${token}\n\n`

const printed: readonly Printed[] = [
  {
    cite: 'RFC 7519 §3.1',
    example: get(
      'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    ),
    finds: [],
  },
  // An example of a token that nobody signed.
  {
    cite: 'RFC 7519 §6.1',
    example: get(
      'eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.',
    ),
    finds: ['jwt-alg-none'],
  },
]

export default printed
