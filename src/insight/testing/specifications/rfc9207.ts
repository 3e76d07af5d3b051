/** The examples of RFC 9207. */

import type { Printed } from '../printed.ts'

const back = (query: string) => ({
  text: `HTTP/1.1 302 Found\nLocation: https://client.example/cb?${query}&iss=https%3A%2F%2Fhonest.as.example\n\n`,
  circumstances: { excerpt: true },
})

const printed: readonly Printed[] = [
  {
    cite: 'RFC 9207 §2.1',
    example: back(
      'code=x1848ZT64p4IirMPT0R-X3141MFPTuBX-VFL_cvaplMH58&state=ZWVlNDBlYzA1NjdkMDNhYjg3ZjUxZjAyNGQzMTM2NzI',
    ),
    finds: [],
  },
  {
    cite: 'RFC 9207 §2.2',
    example: back('error=access_denied&state=N2JjNGJhY2JiZjRhYzA3MGJkMzNmMDE5OWJhZmJhZjA'),
    finds: [],
  },
]

export default printed
