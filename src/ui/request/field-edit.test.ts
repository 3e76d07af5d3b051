import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field, HttpRequest } from '../../protocol/http/message.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import { strangeLines, withAdded, withName, withoutField, withValue } from './field-edit.ts'

const SOURCE = 'GET / HTTP/1.1\nHost: a\nno header\nA:  1 \nA:\n\nbody'
const request = parseRequest(SOURCE)
const field = (nth: number) => request.fields[nth] as Field

test.each<[string, string, string]>([
  ['a name', withName(request, field(0), 'X'), 'GET / HTTP/1.1\nX: a\nno header\nA:  1 \nA:\n\nbody'],
  ['a value', withValue(request, field(1), '2'), 'GET / HTTP/1.1\nHost: a\nno header\nA:  2\nA:\n\nbody'],
  ['an empty value', withValue(request, field(2), '3'), 'GET / HTTP/1.1\nHost: a\nno header\nA:  1 \nA: 3\n\nbody'],
  ['a value, emptied', withValue(request, field(0), ''), 'GET / HTTP/1.1\nHost: \nno header\nA:  1 \nA:\n\nbody'],
  ['a line taken out', withoutField(request, field(1)), 'GET / HTTP/1.1\nHost: a\nno header\nA:\n\nbody'],
  ['a line added', withAdded(request, ['B', 'x\ny']), 'GET / HTTP/1.1\nHost: a\nno header\nA:  1 \nA:\nB: x y\n\nbody'],
])('%s', (_, source, expected) => {
  expect(source).toBe(expected)
})

test('a folded value is replaced whole', () => {
  const folded = parseRequest('GET / HTTP/1.1\r\nA: 1\r\n 2\r\nB: 3\r\n\r\n')
  expect(withValue(folded, folded.fields[0] as Field, 'x')).toBe('GET / HTTP/1.1\r\nA: x\r\nB: 3\r\n\r\n')
  expect(withoutField(folded, folded.fields[0] as Field)).toBe('GET / HTTP/1.1\r\nB: 3\r\n\r\n')
})

test('a request of one line gets its first header', () => {
  expect(withAdded(parseRequest('GET / HTTP/1.1'), ['A', ''])).toBe('GET / HTTP/1.1\nA:')
})

test.each([
  [SOURCE, 1],
  ['GET / HTTP/1.1\n oops\nA: b\n c\nb@d: e\n\nno header', 2],
  ['', 0],
  ['\n\nGET / HTTP/1.1', 0],
])('counts the lines of %j that are no header lines', (source, count) => {
  expect(strangeLines(parseRequest(source))).toBe(count)
})

const pairs = ({ fields }: HttpRequest) => fields.map(({ name, value }) => [name.text, value.text])

test('what is edited is there, and nothing else is different', () => {
  const lines = fc.array(fc.constantFrom('Host: a', 'A:1', 'A:  2  ', 'B:', 'strange', 'A: 1\n folded', 'Ä: 3'))
  const value = fc.stringMatching(/^[!-~]*$/)
  fc.assert(
    fc.property(lines, fc.nat(), value, (all, nth, text) => {
      const before = parseRequest(['GET / HTTP/1.1', ...all, '', 'body'].join('\n'))
      const at = before.fields.length === 0 ? 0 : nth % before.fields.length
      const one = before.fields[at]
      if (!one) return
      const after = parseRequest(withValue(before, one, text))
      expect(pairs(after)).toEqual(pairs(before).with(at, [one.name.text, text]))
      expect(pairs(parseRequest(withoutField(before, one)))).toEqual(pairs(before).toSpliced(at, 1))
      expect(pairs(parseRequest(withAdded(before, ['New', text])))).toEqual([...pairs(before), ['New', text]])
      expect([after.body.text, strangeLines(after)]).toEqual(['body', strangeLines(before)])
    }),
  )
})
