import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsNamed } from './field.ts'
import type { FieldDraft, HttpMessage } from './message.ts'
import { parseRequest, parseResponse } from './parse.ts'
import { edit, print, tiles, withFields, writeRequest, writeResponse } from './print.ts'
import { anyText } from './testing/near-message.ts'

const fieldsOf = ({ fields }: HttpMessage) => fields.map(({ name, value }) => [name.text, value.text])

const name = fc.constantFrom('A', 'Host', 'Authorization', 'x-y')
const value = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\p{Cc}\u2028]/gu, '').trim())
const drafts: fc.Arbitrary<readonly FieldDraft[]> = fc.array(fc.tuple(name, value), { maxLength: 5 })

describe('what is printed', () => {
  it('is made of the parts: other parts give another text', () => {
    const request = parseRequest('GET /a HTTP/1.1\r\nHost: b\r\n\r\nc')
    const method = { ...request.line.method, text: 'PUT' }
    const body = { ...request.body, text: 'd' }
    expect(print({ ...request, line: { ...request.line, method }, body })).toBe('PUT /a HTTP/1.1\r\nHost: b\r\n\r\nd')
  })

  it('has a tile for each token and one for what stands between two', () => {
    const source = 'HTTP/1.1 200 OK\nA: b\n\nc'
    const pieces = tiles(parseResponse(source)).map(({ start, end }) => source.slice(start, end))
    expect(pieces).toEqual(['HTTP/1.1', ' ', '200', ' ', 'OK', '\n', 'A', ': ', 'b', '\n\n', 'c'])
  })
})

describe('written messages', { timeout: 30_000 }, () => {
  it('have a line for each field and an empty line, ended by LF', () => {
    const fields = [
      ['Host', 'a.example'],
      ['X', ''],
    ] as const
    expect(writeRequest({ method: 'GET', target: '/x', fields })).toBe('GET /x HTTP/1.1\nHost: a.example\nX:\n\n')
    expect(writeResponse({ status: 200, reason: 'OK', fields: [], body: 'b' })).toBe('HTTP/1.1 200 OK\n\nb')
    expect(writeResponse({ status: 299, reason: '', fields: [] })).toBe('HTTP/1.1 299 \n\n')
  })

  it('are read back as they were meant, without a fault', () => {
    fc.assert(
      fc.property(drafts, fc.string(), (fields, body) => {
        const request = parseRequest(writeRequest({ method: 'POST', target: '/', fields, body }))
        expect([fieldsOf(request), request.body.text, request.faults]).toEqual([fields, body, []])
        const response = parseResponse(writeResponse({ status: 401, reason: 'Unauthorized', fields, body }))
        expect([fieldsOf(response), response.body.text, response.faults]).toEqual([fields, body, []])
      }),
    )
  })

  it.each(['a\nEvil: 1', 'a\r\nEvil: 1', 'a\r\n\r\nEvil', 'a\u0000b', 'a\n'])('a value %j ends no line', (text) => {
    const source = writeResponse({
      status: 200,
      reason: text,
      fields: [
        ['A', text],
        ['B', 'c'],
      ],
      body: '',
    })
    const response = parseResponse(source)
    expect(response.fields.map((field) => field.name.text)).toEqual(['A', 'B'])
    expect(response.faults).toEqual([])
  })
})

describe('a request with other fields', { timeout: 30_000 }, () => {
  const source = 'GET / HTTP/1.1\r\nHost:a\r\nX: 1\r\nhost : b\r\nx: 2\r\n 3\r\n\r\nbody'
  const cases = [
    ['replaces a field in its place', [['X', '9']], 'Host:a\r\nX: 9\r\nhost : b\r\n\r\nbody'],
    [
      'keeps the order of several of one name',
      [
        ['x', '8'],
        ['X', '9'],
      ],
      'Host:a\r\nx: 8\r\nX: 9\r\nhost : b\r\n\r\nbody',
    ],
    ['adds one behind the last', [['N', '7']], 'Host:a\r\nX: 1\r\nhost : b\r\nx: 2\r\n 3\r\nN: 7\r\n\r\nbody'],
    [
      'does both',
      [
        ['N', '7'],
        ['x', '9'],
      ],
      'Host:a\r\nx: 9\r\nhost : b\r\nN: 7\r\n\r\nbody',
    ],
    ['stays as it is without drafts', [], 'Host:a\r\nX: 1\r\nhost : b\r\nx: 2\r\n 3\r\n\r\nbody'],
  ] as const

  it.each(cases)('%s', (_, fields, rest) => {
    expect(withFields(parseRequest(source), fields)).toBe(`GET / HTTP/1.1\r\n${rest}`)
  })

  it.each([
    ['GET / HTTP/1.1', 'GET / HTTP/1.1\nN: 1'],
    ['GET / HTTP/1.1\n', 'GET / HTTP/1.1\nN: 1\n'],
    ['GET / HTTP/1.1\n lost\n', 'GET / HTTP/1.1\n lost\nN: 1\n'],
    ['GET / HTTP/1.1\n\nb', 'GET / HTTP/1.1\nN: 1\n\nb'],
    ['GET / HTTP/1.1\nA: b', 'GET / HTTP/1.1\nA: b\nN: 1'],
  ])('where there is none: %j', (text, wanted) => {
    expect(withFields(parseRequest(text), [['N', '1']])).toBe(wanted)
  })

  it('has the drafts as the only fields of their names, and all others as before, whatever the text', () => {
    fc.assert(
      fc.property(anyText, drafts, (text, fields) => {
        const before = parseRequest(`GET / HTTP/1.1\n${text}`)
        const after = parseRequest(withFields(before, fields))
        const named = new Set(fields.map(([each]) => each.toLowerCase()))
        const others = (request: HttpMessage) =>
          fieldsOf(request).filter(([each]) => !named.has((each ?? '').toLowerCase()))
        expect(others(after)).toEqual(others(before))
        for (const each of named) {
          const wanted = fields.filter(([other]) => other.toLowerCase() === each).map(([, text]) => text)
          expect(fieldsNamed(after, each).map((field) => field.value.text)).toEqual(wanted)
        }
        expect(after.body.text).toBe(before.body.text)
      }),
      { numRuns: 500 },
    )
  })
})

describe('an edited request', { timeout: 30_000 }, () => {
  const source = 'GET  /a HTTP/1.0\r\nHost:a\r\nX: 1\r\n\r\nbody'
  const cases = [
    [{ method: 'PUT' }, 'PUT  /a HTTP/1.0\r\nHost:a\r\nX: 1\r\n\r\nbody'],
    [{ target: '/b?c' }, 'GET  /b?c HTTP/1.0\r\nHost:a\r\nX: 1\r\n\r\nbody'],
    [{ body: 'new' }, 'GET  /a HTTP/1.0\r\nHost:a\r\nX: 1\r\n\r\nnew'],
    [{ body: '' }, 'GET  /a HTTP/1.0\r\nHost:a\r\nX: 1\r\n\r\n'],
    [
      {
        fields: [
          ['Host', 'a'],
          ['X', '2'],
          ['Y', '3'],
        ],
      },
      'GET  /a HTTP/1.0\r\nHost:a\r\nX: 2\r\nY: 3\r\n\r\nbody',
    ],
    [{ fields: [] }, 'GET  /a HTTP/1.0\r\n\r\nbody'],
    [{}, source],
  ] as const

  it.each(cases)('%j: all else stays as it was', (change, wanted) => {
    expect(edit(parseRequest(source), change)).toBe(wanted)
  })

  it.each([
    ['', { method: 'GET', target: '/' }, 'GET / HTTP/1.1'],
    ['GET', { target: '/' }, 'GET / HTTP/1.1'],
    ['GET HTTP/1.0\nA: b\n', { target: '/' }, 'GET / HTTP/1.0\nA: b\n'],
    ['GET / HTTP/1.1', { body: 'b' }, 'GET / HTTP/1.1\n\nb'],
    ['GET / HTTP/1.1\nA: b\n', { body: 'b' }, 'GET / HTTP/1.1\nA: b\n\nb'],
    ['GET / HTTP/1.1', { fields: [['A', 'b']], body: 'c' }, 'GET / HTTP/1.1\nA: b\n\nc'],
  ] as const)('%j gets what it lacks', (text, change, wanted) => {
    expect(edit(parseRequest(text), change)).toBe(wanted)
  })

  it('is read back as edited, whatever it was', () => {
    fc.assert(
      fc.property(anyText, drafts, fc.string(), (text, fields, body) => {
        const after = parseRequest(edit(parseRequest(text), { method: 'PUT', target: '/t', fields, body }))
        expect([after.line.method.text, after.line.target.text]).toEqual(['PUT', '/t'])
        expect([fieldsOf(after), after.body.text]).toEqual([fields, body])
      }),
      { numRuns: 500 },
    )
  })
})
