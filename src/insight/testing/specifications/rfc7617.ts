/** The examples of RFC 7617. */

import type { Printed } from '../printed.ts'

const get = (field: string) => `GET / HTTP/1.1\nHost: www.example.com\n${field}\n\n`

const printed: readonly Printed[] = [
  {
    cite: 'RFC 7617 §2',
    example:
      'HTTP/1.1 401 Unauthorized\nDate: Mon, 04 Feb 2014 16:50:53 GMT\nWWW-Authenticate: Basic realm="WallyWorld"\n\n',
    // 4 February 2014 was a Tuesday.
    finds: ['date-syntax'],
  },
  { cite: 'RFC 7617 §2', example: get('Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='), finds: [] },
  {
    cite: 'RFC 7617 §2.1',
    example: {
      text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="foo", charset="UTF-8"\n\n',
      circumstances: { excerpt: true },
    },
    finds: [],
  },
  { cite: 'RFC 7617 §2.1', example: get('Authorization: Basic dGVzdDoxMjPCow=='), finds: [] },
]

export default printed
