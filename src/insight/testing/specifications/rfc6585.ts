/** The examples of RFC 6585. */

import type { Printed } from '../printed.ts'

/** None of them is dated. */
const page = (line: string, content: string): Printed['example'] => {
  const text = `HTTP/1.1 ${line}\nContent-Type: text/html\n\n<html>\n${content}</html>\n`
  return { text, circumstances: { excerpt: true } }
}

const titled = (title: string, text: string): string =>
  `   <head>\n      <title>${title}</title>\n   </head>\n   <body>\n      <h1>${title}</h1>\n      <p>${text}</p>\n   </body>\n`

const printed: readonly Printed[] = [
  {
    cite: 'RFC 6585 §3',
    example: page(
      '428 Precondition Required',
      titled('Precondition Required', 'This request is required to be conditional;\n      try using "If-Match".'),
    ),
    finds: [],
  },
  {
    cite: 'RFC 6585 §4',
    example: page(
      '429 Too Many Requests\nRetry-After: 3600',
      titled(
        'Too Many Requests',
        'I only allow 50 requests per hour to this Web site per\n         logged in user.  Try again soon.',
      ),
    ),
    finds: [],
  },
  {
    cite: 'RFC 6585 §5',
    example: page(
      '431 Request Header Fields Too Large',
      titled('Request Header Fields Too Large', 'The "Example" header was too large.'),
    ),
    finds: [],
  },
  {
    cite: 'RFC 6585 §6.1',
    example: page(
      '511 Network Authentication Required',
      '   <head>\n      <title>Network Authentication Required</title>\n      <meta http-equiv="refresh"\n            content="0; url=https://login.example.net/">\n   </head>\n   <body>\n      <p>You need to <a href="https://login.example.net/">\n      authenticate with the local network</a> in order to gain\n      access.</p>\n   </body>\n',
    ),
    finds: [],
  },
]

export default printed
