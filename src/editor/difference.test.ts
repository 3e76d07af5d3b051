import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference } from './difference.ts'

test.each([
  ['nothing', 'abc', 'abc', 'abc', ''],
  ['an insertion', 'a|c', 'abc', 'a', 'b'],
  ['a deletion', 'aab', 'ab', 'a', ''],
  ['a field more', 'GET /\nHost: a\n', 'GET /\nAccept: b\nHost: a\n', 'GET /\n', 'Accept: b\n'],
  ['half of a pair', 'a😀b', 'a😁b', 'a', '😁'],
])('%s', (_, before, after, same, insert) => {
  const found = difference(before.replace('|', ''), after)
  expect(before.slice(0, found.span.start)).toBe(same)
  expect(found.insert).toBe(insert)
})

test('applied, it gives the other text, and never cuts a character in two', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁', '🤀') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { span, insert } = difference(before, after)
      expect(before.slice(0, span.start) + insert + before.slice(span.end)).toBe(after)
      for (const piece of [before.slice(0, span.start), before.slice(span.end), insert]) {
        expect(piece.isWellFormed()).toBe(true)
      }
    }),
  )
})
