import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shown, shownSpan, written } from './shown-text.ts'

test.each([
  ['a\nb', 'a\nb'],
  ['a\r\nb\r\n', 'a\nb\n'],
  ['a\rb\nc', 'a↵b\nc'],
])('%j is shown as %j, and comes back as it was', (draft, text) => {
  expect(shown(draft)).toBe(text)
  expect(written(text, draft)).toBe(draft)
})

test('a new line ends as the others do', () => {
  expect(written('a\nb\nc', 'a\r\nb')).toBe('a\r\nb\r\nc')
  expect(written('a\nb\nc', 'a\nb')).toBe('a\nb\nc')
})

test('a place shows the same text', () => {
  const drafts = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '\r') })
  fc.assert(
    fc.property(drafts, fc.nat(40), fc.nat(40), (draft, one, other) => {
      const cut = (at: number) => (draft[at] === '\n' && draft[at - 1] === '\r' ? at + 1 : Math.min(at, draft.length))
      const [start, end] = [cut(Math.min(one, other)), cut(Math.max(one, other))]
      const span = shownSpan(draft, { start, end })
      expect(shown(draft).slice(span.start, span.end)).toBe(shown(draft.slice(start, end)))
    }),
  )
})
