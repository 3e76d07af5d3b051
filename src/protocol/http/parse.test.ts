import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fault, HttpMessage } from './message.ts'
import { parseMessage, parseRequest, parseResponse } from './parse.ts'
import { print, tiles } from './print.ts'
import { anyText } from './testing/near-message.ts'

/** A fault with what stands at its place. */
const shown = (source: string, { code, span }: Fault) => `${code} ${JSON.stringify(source.slice(span.start, span.end))}`
const faultsOf = ({ source, faults }: HttpMessage) => faults.map((fault) => shown(source, fault))
const fieldsOf = ({ fields }: HttpMessage) => fields.map(({ name, value }) => [name.text, value.text])

describe('parsing is total and loses nothing', { timeout: 30_000 }, () => {
  it.each([
    ['requests', parseRequest],
    ['responses', parseResponse],
    ['messages of either kind', parseMessage],
  ] as const)('%s: what is printed is what was parsed, for every text', (_, parse) => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(print(parse(text))).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })

  it('its parts lie side by side: ordered, none empty, each character in exactly one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const spans = tiles(parseMessage(text))
        expect(spans.every(({ start, end }) => start < end)).toBe(true)
        expect(spans.map(({ start }) => start)).toEqual([0, ...spans.map(({ end }) => end)].slice(0, spans.length))
        expect(spans.at(-1)?.end ?? 0).toBe(text.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('each token has the text that stands at its place, and each fault has a place in the source', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const message = parseMessage(text)
        const { method, target } = message.kind === 'request' ? message.line : { method: undefined, target: undefined }
        const { status, reason } = message.kind === 'response' ? message.line : { status: undefined, reason: undefined }
        const parts = [method, target, status, reason, message.line.version, message.body]
        for (const part of [...parts, ...message.fields.flatMap(({ name, value }) => [name, value])]) {
          if (part) expect(part.text).toBe(text.slice(part.span.start, part.span.end))
        }
        for (const { span } of message.faults) {
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true)
        }
        const starts = message.faults.map(({ span }) => span.start)
        expect(starts).toEqual(starts.toSorted((one, other) => one - other))
      }),
      { numRuns: 1000 },
    )
  })

  it.each(['a ', 'a\n', 'a:\n ', 'A: \u0001 '])('and a long run of %j is no problem', (unit) => {
    const text = `GET ${unit.repeat(150_000)}`
    expect(print(parseMessage(text)) === text).toBe(true)
  })
})

describe('the first line', () => {
  const requests = [
    ['GET / HTTP/1.1', ['GET', '/', 'HTTP/1.1'], []],
    ['GET /a b HTTP/1.1', ['GET', '/a b', 'HTTP/1.1'], ['target-has-whitespace " "']],
    ['GET  / HTTP/1.1', ['GET', '/', 'HTTP/1.1'], ['target-has-whitespace "  "']],
    ['GET /\tHTTP/1.1', ['GET', '/', 'HTTP/1.1'], ['target-has-whitespace "\\t"']],
    ['GET / HTTP/1.1 ', ['GET', '/', 'HTTP/1.1'], ['version-invalid " "']],
    ['GET HTTP/1.1', ['GET', '', 'HTTP/1.1'], ['target-missing ""']],
    ['GET /', ['GET', '/', ''], ['version-invalid ""']],
    ['GET', ['GET', '', ''], ['target-missing ""', 'version-invalid ""']],
    ['G{T / HTTP/1.1', ['G{T', '/', 'HTTP/1.1'], ['method-not-token "G{T"']],
    [' GET / HTTP/1.1', ['GET', '/', 'HTTP/1.1'], ['method-not-token " "']],
    ['GET / HTTP/2', ['GET', '/', 'HTTP/2'], ['version-invalid "HTTP/2"']],
    ['GET / http/1.1', ['GET', '/', 'http/1.1'], ['version-invalid "http/1.1"']],
    ['GET / HTTP/1.1\r', ['GET', '/', 'HTTP/1.1\r'], ['version-invalid "HTTP/1.1\\r"', 'line-bare-cr "\\r"']],
    ['\r\n\nGET / HTTP/1.1\n', ['GET', '/', 'HTTP/1.1'], []],
    ['', ['', '', ''], ['start-line-missing ""']],
    ['\n\n', ['', '', ''], ['start-line-missing ""']],
  ] as const

  it.each(requests)('of the request %j (RFC 9112 §3)', (text, parts, faults) => {
    const request = parseRequest(text)
    const { method, target, version } = request.line
    expect([method.text, target.text, version.text]).toEqual(parts)
    expect(faultsOf(request)).toEqual(faults)
  })

  const responses = [
    ['HTTP/1.1 401 Unauthorized', ['HTTP/1.1', '401', 'Unauthorized'], 401, []],
    ['HTTP/1.1 401 ', ['HTTP/1.1', '401', ''], 401, []],
    ['HTTP/1.1 401', ['HTTP/1.1', '401', ''], 401, []],
    ['HTTP/1.1 407 Proxy Authentication Required', ['HTTP/1.1', '407', 'Proxy Authentication Required'], 407, []],
    ['HTTP/1.1 40 No', ['HTTP/1.1', '40', 'No'], Number.NaN, ['status-invalid "40"']],
    ['HTTP/1.1 ４01 No', ['HTTP/1.1', '４01', 'No'], Number.NaN, ['status-invalid "４01"']],
    ['HTTP/1.1  200 OK', ['HTTP/1.1', '200', 'OK'], 200, ['status-invalid "  "']],
    ['HTTP/1.1 200\tOK', ['HTTP/1.1', '200', 'OK'], 200, ['status-invalid "\\t"']],
    ['HTTP/2 200', ['HTTP/2', '200', ''], 200, ['version-invalid "HTTP/2"']],
    ['HTTP/1.1', ['HTTP/1.1', '', ''], Number.NaN, ['status-invalid ""']],
  ] as const

  it.each(responses)('of the response %j (RFC 9112 §4)', (text, parts, code, faults) => {
    const response = parseResponse(text)
    const { version, status, reason } = response.line
    expect([version.text, status.text, reason.text]).toEqual(parts)
    expect(response.line.code).toBe(code)
    expect(faultsOf(response)).toEqual(faults)
  })

  it.each([
    ['GET / HTTP/1.1', 'request'],
    ['HTTP/1.1 200 OK', 'response'],
    ['\r\nHTTP/1.1 200 OK', 'response'],
    ['HTTPS / HTTP/1.1', 'request'],
    ['', 'request'],
  ])('tells the kind of %j', (text, kind) => {
    expect(parseMessage(text).kind).toBe(kind)
  })
})

describe('field lines', () => {
  const cases = [
    [
      'A: b\r\nC:d\r\n\r\n',
      [
        ['A', 'b'],
        ['C', 'd'],
      ],
      [],
    ],
    [
      'A: b\nA: c\n',
      [
        ['A', 'b'],
        ['A', 'c'],
      ],
      [],
    ],
    ['A: \t b \t \n', [['A', 'b']], []],
    ['A:\n', [['A', '']], []],
    ['A: é\u4e16\n', [['A', 'é\u4e16']], []],
    ['A: b: c\n', [['A', 'b: c']], []],
    ['A: b\n c\n', [['A', 'b\n c']], ['obs-fold "\\n "']],
    ['A: b\r\n \t c\r\n\td\r\n', [['A', 'b\r\n \t c\r\n\td']], ['obs-fold "\\r\\n \\t "', 'obs-fold "\\r\\n\\t"']],
    ['A:\n b\n', [['A', 'b']], ['obs-fold "\\n "']],
    [' lost\nA: b\n', [['A', 'b']], ['field-name-space " lost"']],
    ['A : b\n', [['A', 'b']], ['field-name-space " "']],
    ['A B: c\n', [], ['field-name-not-token "A B"']],
    [': c\nD: e\n', [['D', 'e']], ['field-name-not-token ":"']],
    ['no colon\nA: b\n', [['A', 'b']], ['field-colon-missing "no colon"']],
    ['no colon\n folded\nA: b\n', [['A', 'b']], ['field-colon-missing "no colon\\n folded"']],
    [
      'A: b\u0000\u0001c\u007f\n',
      [['A', 'b\u0000\u0001c\u007f']],
      ['field-value-control "\\u0000\\u0001"', 'field-value-control "\u007f"'],
    ],
    ['A: b\rc\n', [['A', 'b\rc']], ['line-bare-cr "\\r"']],
    ['A: b\r', [['A', 'b']], ['line-bare-cr "\\r"']],
  ] as const

  it.each(cases)('%j (RFC 9112 §5)', (text, fields, faults) => {
    const request = parseRequest(`GET / HTTP/1.1\n${text}`)
    expect(fieldsOf(request)).toEqual(fields)
    expect(faultsOf(request)).toEqual(faults)
  })

  it.each([
    ['GET / HTTP/1.1\n\nbody\n\nmore', 'body\n\nmore'],
    ['GET / HTTP/1.1\r\nA: b\r\n\r\n\r\n', '\r\n'],
    ['GET / HTTP/1.1\nA: b\n', ''],
    ['GET / HTTP/1.1', ''],
    ['GET / HTTP/1.1\n\n\r \u0000:', '\r \u0000:'],
  ])('end at the empty line, and the body of %j is as sent', (text, body) => {
    const request = parseRequest(text)
    expect(request.body).toEqual({ text: body, span: { start: text.length - body.length, end: text.length } })
    expect(request.faults).toEqual([])
  })

  it('have the whole line as their span, folds included', () => {
    const text = 'GET / HTTP/1.1\nA:  b\n c \nD: e\n'
    const [a, d] = parseRequest(text).fields
    expect(a?.span).toEqual({ start: 15, end: 24 })
    expect(text.slice(a?.span.start, a?.span.end)).toBe('A:  b\n c ')
    expect(d?.value.span).toEqual({ start: 28, end: 29 })
  })
})
