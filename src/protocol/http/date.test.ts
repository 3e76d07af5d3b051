import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDate, printDate } from './date.ts'

describe('dates', () => {
  it.each([
    [784111777000, 'Sun, 06 Nov 1994 08:49:37 GMT'],
    [0, 'Thu, 01 Jan 1970 00:00:00 GMT'],
    [951782400000, 'Tue, 29 Feb 2000 00:00:00 GMT'],
  ])('%i is %s (RFC 9110 §5.6.7)', (ms, text) => {
    expect(printDate(ms)).toBe(text)
    expect(parseDate(text)).toBe(ms)
  })

  it('are read back as printed, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2, 0), max: Date.UTC(9999, 11) }), (ms) => {
        expect(parseDate(printDate(ms))).toBe(Math.floor(ms / 1000) * 1000)
      }),
    )
  })

  it.each([
    'Mon, 06 Nov 1994 08:49:37 GMT',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 UTC',
    'Sun, 06 Nov 1994 08:49:37 GMT ',
    'Sun, 06 Nov 1994 24:00:00 GMT',
    'Sun, 06 Nov 1994 08:60:00 GMT',
    'Thu, 31 Feb 2000 00:00:00 GMT',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    'sun, 06 nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    '',
  ])('%j is none', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })
})
