import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRequest } from '../../http/parse.ts'
import { canonicalRequest, fieldValue } from './canonical.ts'
import { hashOf } from './signature.ts'
import { printStamp, readStamp } from './stamp.ts'

describe('the canonical request', () => {
  const lines = (source: string, service = 's3') => {
    const request = parseRequest(source)
    const fields = request.fields.map(({ name, value }) => [name.text, value.text] as const)
    return canonicalRequest({ request, fields, names: ['host'], payload: 'hash', service })
  }

  it.each([
    ['/a%20b', '/a%20b', '/a%2520b'],
    ['/a%7eb', '/a~b', '/a%257eb'],
    ['/a%2Fb', '/a%2Fb', '/a%252Fb'],
    ['/%zz%', '/%25zz%25', '/%25zz%25'],
    ['/%ff', '/%FF', '/%25ff'],
    ['/a//b/../c/./d/', '/a//b/../c/./d/', '/a/c/d/'],
    ['/../..', '/../..', '/'],
    ['/a/.', '/a/.', '/a/'],
    ['//', '//', '/'],
    ['/ä+!', '/%C3%A4%2B%21', '/%C3%A4%2B%21'],
  ])('writes the path %s as %s for storage, and as %s elsewhere', (path, storage, elsewhere) => {
    const source = `GET ${path} HTTP/1.1\nHost: a.example\n\n`
    expect([lines(source)[1], lines(source, 'iam')[1]]).toEqual([storage, elsewhere])
  })

  it.each([
    ['b=1&a=2', 'a=2&b=1'],
    ['a=b&a=B&a', 'a=&a=B&a=b'],
    ['list', 'list='],
    ['a=1=2', 'a=1%3D2'],
    ['a=%7e%2f&a%20b=ä', 'a=~%2F&a%20b=%C3%A4'],
    ['&&a=%', 'a=%25'],
    ['B=1&a=2&%41=3', 'A=3&B=1&a=2'],
    ['', ''],
  ])('sorts and encodes the query %s', (query, wanted) => {
    expect(lines(`GET /?${query} HTTP/1.1\nHost: a.example\n\n`)[2]).toBe(wanted)
  })

  it('joins lines of one name, and makes one space of many', () => {
    const fields = [
      ['X-A', ' a  \t b '],
      ['x-a', 'c'],
      ['x-b', ''],
    ] as const
    expect(fieldValue(fields, 'x-a')).toBe('a b,c')
    expect(fieldValue(fields, 'x-b')).toBe('')
    expect(fieldValue(fields, 'x-c')).toBeUndefined()
  })
})

describe('stamps', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (seconds) => {
        expect(readStamp(printStamp(seconds * 1000))).toBe(seconds * 1000)
      }),
    )
  })
})

describe('the hash of a body', () => {
  it('is what everybody knows for an empty one (FIPS 180-4)', () => {
    expect(hashOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
})
