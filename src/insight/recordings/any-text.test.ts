/** Whatever is pasted: nothing throws, every place lies in the text, and time grows as the text does. */

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../../protocol/http/testing/near-message.ts'
import { masked, secretsIn } from '../mask.ts'
import { readRecording } from './read-recording.ts'
import { touched } from './testing/touched.ts'

const FIXTURES = new URL('./fixtures/', import.meta.url)
const fixtures = readdirSync(FIXTURES).map((name) => readFileSync(new URL(name, FIXTURES), 'utf8'))

const samples = [
  ...fixtures,
  '{"log":{"entries":[{"request":{"url":"http://a/","headers":[{"name":"a","value":"b"}]},"response":{"status":401,"headers":[]}}]}}',
  'curl ^"https://a.example/^" ^\r\n -H ^"a: b^"',
  "curl 'https://a' -H 'b: c' --data-raw $'x\\u0021'",
  'await fetch("https://a/", { headers: new Headers({ "a": `b` }), body: JSON.stringify({ c: [1] }) })',
  ':method: GET\n:authority: a\ncookie: b=c',
  '10:00:00 >> "GET / HTTP/1.1[\\r][\\n]"\n10:00:00 >> "A: b[\\r][\\n]"\n',
]

const mutated = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 4 }),
    fc.nat(),
  )
  .map(([sample, edits, cut]) => {
    const text = edits.reduce((all, [at, length, insert]) => {
      const start = at % (all.length + 1)
      return all.slice(0, start) + insert + all.slice(start + length)
    }, sample)
    return cut % 3 === 0 ? text.slice(0, cut % (text.length + 1)) : text
  })

describe('any text', () => {
  it('is a recording whose places are in the text', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, mutated, anyText, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { exchanges, problems } = readRecording(text)
        for (const { span } of problems) expect(span.start <= span.end && span.end <= text.length).toBe(true)
        for (const each of exchanges) {
          expect(each.span.start <= each.span.end && each.span.end <= text.length).toBe(true)
          expect(each.request ?? each.response).toBeDefined()
          for (const [message, pieces] of [
            [each.request, each.pieces.request],
            [each.response, each.pieces.response],
          ] as const) {
            for (const { at, from, length } of pieces ?? []) {
              expect(message?.source.slice(at, at + length)).toBe(text.slice(from, from + length))
            }
            if (message) expect(masked(message.source, secretsIn(message))).toHaveLength(message.source.length)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

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
  it.each(units)(
    'grows as the text does, for many %j',
    (unit) => {
      for (const opening of openings) {
        const hostile = (length: number) => opening + unit.repeat(length / unit.length)
        // Below the floor the clock decides: what is quadratic is far above it.
        if (cost(hostile(15_000)) < 60) continue
        const best = (length: number) => Math.min(...[1, 2, 3].map(() => cost(hostile(length))))
        // Twice as long: linear takes twice the time, quadratic four times.
        expect(best(120_000), opening).toBeLessThan(Math.max(150, best(60_000) * 3))
      }
    },
    120_000,
  )
})
