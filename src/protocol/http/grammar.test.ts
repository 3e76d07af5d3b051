import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { control, isToken, isToken68, qdtext, quote, tchar, unescaped, VCHAR } from './grammar.ts'

const ascii = Array.from({ length: 128 }, (_, unit) => unit)
const members = (is: (unit: number) => boolean) => String.fromCharCode(...ascii.filter(is))

describe('character classes', () => {
  it('are those of RFC 9110 §5.6 and RFC 5234 §B.1', () => {
    const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
    expect([...members(tchar)].toSorted()).toEqual([...`!#$%&'*+-.^_\`|~${alphanumeric}`].toSorted())
    expect(members(VCHAR)).toHaveLength(94)
    expect(members(control)).toHaveLength(32)
    expect(members(qdtext)).toHaveLength(94)
  })
})

describe('words', () => {
  it.each([
    ['a', true],
    ["!#$%&'*+-.^_`|~", true],
    ['', false],
    ['a b', false],
    ['a=', false],
    ['é', false],
  ])('%j is a token: %s (RFC 9110 §5.6.2)', (text, is) => {
    expect(isToken(text)).toBe(is)
  })

  it.each([
    ['abc', true],
    ['abc==', true],
    ['a/b+c-._~', true],
    ['', false],
    ['=', false],
    ['a=b', false],
    ['a b', false],
    ['a!', false],
  ])('%j is a token68: %s (RFC 9110 §11.2)', (text, is) => {
    expect(isToken68(text)).toBe(is)
  })
})

describe('quoting', { timeout: 30_000 }, () => {
  it.each([
    ['', '""'],
    ['a b', '"a b"'],
    ['a"b', '"a\\"b"'],
    ['a\\b', '"a\\\\b"'],
    ['é', '"é"'],
  ])('%j gives %j, with no more escapes than it needs (RFC 9110 §5.6.4)', (text, quoted) => {
    expect(quote(text)).toBe(quoted)
  })

  it('is undone by reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unescaped(quote(text).slice(1, -1))).toBe(text)
      }),
    )
  })
})
