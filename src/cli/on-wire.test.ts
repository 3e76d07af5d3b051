import { expect, it } from 'vitest'
import { parseResponse } from '../protocol/http/parse.ts'
import { onWire } from './on-wire.ts'

const USUAL = { method: 'GET', last: false, encoded: false }
const wire = (source: string, more: Partial<typeof USUAL> = {}) => {
  const { octets, last } = onWire(parseResponse(source), { ...USUAL, ...more })
  return { text: octets.toString('utf8'), last }
}
const TWO =
  'HTTP/1.1 401 No\nwww-Authenticate: Basic realm="Käse"\nB: 2\nwww-authenticate:  Bearer\nContent-Length: 6\n\nKäse!'

it('keeps field lines as they are: order, case, repetition', () => {
  const text =
    'HTTP/1.1 401 No\r\nwww-Authenticate: Basic realm="Käse"\r\nB: 2\r\nwww-authenticate:  Bearer\r\nContent-Length: 6\r\n\r\nKäse!'
  expect(wire(TWO)).toEqual({ text, last: false })
})

it('has no body for HEAD, for 204, for 304 and for a tunnel', () => {
  expect(wire(TWO, { method: 'HEAD' }).text).toMatch(/Content-Length: 6\r\n\r\n$/)
  for (const status of [204, 304]) expect(wire(`HTTP/1.1 ${status} X\n\nbody`)).toMatchObject({ last: false })
  expect(wire('HTTP/1.1 200 Connection established\n\n', { method: 'CONNECT' })).toEqual({
    text: 'HTTP/1.1 200 Connection established\r\n\r\n',
    last: false,
  })
})

it('closes where nothing else shows the end of the body, or the client asked for it', () => {
  const text = 'HTTP/1.1 401 No\r\nConnection: close\r\n\r\nwho?'
  expect(wire('HTTP/1.1 401 No\n\nwho?')).toEqual({ text, last: true })
  expect(wire(TWO, { last: true })).toMatchObject({ last: true })
})

it('gives octets to whoever sent octets', () => {
  const source = 'HTTP/1.1 200 OK\nContent-Type: application/private-token-response\nContent-Length: 4\n\n/wCA'
  expect(wire(source).text).toMatch(/\r\n\r\n\/wCA$/)
  const { octets } = onWire(parseResponse(source), { ...USUAL, encoded: true })
  expect(octets.toString('latin1')).toMatch(/Content-Length: 3\r\n\r\n\xff\0\x80$/)
})
