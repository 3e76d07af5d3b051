import { expect, test } from 'vitest'
import { movedSpans } from './moved-spans.ts'

test.each([
  ['nothing changed', 'abcdef', 'abcdef', ['b', 'd']],
  ['a change behind', 'abcdef', 'abcdXf', ['b', 'd']],
  ['a change before', 'abcdef', 'XXcdef', ['d']],
  ['a change between', 'abcdef', 'abXYZdef', ['b', 'd']],
  ['a part that was changed', 'abcdef', 'aXcdef', ['d']],
  ['a doubled letter', 'abbd', 'abbbd', ['b', 'd']],
  ['everything gone', 'abcdef', '', []],
])('%s', (_, before, after, found) => {
  const spans = ['b', 'd'].map((text) => ({ start: before.indexOf(text), end: before.indexOf(text) + 1 }))
  expect(movedSpans(spans, before, after).map(({ start, end }) => after.slice(start, end))).toEqual(found)
})
