import { expect, it } from 'vitest'
import { worldAt } from '../../content/world/world.ts'
import { scriptSees } from '../../protocol/clients/script.ts'
import { parseRequest, parseResponse } from '../../protocol/http/parse.ts'
import { readingCode } from './reading-code.ts'

const exchange = {
  request: parseRequest('GET /docs/?a=b HTTP/1.1\nHost: www.example.com\n\n'),
  response: parseResponse('HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n'),
  world: { ...worldAt('2026-01-01T00:00:00Z'), hosts: [] },
}

it('the code reads what the script sees', () => {
  expect(readingCode(exchange, scriptSees(exchange, 'same'))).toEqual([
    { code: "response = await fetch('https://www.example.com/docs/?a=b', …)" },
    { code: 'response.status', value: '401' },
    { code: 'response.statusText', value: "'Unauthorized'" },
    { code: 'response.ok', value: 'false' },
    { code: 'response.type', value: "'basic'" },
    { code: "response.headers.get('WWW-Authenticate')", value: `'Basic realm="a"'` },
  ])
})

it('where fetch fails, that is all there is', () => {
  expect(readingCode(exchange, scriptSees(exchange, 'cross'))).toEqual([
    { code: "response = await fetch('https://www.example.com/docs/?a=b', …)" },
    { value: 'TypeError: Failed to fetch' },
  ])
})
