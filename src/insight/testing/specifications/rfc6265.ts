/** The examples of RFC 6265, of which only the fields are printed. */

import type { Printed } from '../printed.ts'

const response = (...cookies: readonly string[]) => ({
  text: `HTTP/1.1 200 OK\n${cookies.map((each) => `Set-Cookie: ${each}\n`).join('')}\n`,
  circumstances: { excerpt: true },
})
const request = (cookies: string) => ({
  text: `GET / HTTP/1.1\nHost: example.com\nCookie: ${cookies}\n\n`,
  circumstances: { excerpt: true },
})

/** The first examples leave the attributes out that the third one has “to provide additional security”. */
const BARE = ['session-cookie-no-httponly', 'session-cookie-no-secure']

const printed: readonly Printed[] = [
  { cite: 'RFC 6265 §3.1', example: response('SID=31d4d96e407aad42'), finds: BARE },
  { cite: 'RFC 6265 §3.1', example: request('SID=31d4d96e407aad42'), finds: [] },
  { cite: 'RFC 6265 §3.1', example: response('SID=31d4d96e407aad42; Path=/; Domain=example.com'), finds: BARE },
  {
    cite: 'RFC 6265 §3.1',
    example: response('SID=31d4d96e407aad42; Path=/; Secure; HttpOnly', 'lang=en-US; Path=/; Domain=example.com'),
    finds: [],
  },
  { cite: 'RFC 6265 §3.1', example: request('SID=31d4d96e407aad42; lang=en-US'), finds: [] },
  { cite: 'RFC 6265 §3.1', example: response('lang=en-US; Expires=Wed, 09 Jun 2021 10:18:14 GMT'), finds: [] },
  { cite: 'RFC 6265 §3.1', example: response('lang=; Expires=Sun, 06 Nov 1994 08:49:37 GMT'), finds: [] },
]

export default printed
