/** The examples of RFC 7235. */

import type { Printed } from '../printed.ts'

const printed: readonly Printed[] = [
  {
    // In RFC 9110 Basic comes first.
    cite: 'RFC 7235 §4.1',
    example: {
      text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"\n\n',
      circumstances: { excerpt: true },
    },
    finds: [],
  },
]

export default printed
