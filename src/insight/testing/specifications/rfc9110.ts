/** The examples of RFC 9110 §11. */

import type { Printed } from '../printed.ts'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 9110 §11.6.1',
    example: {
      text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""\n\n',
      circumstances: { excerpt: true },
    },
    finds: [],
  },
]

export default printed
