import { describe, expect, it } from 'vitest'
import { parseRequest } from './parse.ts'
import { targetOf } from './target.ts'

const host = 'Host: a.example'

describe('the target of a request', () => {
  const cases = [
    ['GET / HTTP/1.1', host, { host: 'a.example', path: '/', query: '' }],
    ['GET /x/y?a=b?c HTTP/1.1', host, { host: 'a.example', path: '/x/y', query: 'a=b?c' }],
    ['GET / HTTP/1.1', 'Host: A.Example:8080', { host: 'a.example:8080', path: '/', query: '' }],
    ['GET / HTTP/1.1', 'Host: [::1]:80', { host: '[::1]:80', path: '/', query: '' }],
    ['GET //evil/x HTTP/1.1', host, { host: 'a.example', path: '//evil/x', query: '' }],
    ['GET /\\evil HTTP/1.1', host, { host: 'a.example', path: '/\\evil', query: '' }],
    ['GET /../a/%2e%2E HTTP/1.1', host, { host: 'a.example', path: '/../a/%2e%2E', query: '' }],
    ['GET /http://b/ HTTP/1.1', host, { host: 'a.example', path: '/http://b/', query: '' }],
    ['GET /?http://b/ HTTP/1.1', host, { host: 'a.example', path: '/', query: 'http://b/' }],
    ['GET http://B.example/x?q HTTP/1.1', host, { host: 'b.example', path: '/x', query: 'q' }],
    ['GET HTTPS://b.example:1?q HTTP/1.1', host, { host: 'b.example:1', path: '/', query: 'q' }],
    ['GET http://b.example HTTP/1.1', host, { host: 'b.example', path: '/', query: '' }],
    ['OPTIONS * HTTP/1.1', host, { host: 'a.example', path: '*', query: '' }],
    ['CONNECT B.example:443 HTTP/1.1', host, { host: 'b.example:443', path: '', query: '' }],
  ] as const

  it.each(cases)('%j with %j (RFC 9112 §3.2)', (line, field, target) => {
    expect(targetOf(parseRequest(`${line}\n${field}\n\n`))).toEqual(target)
  })

  const problems = [
    ['GET / HTTP/1.1', 'X: y', 'host-missing'],
    ['GET / HTTP/1.1', 'Host: a\nhost: a', 'host-repeated'],
    ['GET / HTTP/1.1', 'Host: a b', 'host-invalid'],
    ['GET / HTTP/1.1', 'Host: a/b', 'host-invalid'],
    ['GET / HTTP/1.1', 'Host: a:b', 'host-invalid'],
    ['GET / HTTP/1.1', 'Host:', 'host-invalid'],
    ['GET / HTTP/1.1', 'Host: u@a', 'target-userinfo'],
    ['GET http://u:p@b.example/ HTTP/1.1', host, 'target-userinfo'],
    ['GET http:///x HTTP/1.1', host, 'host-invalid'],
    ['GET http://b.example/ HTTP/1.1', 'X: y', 'host-missing'],
    ['GET ftp://b.example/ HTTP/1.1', host, 'target-invalid'],
    ['GET x HTTP/1.1', host, 'target-invalid'],
    ['GET * HTTP/1.1', host, 'target-invalid'],
    ['GET /x#y HTTP/1.1', host, 'target-invalid'],
    ['GET /a b HTTP/1.1', host, 'target-invalid'],
    ['GET HTTP/1.1', host, 'target-invalid'],
    ['CONNECT b.example HTTP/1.1', host, 'target-invalid'],
    ['CONNECT /x HTTP/1.1', host, 'target-invalid'],
  ] as const

  it.each(problems)('%j with %j: %s', (line, field, problem) => {
    expect(targetOf(parseRequest(`${line}\n${field}\n\n`)).problem).toBe(problem)
  })

  it('leads to the host of the field still, where only the target is bad', () => {
    expect(targetOf(parseRequest(`GET /x#y HTTP/1.1\n${host}\n\n`)).host).toBe('a.example')
  })
})
