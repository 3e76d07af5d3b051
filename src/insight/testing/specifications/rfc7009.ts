/** The example of RFC 7009. */

import type { Printed } from '../printed.ts'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 7009 §2.1',
    example:
      'POST /revoke HTTP/1.1\nHost: server.example.com\nContent-Type: application/x-www-form-urlencoded\nAuthorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW\n\ntoken=45ghiukldjahdnhzdauz&token_type_hint=refresh_token',
    finds: [],
  },
]

export default printed
