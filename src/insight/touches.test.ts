import { expect, test } from 'vitest'
import { evidenceOf } from './testing/example.ts'
import { concernsAuthentication } from './touches.ts'

const get = (target: string, field = 'Accept: */*') => `GET ${target} HTTP/1.1\nHost: a.example\n${field}\n\n`

test.each([
  [get('/'), 'HTTP/1.1 401 Unauthorized\n\n'],
  [get('/'), 'HTTP/1.1 403 Forbidden\n\n'],
  [get('/'), 'HTTP/1.1 511 Network Authentication Required\n\n'],
  [get('/', 'Authorization: Bearer x')],
  [get('/', 'X-API-Key: x')],
  [get('/', 'Cookie: a=b; connect.sid=c')],
  [get('/', 'Access-Control-Request-Headers: authorization')],
  [get('/login')],
  [get('/.well-known/openid-configuration')],
  [get('/cb?code=x&state=y')],
  ['POST /t HTTP/1.1\nHost: a.example\n\ngrant_type=client_credentials'],
  [get('/'), 'HTTP/1.1 302 Found\nLocation: /login?next=/\n\n'],
  [get('/'), 'HTTP/1.1 200 OK\nSet-Cookie: PHPSESSID=x\n\n'],
  [get('/'), 'HTTP/1.1 200 OK\n\n{"access_token":"x"}'],
])('has to do with authentication: %j', (request, response?: string) => {
  expect(concernsAuthentication(evidenceOf(request, response))).toBe(true)
})

test.each([
  [get('/style.css'), 'HTTP/1.1 200 OK\nContent-Type: text/css\n\na { color: red }'],
  [get('/author/tokenism', 'Cookie: theme=dark'), 'HTTP/1.1 304 Not Modified\n\n'],
  [get('/keyboard?q=token'), 'HTTP/1.1 404 Not Found\n\n'],
])('has nothing to do with authentication: %j', (request, response?: string) => {
  expect(concernsAuthentication(evidenceOf(request, response))).toBe(false)
})

test('an exchange of which nothing is known has nothing to do with anything', () => {
  expect(concernsAuthentication({})).toBe(false)
})
