import { describe, expect, it } from 'vitest'
import { parseRequest } from '../../http/parse.ts'
import { askedBy, sameTarget } from './target-uri.ts'

describe('a request', () => {
  it.each([
    ['GET /r?x HTTP/1.1\nHost: API.example.com:8443\n\n', 'https://api.example.com:8443/r'],
    ['GET HTTP://other.example/r HTTP/1.1\nHost: api.example.com\n\n', 'http://other.example/r'],
    ['GET https://other.example HTTP/1.1\nHost: api.example.com\n\n', 'https://other.example/'],
  ])('%j asks for %s (RFC 9110 §7.1)', (source, url) => {
    expect(askedBy(parseRequest(source)).url).toBe(url)
  })
})

describe('two URIs', () => {
  it.each([
    ['https://a.example/r', 'HTTPS://A.EXAMPLE:443/r', true],
    ['https://a.example', 'https://a.example/', true],
    ['https://a.example/r?x', 'https://a.example/r#y', true],
    ['https://a.example/%7euser/%2f', 'https://a.example/~user/%2F', true],
    ['https://a.example/b/../r', 'https://a.example/./r', true],
    ['https://a.example/ü', 'https://a.example/%C3%BC', true],
    ['http://a.example:80/r', 'http://a.example/r', true],
    ['https://a.example/r', 'https://a.example/R', false],
    ['https://a.example/a%2Fb', 'https://a.example/a/b', false],
    ['https://a.example:80/r', 'https://a.example/r', false],
    ['https://u@a.example/r', 'https://a.example/r', false],
    ['https://a.example\\r', 'https://a.example/r', false],
    ['https://a.example/ r', 'https://a.example/ r', false],
    ['https:a.example/r', 'https://a.example/r', false],
    ['', '', false],
    ['ftp://a.example/', 'ftp://a.example/', false],
  ])('%s and %s are the same: %s (RFC 3986 §6.2)', (one, other, same) => {
    expect(sameTarget(one, other)).toBe(same)
    expect(sameTarget(other, one)).toBe(same)
  })
})
