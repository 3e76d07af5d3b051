import { describe, expect, it } from 'vitest'
import { parseRequest } from '../protocol/http/parse.ts'
import { simulatedHost, toSimulatedHost } from './host-names.ts'

const rewritten = (source: string) => toSimulatedHost(parseRequest(source), 4010).source

describe('a name that reaches the port', () => {
  it.each([
    ['api.example.com', 'api.example.com'],
    ['API.Example.com', 'API.Example.com'],
    ['api.example.com:4010', 'api.example.com'],
    ['api.example.com:80', 'api.example.com'],
    ['api.example.com:443', 'api.example.com'],
    ['api.example.com:', 'api.example.com'],
    ['api.example.com:8080', 'api.example.com:8080'],
    ['api.localhost:4010', 'api.example.com'],
    ['Api.LocalHost', 'api.example.com'],
    ['example.localhost:4010', 'example.com'],
    ['localhost:4010', 'example.com'],
    ['127.0.0.1:4010', 'example.com'],
    ['[::1]:4010', 'example.com'],
    ['[::1]', 'example.com'],
    ['nobody.localhost', 'nobody.example.com'],
    ['example.org:4010', 'example.org:4010'],
    ['notexample.com:4010', 'notexample.com:4010'],
    ['api.example.com.evil.test:4010', 'api.example.com.evil.test:4010'],
    ['a:b:c', 'a:b:c'],
    ['', ''],
  ])('%s means %s', (authority, host) => {
    expect(simulatedHost(authority, 4010)).toBe(host)
  })

  it('is rewritten wherever it stands, and nothing else is', () => {
    expect(
      rewritten('GET http://api.localhost:4010/a?b HTTP/1.1\r\nhost:  api.localhost:4010 \r\nX: y\r\n\r\nbody'),
    ).toBe('GET http://api.example.com/a?b HTTP/1.1\r\nhost:  api.example.com \r\nX: y\r\n\r\nbody')
    expect(rewritten('CONNECT api.localhost:443 HTTP/1.1\r\nHost: api.localhost:443\r\n\r\n')).toBe(
      'CONNECT api.example.com:443 HTTP/1.1\r\nHost: api.example.com\r\n\r\n',
    )
  })

  it('leaves a request alone that needs no rewriting', () => {
    const requests = [
      'GET / HTTP/1.1\r\nHost: api.example.com\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      'CONNECT nowhere HTTP/1.1\r\n\r\n',
    ]
    for (const source of requests) expect(rewritten(source)).toBe(source)
  })
})
