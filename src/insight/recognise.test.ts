import { describe, expect, it } from 'vitest'
import { recognise } from './recognise.ts'

describe('recognise', () => {
  it.each([
    ['', 'nothing'],
    ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic\n\n', 'response'],
    ['\n  HTTP/2 401\nwww-authenticate: Bearer', 'response'],
    ['GET / HTTP/1.1\nHost: a\n\n', 'request'],
    ['GET / HTTP/1.1\r\nHost: a\r\n\r\nHTTP/1.1 401 Unauthorized\r\n\r\n', 'exchange'],
    ['WWW-Authenticate: Basic realm="a"', 'fields'],
    ['Bearer realm="a", error="invalid_token"', 'challenge'],
    ['Digest realm="a:b", nonce="c"', 'challenge'],
  ])('takes %j for: %s', (text, kind) => {
    expect(recognise(text).kind).toBe(kind)
  })

  it('keeps the two halves of an exchange apart', () => {
    const { request, response } = recognise('GET /a HTTP/1.1\nHost: b\n\nHTTP/1.1 403 Forbidden\n\nbody')
    expect(request?.line.target.text).toBe('/a')
    expect(request?.body.text).toBe('')
    expect(response?.line.code).toBe(403)
    expect(response?.body.text).toBe('body')
  })

  it('puts a bare challenge into a 401, whatever its line breaks', () => {
    const { response } = recognise('Basic realm="a",\n  Bearer')
    expect(response?.fields.map(({ value }) => value.text)).toEqual(['Basic realm="a",   Bearer'])
    expect(response?.faults).toEqual([])
  })
})
