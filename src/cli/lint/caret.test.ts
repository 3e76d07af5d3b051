import { describe, expect, it } from 'vitest'
import { underlined } from './caret.ts'
import { lineMap } from './line-map.ts'

/** The part of the line under which the carets stand, if each character takes one column. */
const pointed = (text: string, start: number, end: number) => {
  const { line, carets } = underlined(text, { start, end })
  return line.slice(carets.indexOf('^'), carets.length)
}

describe('carets', () => {
  it.each([
    ['a word', 'WWW-Authenticate: Basic', 18, 23, 'Basic'],
    ['the first character', 'abc', 0, 1, 'a'],
    ['nothing, with one caret', 'abc', 1, 1, 'b'],
    ['what goes on in the next line', 'abc', 1, 9, 'bc'],
    ['controls', 'a\u001b[31m\u0007b', 6, 7, '␇'],
    ['behind combining characters', 'Zoe\u0301: b', 6, 7, 'b'],
  ])('stand under %s', (_name, text, start, end, expected) => {
    const combining = text.match(/\p{M}/gu)?.length ?? 0
    const { line, carets } = underlined(text, { start, end })
    expect(combining ? line[carets.indexOf('^') + combining] : pointed(text, start, end)).toBe(expected)
  })

  it('stand behind as many columns as tabs and wide characters take', () => {
    expect(underlined('a\tb\tc', { start: 4, end: 5 })).toEqual({ line: 'a   b   c', carets: '        ^' })
    expect(underlined('日本: x', { start: 4, end: 5 })).toEqual({ line: '日本: x', carets: '      ^' })
    expect(underlined('日本: x', { start: 1, end: 2 })).toEqual({ line: '日本: x', carets: '  ^^' })
    expect(underlined('🎉 x', { start: 3, end: 4 })).toEqual({ line: '🎉 x', carets: '   ^' })
  })

  it('stand below the end of a line', () => {
    expect(underlined('abc', { start: 3, end: 3 }).carets).toBe('   ^')
    expect(underlined('', { start: 0, end: 0 })).toEqual({ line: '', carets: '^' })
  })

  it.each([300, 1_000_000])('show what stands around the place in a line of %d characters', (length) => {
    const text = `${'a'.repeat(length)}MEANT${'b'.repeat(length)}`
    const { line, carets } = underlined(text, { start: length, end: length + 5 })
    expect(line.length).toBeLessThan(130)
    expect(line.slice(carets.indexOf('^'), carets.length)).toBe('MEANT')
    expect([line[0], line.at(-1)]).toEqual(['…', '…'])
  })

  it('never write to the terminal what a file likes', () => {
    const { line } = underlined('\u001b]0;x\u0007 \u202e\u2066\u009b\r', { start: 0, end: 1 })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it is about
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e\u2066]/)
  })
})

it('counts lines and columns from 1, in UTF-16 units', () => {
  const { placeOf, lineAt } = lineMap('a\r\n🎉b\n')
  expect([0, 3, 5, 7].map(placeOf)).toEqual([
    { line: 1, column: 1 },
    { line: 2, column: 1 },
    { line: 2, column: 3 },
    { line: 3, column: 1 },
  ])
  expect([lineAt(1), lineAt(2), lineAt(3), lineAt(9)].map(({ text }) => text)).toEqual(['a', '🎉b', '', ''])
})
