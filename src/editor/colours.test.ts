import fc from 'fast-check'
import { expect, test } from 'vitest'
import { colourLine, TOP } from './colour-line.ts'
import { type ColourKind, colours } from './colours.ts'

/** Pieces that have a colour, as `kind:text`. */
const seen = (source: string): readonly string[] =>
  colours(source).flatMap(({ kind, span }) => {
    const text = source.slice(span.start, span.end)
    return kind === 'plain' ? [] : [`${kind}:${text}`]
  })

const inRequest = (field: string) => seen(`GET / HTTP/1.1\n${field}`).slice(3)

test.each<[string, string, readonly string[]]>([
  ['a request line', 'GET /a?b HTTP/1.1', ['method:GET', 'target:/a?b', 'version:HTTP/1.1']],
  ['a status line', 'HTTP/1.1 401 Unauthorized', ['version:HTTP/1.1', 'status:401', 'status:Unauthorized']],
  ['a request line that has only begun', 'GE', ['method:GE']],
  ['nothing', '', []],
  [
    'a body, which has no fields in it',
    'POST / HTTP/1.1\nHost: a\n\nHost: b\n',
    ['method:POST', 'target:/', 'version:HTTP/1.1', 'field:Host:', 'body:Host: b\n'],
  ],
])('%s', (_, source, expected) => {
  expect(seen(source)).toEqual(expected)
})

test.each<[string, string, readonly string[]]>([
  ['an ordinary field', 'Host: a.example', ['field:Host:']],
  ['token68', 'Authorization: Basic QWxhZGRpbg==', ['field:Authorization:', 'scheme:Basic', 'token68:QWxhZGRpbg==']],
  [
    'parameters, with and without quotes',
    'Proxy-Authorization: Digest realm="a, \\"b\\"", nc=1',
    ['field:Proxy-Authorization:', 'scheme:Digest', 'param:realm', 'string:"a, \\"b\\""', 'param:nc', 'token:1'],
  ],
  [
    'several challenges',
    'WWW-Authenticate: Basic realm="x", Negotiate',
    ['field:WWW-Authenticate:', 'scheme:Basic', 'param:realm', 'string:"x"', 'scheme:Negotiate'],
  ],
  [
    'parameters without a scheme',
    'Authentication-Info: nextnonce="n"',
    ['field:Authentication-Info:', 'param:nextnonce', 'string:"n"'],
  ],
  ['a scheme that nobody knows', 'Authorization: Lemon x', ['field:Authorization:', 'scheme:Lemon', 'token68:x']],
  ['a fault', 'Foo bar', ['fault:Foo bar']],
  ['a name that waits for its colon', 'Authoriz', ['field:Authoriz']],
  [
    'a fault inside credentials',
    "Authorization: Digest realm='a b'",
    ['field:Authorization:', 'scheme:Digest', 'param:realm', "fault:'a b'"],
  ],
])('%s', (_, field, expected) => {
  expect(inRequest(field)).toEqual(expected)
})

const pieces = [
  'GET / HTTP/1.1',
  'HTTP/1.1 401 Unauthorized',
  'Authorization: Digest username="a", nc=00000001',
  "WWW-Authenticate: Basic realm='x', Bearer",
  'Authorization: Basic =',
  'Host: a',
  'Foo bar',
  'Foo : bar',
  '',
  ' folded, nc="1"',
]
const anyMessage = fc.oneof(
  fc.array(fc.constantFrom(...pieces)).map((lines) => lines.join('\n')),
  fc.string(),
)

test('the pieces, put together, are the source, and neighbours differ', () => {
  fc.assert(
    fc.property(anyMessage, (source) => {
      const all = colours(source)
      expect(all.map(({ span }) => source.slice(span.start, span.end)).join('')).toBe(source)
      expect(all.every(({ kind }, index) => kind !== all[index - 1]?.kind)).toBe(true)
    }),
  )
})

/** The kind of each unit, line ends left out. */
function painted(source: string, all: ReturnType<typeof colours>): readonly ColourKind[] {
  const kinds = all.flatMap(({ kind, span }) => Array<ColourKind>(span.end - span.start).fill(kind))
  return kinds.filter((_, at) => source[at] !== '\n')
}

test('line by line, the colours are those of the whole', () => {
  const unfolded = fc.array(fc.constantFrom(...pieces.filter((line) => !line.startsWith(' '))))
  fc.assert(
    fc.property(unfolded, (lines) => {
      let above = TOP
      const byLine = lines.flatMap((line) => {
        const read = colourLine(line, above)
        above = read.above
        return painted(line, read.colours)
      })
      const source = lines.join('\n')
      expect(byLine).toEqual(painted(source, colours(source)))
    }),
  )
})

test('a folded line is coloured by the field that it continues', () => {
  const first = colourLine('Authorization: Digest nc=1,', { part: 'fields', field: '' })
  const folded = colourLine('  qop="auth"', first.above)
  expect(folded.colours.map(({ kind }) => kind)).toContain('param')
  expect(folded.colours.at(-1)).toEqual({ kind: 'string', span: { start: 6, end: 12 } })
  expect(folded.above).toEqual({ part: 'fields', field: 'Authorization: Digest nc=1,\n  qop="auth"\n' })
})
