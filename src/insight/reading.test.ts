/** Messages with authentication in them, cut off and spoilt: reading never throws, and every place is one in the message. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import challenges from '../protocol/auth/cases/challenges.json' with { type: 'json' }
import type { AuthElement, AuthParam } from '../protocol/auth/challenge.ts'
import { challengesField, credentialsField, paramsField, spoilt } from '../protocol/auth/testing/near-grammatical.ts'
import { parseMessage } from '../protocol/http/parse.ts'
import { print } from '../protocol/http/print.ts'
import { covers, type Span, type Token } from '../protocol/text/span.ts'
import { type FieldReading, read } from './reading.ts'

const RUNS = 400

const line = (name: string, value: fc.Arbitrary<string>) => value.map((text) => `${name}: ${text}\r\n`)
const known = fc.constantFrom(...challenges.flatMap(({ values }) => values))
const fields = fc.oneof(
  line('WWW-Authenticate', fc.oneof(known, challengesField)),
  line('Proxy-Authenticate', fc.oneof(known, challengesField)),
  line('Authorization', credentialsField),
  line('Authentication-Info', paramsField),
  line('Server', fc.constant('x')),
)
const message = fc
  .tuple(
    fc.constantFrom('HTTP/1.1 401 Unauthorized\r\n', 'GET / HTTP/1.1\r\n'),
    fc.array(fields, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\r\n', '\r\nbody', ''),
  )
  .map(([start, lines, end]) => start + lines.join('') + end)

const cut = fc.tuple(message, fc.nat(400)).map(([text, at]) => text.slice(0, at % (text.length + 1)))
const spoiltMessage = spoilt(message, 6)

/** Each token with the place where it has to stand. */
const tokensOf = ({ name, raw }: AuthParam): readonly Token[] => [name, raw]

function elementTokens({ scheme, payload }: AuthElement): readonly Token[] {
  if (payload.kind === 'token68') return [scheme, payload.token68]
  return payload.kind === 'params' ? [scheme, ...payload.params.flatMap(tokensOf)] : [scheme]
}

const elementsOf = ({ challenges, credentials }: FieldReading) => [...challenges, ...(credentials ? [credentials] : [])]
const paramsOf = ({ payload }: AuthElement) => (payload.kind === 'params' ? payload.params : [])

const inOrder = (spans: readonly Span[]) =>
  spans.every(({ start }, at) => at === 0 || (spans[at - 1]?.end ?? 0) <= start)

describe('reading what is cut off or spoilt', { timeout: 30_000 }, () => {
  it.each([
    ['whole', message],
    ['cut off', cut],
    ['spoilt', spoiltMessage],
  ] as const)('%s: prints as it was, and every place is inside', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseMessage(text)
        expect(print(parsed)).toBe(text)
        for (const each of read(parsed).fields) {
          const { span: value } = each.field.value
          const elements = elementsOf(each)
          for (const token of [...elements.flatMap(elementTokens), ...each.info.flatMap(tokensOf)]) {
            expect(text.slice(token.span.start, token.span.end)).toBe(token.text)
            expect(covers(value, token.span)).toBe(true)
          }
          for (const { span } of each.faults) expect(covers(value, span) && span.start <= span.end).toBe(true)
          for (const { span, ...element } of elements) {
            expect(covers(value, span)).toBe(true)
            expect(paramsOf({ span, ...element }).every((param) => covers(span, param.span))).toBe(true)
          }
          expect(inOrder(elements.map(({ span }) => span))).toBe(true)
          expect(inOrder([...elements.flatMap(paramsOf), ...each.info].map(({ span }) => span))).toBe(true)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('of every known case, cut off at each place', () => {
    for (const { header, values } of challenges) {
      const text = `HTTP/1.1 401 X\r\n${values.map((value) => `${header}: ${value}\r\n`).join('')}\r\n`
      for (let at = 0; at <= text.length; at += 3) {
        const parsed = parseMessage(text.slice(0, at))
        expect(print(parsed)).toBe(text.slice(0, at))
        for (const { span } of read(parsed).faults) expect(span.end).toBeLessThanOrEqual(at)
      }
    }
  })
})
