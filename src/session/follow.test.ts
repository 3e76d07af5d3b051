import { describe, expect, it } from 'vitest'
import { parseRequest, parseResponse } from '../protocol/http/parse.ts'
import { redirectOf } from './follow.ts'

const request = parseRequest(
  'POST /login HTTP/1.1\nHost: example.com\nAccept: text/html\nAuthorization: Bearer t\nContent-Type: text/plain\nX-Own: 1\n\nbody',
)
const follow = (status: number, location: string, from = request) =>
  redirectOf({ request: from, response: parseResponse(`HTTP/1.1 ${status} X\nLocation: ${location}\n\n`) })

describe('a redirect', () => {
  it('to the same origin takes the credentials along, and makes a GET of a POST', () => {
    expect(follow(303, '/next?a=b')?.request).toBe(
      'GET /next?a=b HTTP/1.1\nHost: example.com\nAccept: text/html\nAuthorization: Bearer t\n\n',
    )
    expect(follow(303, '/next')?.left).toEqual([])
  })

  it('to another origin leaves them behind', () => {
    const found = follow(302, 'https://auth.example.com/authorize')
    expect(found?.left).toEqual(['Authorization'])
    expect(found?.request).toBe('GET /authorize HTTP/1.1\nHost: auth.example.com\nAccept: text/html\n\n')
  })

  it.each([
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [303, 'POST', 'GET'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
    [301, 'PUT', 'PUT'],
    [302, 'DELETE', 'DELETE'],
    [303, 'PUT', 'GET'],
    [303, 'HEAD', 'HEAD'],
  ])('with %i makes of a %s a %s', (status, method, then) => {
    const from = parseRequest(`${method} /login HTTP/1.1\nHost: example.com\n\n`)
    expect(follow(status, '/next', from)?.request).toBe(`${then} /next HTTP/1.1\nHost: example.com\n\n`)
  })

  it('keeps method and body with 307 and 308', () => {
    expect(follow(307, '/next')?.request).toMatch(/^POST \/next HTTP\/1\.1\n[\s\S]*Content-Type: text\/plain\n\nbody$/)
  })

  it('leads out of the playground, or nowhere', () => {
    expect(follow(302, 'https://bank.example/')).toEqual({ address: 'https://bank.example/', left: [] })
    expect(follow(302, 'http://example.com/')?.request).toBeUndefined()
    expect(follow(302, 'javascript:alert(1)')?.request).toBeUndefined()
    expect(follow(302, 'https://[')).toBeUndefined()
    expect(follow(200, '/next')).toBeUndefined()
    expect(redirectOf({ request, response: parseResponse('HTTP/1.1 302 X\n\n') })).toBeUndefined()
  })

  it('takes along the cookie that it sets, where that goes there', () => {
    const response = (cookie: string, to: string) =>
      parseResponse(`HTTP/1.1 303 See Other\nSet-Cookie: ${cookie}\nLocation: ${to}\n\n`)
    const from = parseRequest('POST /login HTTP/1.1\nHost: example.com\nCookie: theme=dark; sid=old\n\n')
    const led = (cookie: string, to: string) => redirectOf({ request: from, response: response(cookie, to) })?.request
    expect(led('sid=new; Path=/', '/account')).toContain('\nCookie: theme=dark; sid=new\n')
    expect(led('sid=new; Path=/other', '/account')).toContain('\nCookie: theme=dark; sid=old\n')
    expect(led('sid=new; Path=/', 'https://auth.example.com/')).not.toContain('Cookie')
  })
})
