import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRequest } from '../../protocol/http/parse.ts'
import { targetOf } from '../../protocol/http/target.ts'
import { readUrl, urlOf, withUrl } from './url.ts'

test.each([
  ['GET /a?b HTTP/1.1\nHost: x.example\n\n', { text: 'https://x.example/a?b' }],
  ['OPTIONS * HTTP/1.1\nHost: x.example\n\n', { text: 'https://x.example' }],
  ['GET http://y.example/ HTTP/1.1\nHost: x.example\n\n', { text: 'http://y.example/' }],
  ['CONNECT x.example:443 HTTP/1.1\nHost: x.example:443\n\n', { text: 'x.example:443' }],
  ['GET /a HTTP/1.1\n\n', { text: '/a', problem: 'host-missing' }],
  ['GET /a HTTP/1.1\nHost: x\nHost: y\n\n', { text: '/a', problem: 'host-repeated' }],
])('the address of %j', (source, url) => {
  expect(urlOf(parseRequest(source))).toEqual(url)
})

test.each([
  ['https://x.example/a?b=c', { host: 'x.example', target: '/a?b=c', fragment: false }],
  [' HTTPS://x.example:443 ', { host: 'x.example', target: '/', fragment: false }],
  ['https://x.example:8443/', { host: 'x.example:8443', target: '/', fragment: false }],
  ['https://x.example?b', { host: 'x.example', target: '/?b', fragment: false }],
  ['x.example/a b/ä', { host: 'x.example', target: '/a%20b/%C3%A4', fragment: false }],
  ['/only/a/path', { host: undefined, target: '/only/a/path', fragment: false }],
  ['https://x.example/a#b', { host: 'x.example', target: '/a', fragment: true }],
])('reads %j', (typed, read) => {
  expect(readUrl(typed, 'GET')).toEqual({ result: 'read', ...read })
})

test.each([
  ['', 'empty'],
  ['h', 'unfinished'],
  ['https:/', 'unfinished'],
  ['https://', 'unfinished'],
  ['http://x.example/', 'scheme'],
  ['ftp://x.example/', 'scheme'],
  ['https://me:secret@x.example/', 'userinfo'],
  ['me@x.example', 'userinfo'],
  ['https://x example/', 'host'],
])('says why it can’t read %j', (typed, problem) => {
  expect(readUrl(typed, 'GET')).toMatchObject({ result: 'unread', problem })
})

test('asks the server itself with an asterisk', () => {
  expect(readUrl('https://x.example', 'OPTIONS')).toMatchObject({ host: 'x.example', target: '*' })
})

test.each([
  ['GET /a HTTP/1.1\nHost: x\nA: b\n\nc', { host: 'y', target: '/z' }, 'GET /z HTTP/1.1\nHost: y\nA: b\n\nc'],
  ['GET /a HTTP/1.1\nA: b\n\n', { host: 'y' }, 'GET /a HTTP/1.1\nHost: y\nA: b\n\n'],
  ['GET /a HTTP/1.1\r\n\r\n', { host: 'y' }, 'GET /a HTTP/1.1\r\nHost: y\r\n\r\n'],
  ['', { host: 'y', target: '/' }, 'GET / HTTP/1.1\nHost: y'],
  ['GET /a HTTP/1.1\nHost: x\nno field\nHost: y\n', { target: '/b' }, 'GET /b HTTP/1.1\nHost: x\nno field\nHost: y\n'],
  ['GET http://x/a HTTP/1.1\nHost: x\n\n', { host: 'y' }, 'GET http://y/a HTTP/1.1\nHost: y\n\n'],
])('%j with %j', (source, url, expected) => {
  expect(withUrl(parseRequest(source), url)).toBe(expected)
})

test('what is read and put into a request is its address', () => {
  const host = fc.constantFrom('x.example', 'localhost:8080', '[::1]', 'a-b.example')
  const rest = fc.stringMatching(/^\/[!-"$-~ ä]{0,12}$/)
  const draft = fc.constantFrom('', 'GET', 'GET / HTTP/1.1', 'POST /a HTTP/1.1\nA: b\nHost: q\n\nx', '\n\nfoo bar\nbaz')
  fc.assert(
    fc.property(host, rest, draft, (name, path, source) => {
      const read = readUrl(`https://${name}${path}`, 'GET')
      if (read.result === 'unread') throw new Error(read.problem)
      const request = parseRequest(withUrl(parseRequest(source), read))
      expect(urlOf(request).text).toBe(`https://${name}${read.target}`)
      expect(targetOf(request).host).toBe(name)
    }),
  )
})
