import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareLines } from './compare-lines.ts'

const SIGNS = { same: ' ', gone: '-', new: '+' } as const
const drawn = (one: string, other: string) =>
  compareLines(one, other).map(({ result, text }) => `${SIGNS[result]}${text}`)

describe('compared lines', () => {
  it.each([
    ['nothing', 'a\nb', 'a\nb', [' a', ' b']],
    ['a line that came', 'a\nc', 'a\nb\nc', [' a', '+b', ' c']],
    ['a line that went', 'a\nb\nc', 'a\nc', [' a', '-b', ' c']],
    ['a line that changed: the old one first', 'a\nb\nc', 'a\nB\nc', [' a', '-b', '+B', ' c']],
    ['a line that moved', 'a\nb\nc', 'b\nc\na', ['-a', ' b', ' c', '+a']],
    ['line ends alone: nothing', 'a\r\nb', 'a\nb', [' a', ' b']],
    ['everything', 'a', 'b', ['-a', '+b']],
  ])('shows %s', (_, one, other, expected) => {
    expect(drawn(one, other)).toEqual(expected)
  })

  it('keeps every line of both texts, in order', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '')).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const lines = compareLines(one, other)
        const of = (without: string) =>
          lines.flatMap(({ result, text }) => (result === without ? [] : [text])).join('\n')
        expect(of('new')).toBe(one)
        expect(of('gone')).toBe(other)
      }),
    )
  })

  it('gives up matching where that would take long', () => {
    const many = (word: string) => Array.from({ length: 2000 }, (_, n) => `${word}${n % 7}${n}`).join('\n')
    expect(compareLines(many('a'), many('b'))).toHaveLength(4000)
  })
})
