import { expect, it } from 'vitest'
import { parseRequest, parseResponse } from '../../protocol/http/parse.ts'
import { verbose } from './verbose.ts'

it('curl marks the lines of both heads, and prints the body as it is', () => {
  const request = parseRequest('PUT /files/report HTTP/1.1\r\nHost: api.example.com\r\n\r\nnew text')
  const response = parseResponse('HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer\n\n{"status": 401}\n')
  expect(verbose({ request, response })).toBe(
    [
      '> PUT /files/report HTTP/1.1',
      '> Host: api.example.com',
      '> ',
      '< HTTP/1.1 401 Unauthorized',
      '< WWW-Authenticate: Bearer',
      '< ',
      '{"status": 401}\n',
    ].join('\n'),
  )
})
