/** The example of RFC 8470. */

import type { Printed } from '../printed.ts'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 8470 §5.1',
    example: 'GET /resource HTTP/1.0\nHost: example.com\nEarly-Data: 1\n\n',
    finds: [],
  },
]

export default printed
