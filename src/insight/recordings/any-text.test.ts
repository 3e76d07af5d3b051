/** Whatever is pasted: nothing throws, and every place lies in the text. */

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../../protocol/http/testing/near-message.ts'
import { masked, secretsIn } from '../mask.ts'
import { readRecording } from './read-recording.ts'

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
