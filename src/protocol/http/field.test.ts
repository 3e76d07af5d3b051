import { describe, expect, it } from 'vitest'
import { fieldsNamed, unfold } from './field.ts'
import { parseRequest } from './parse.ts'

describe('fields are found by name', () => {
  it('whatever its case, in wire order (RFC 9110 §5.1)', () => {
    const request = parseRequest('GET / HTTP/1.1\nA: 1\nB: 2\na: 3\n\n')
    expect(fieldsNamed(request, 'a').map((field) => field.value.text)).toEqual(['1', '3'])
    expect(fieldsNamed(request, 'c')).toEqual([])
  })
})

describe('unfolding', () => {
  it.each([
    ['a\r\n b', 'a   b'],
    ['a \t\n\t b', 'a     b'],
    ['a\n \n b', 'a    b'],
    ['a\n b\r\n\tc', 'a  b   c'],
    ['a\tb', 'a\tb'],
    ['a\nb', 'a\nb'],
    ['a\r b', 'a\r b'],
    ['a\n\n b', 'a\n\n b'],
    ['', ''],
  ])('%j keeps every position (RFC 9112 §5.2)', (value, wanted) => {
    expect(unfold(value)).toBe(wanted)
    expect(unfold(value)).toHaveLength(value.length)
  })
})
