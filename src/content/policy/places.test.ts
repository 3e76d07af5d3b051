import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineAndColumn, placesIn } from './places.ts'

const wrong = (text: string) => {
  const read = placesIn(text)
  if (read.result === 'json') return undefined
  const { line, column } = lineAndColumn(text, read.misread.at)
  return `${read.misread.code} ${line}:${column}`
}

describe('places in JSON', () => {
  it('knows where each value and each key stands', () => {
    const text = '{\n  "a": [1, {"b c": null}],\n  "d": "x"\n}'
    const read = placesIn(text)
    if (read.result === 'misread') throw new Error('This is JSON')
    const there = (...path: (string | number)[]) => {
      const { key, value = -1 } = read.place(path) ?? {}
      return [key === undefined ? '' : text.slice(key, key + 3), text.slice(value, value + 4)]
    }
    expect(there()).toEqual(['', '{\n  '])
    expect(there('a')).toEqual(['"a"', '[1, '])
    expect(there('a', 1, 'b c')).toEqual(['"b ', 'null'])
    expect(there('d')).toEqual(['"d"', '"x"\n'])
    expect(read.place(['nothing'])).toBeUndefined()
  })

  it.each([
    ['nothing', '', 'empty 1:1'],
    ['blanks alone', ' \n ', 'empty 2:2'],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 'comma 2:9'],
    ['a comma too many in an object', '{\n  "a": 1,\n}', 'comma-last 2:9'],
    ['a comma too many in a list', '[1, ]', 'comma-last 1:3'],
    ['a missing colon', '{"a" 1}', 'colon 1:5'],
    ['a key without quotes', '{a: 1}', 'key 1:2'],
    ['a single quote', "{'a': 1}", 'quotes 1:2'],
    ['quotes of a word processor', '{“a”: 1}', 'quotes 1:2'],
    ['a comment', '{\n  // no\n}', 'comment 2:3'],
    ['a value without quotes', '{"a": yes}', 'value 1:7'],
    ['a number that is none', '[01]', 'value 1:2'],
    ['a word glued to another', '[truest]', 'value 1:2'],
    ['a missing value', '{"a": }', 'value 1:7'],
    ['a text that is not closed', '{"a": "b\n}', 'unclosed 1:7'],
    ['a text that never ends', '"abc', 'unclosed 1:1'],
    ['a tab in a text', '["a\tb"]', 'raw-control 1:4'],
    ['a bad escape', '["\\x"]', 'escape 1:3'],
    ['half an escape', '["\\u12"]', 'escape 1:3'],
    ['a brace that is not closed', '{"a": [1]', 'ended 1:10'],
    ['a key twice', '{"a": 1, "b": {"a": 2}, "a": 3}', 'twice 1:25'],
    ['a key twice, written otherwise', '{"a": 1, "\\u0061": 3}', 'twice 1:10'],
    ['something behind the end', '{} x', 'rest 1:4'],
    ['deep nesting', '['.repeat(40) + ']'.repeat(40), 'deep 1:34'],
  ])('says what is wrong and where: %s', (_, text, expected) => {
    expect(wrong(text)).toBe(expected)
  })

  it('counts characters, not units, and knows all line ends', () => {
    expect(wrong('["🔑" x]')).toBe('comma 1:5')
    expect(wrong('[\r\n1,\r2\n3]')).toBe('comma 3:2')
  })

  it('takes what JSON.parse takes, and refuses what it refuses', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '0',
      '-1.5e3',
      'true',
      'nul',
      ' ',
      '\n',
    )
    const text = fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(text, (source) => {
        let fine = true
        try {
          JSON.parse(source)
        } catch {
          fine = false
        }
        const read = placesIn(source)
        if (read.result === 'misread' && ['twice', 'deep'].includes(read.misread.code)) return
        expect([source, read.result]).toEqual([source, fine ? 'json' : 'misread'])
      }),
      { numRuns: 1000 },
    )
  })

  it('is linear', () => {
    const start = performance.now()
    for (const text of ['['.repeat(1e5), '"\\'.repeat(1e5), `{${'"a":1,'.repeat(1e4)}`, ' '.repeat(1e5)]) placesIn(text)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
