/** Whatever is pasted, reading it takes no more than its time. */

import { describe, expect, it } from 'vitest'
import { touched } from './testing/touched.ts'

const units = [
  ...[
    '\n',
    '\r',
    ' ',
    '\t',
    '"',
    "'",
    '\\',
    '{',
    '[',
    '(',
    '^',
    '$',
    '`',
    ':',
    'a',
    'é',
    '> ',
    '< ',
    '* ',
    '/',
    '{"log":',
    ',',
  ],
  ...[
    'HTTP/1.1 200\n',
    'HTTP/1.1 200\n\n',
    'HTTP/1.1 200\nContent-Length: 99999\n\n',
    'HTTP/1.1 200\nContent-Length: 4000\n\né',
    'GET / HTTP/1.1\n',
  ],
  ...['> GET / HTTP/1.1\n', '< HTTP/1.1 200\n< \nx\n', '=> Send header\n0000: GET / HTTP/1.1\n0010: \n', '0000: a\n'],
  ...[
    'a: b\n',
    'a: b\n\n',
    ' ; curl ',
    'curl a\n',
    "curl 'a' ;\n",
    'fetch("',
    'fetch("a"+b ',
    'fetch(`',
    '{"a":',
    '[1,',
    '{"request":{}},',
    '/*',
    '//',
    'x=1;\n',
  ],
  ...[
    'eyJ',
    'eyJ.',
    '.',
    '=',
    'a=b, ',
    '10:00:00 >> "GET / HTTP/1.1\n',
    '10:00:00 GET / HTTP/1.1\n10:00:00 a: b\n',
    'HTTP/',
    ' HTTP/1.1',
    '"code":"',
    '&code=',
    '//a:',
    '<code>',
  ],
]
const openings = [
  '',
  'HTTP/1.1 200 OK\n\n',
  '< HTTP/1.1 200\n< \n',
  '<= Recv header\n0000: HTTP/1.1 200\n0000: \n',
  '{"log":{"entries":[',
  'curl ',
  'fetch("https://a/", ',
  'GET / HTTP/1.1\nAuthorization: ',
  'a: ',
]

/** Milliseconds of the processor. */
function cost(text: string): number {
  const before = process.cpuUsage()
  touched(text)
  return process.cpuUsage(before).user / 1000
}

describe('time', () => {
  it.each(units.map((unit, nth) => [unit, nth] as const))(
    'grows as the text does, for many %j',
    (unit, nth) => {
      // Each behind a third of the openings, so that all come by in turn.
      for (const opening of openings.filter((_, each) => each % 3 === nth % 3)) {
        const hostile = (length: number) => opening + unit.repeat(length / unit.length)
        // Below the floor the clock decides: what is quadratic is far above it.
        if (cost(hostile(15_000)) < 40) continue
        const best = (length: number) => Math.min(...[1, 2].map(() => cost(hostile(length))))
        // Four times as long: linear takes four times the time, quadratic sixteen.
        expect(best(60_000), opening).toBeLessThan(Math.max(400, best(15_000) * 10))
      }
    },
    120_000,
  )
})
