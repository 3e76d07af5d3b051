/** The examples of RFC 6797, of which only the field is printed. */

import type { Printed } from '../printed.ts'

const VALUES = [
  'max-age=31536000',
  'max-age=15768000 ; includeSubDomains',
  'max-age="31536000"',
  'max-age=0',
  'max-age=0; includeSubDomains',
]

const printed: readonly Printed[] = VALUES.map((value) => ({
  cite: 'RFC 6797 §6.2',
  example: {
    text: `HTTP/1.1 200 OK\nStrict-Transport-Security: ${value}\n\n`,
    circumstances: { excerpt: true, transport: 'https' },
  },
  finds: [],
}))

export default printed
