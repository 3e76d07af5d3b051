import fc from 'fast-check'
import { expect, test } from 'vitest'
import { colours } from '../../editor/colours.ts'
import { paintedLines } from './painted-lines.ts'

const drawn = (source: string, marks = [{ start: 0, end: 0 }]) =>
  paintedLines(source, colours(source), marks).map(({ runs }) =>
    runs.map(({ kind, text, marked }) => `${kind}${marked ? '!' : ''}:${text}`),
  )

test('every line has its colours, an empty one has none', () => {
  expect(drawn('GET / HTTP/1.1\nHost: a\n\nbody\n')).toEqual([
    ['method:GET', 'plain: ', 'target:/', 'plain: ', 'version:HTTP/1.1'],
    ['field:Host:', 'plain: a'],
    [],
    ['body:body'],
    [],
  ])
})

test('a mark cuts what it covers, across lines', () => {
  expect(drawn('GET / HTTP/1.1\nHost: a', [{ start: 8, end: 17 }])).toEqual([
    ['method:GET', 'plain: ', 'target:/', 'plain: ', 'version:HT', 'version!:TP/1.1'],
    ['field!:Ho', 'field:st:', 'plain: a'],
  ])
})

test('the lines, put together, are the text', () => {
  const text = fc.string({ unit: fc.constantFrom('GET / ', 'a', ':', ' ', '\n', '"', '=', 'Authorization: Digest ') })
  fc.assert(
    fc.property(text, fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (source, pairs) => {
      const marks = pairs.map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }))
      const lines = paintedLines(source, colours(source), marks)
      expect(lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')).toBe(source)
      for (const { start, text, marked } of lines.flatMap(({ runs }) => runs)) {
        expect(marked).toBe(marks.some((mark) => mark.start <= start && start + text.length <= mark.end))
      }
    }),
  )
})
