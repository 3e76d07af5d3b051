/** Whatever is sent, reading it takes time in proportion to its length: steps are counted, so the machine doesn't matter. */

import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { parseMessage } from '../http/parse.ts'
import { parseChallenges } from './parse-challenges.ts'
import { parseCredentials } from './parse-credentials.ts'
import { parseParams } from './parse-params.ts'
import { soup } from './testing/near-grammatical.ts'
import { tokenOf } from './testing/shown.ts'

const count = vi.hoisted(() => ({ steps: 0 }))

// Every reader moves by `run`, `runIn` and `runBack` alone: how far they went, and one for each call, is the work.
vi.mock('../text/cursor.ts', async (original) => {
  const cursor = await original<typeof import('../text/cursor.ts')>()
  const counted = (from: number, to: number) => {
    count.steps += Math.abs(to - from) + 1
    return to
  }
  const run: typeof cursor.run = (text, at, is) => counted(at, cursor.run(text, at, is))
  const runBack: typeof cursor.runBack = (text, at, from, is) => counted(at, cursor.runBack(text, at, from, is))
  const runIn: typeof cursor.runIn = (text, at, table) => counted(at, cursor.runIn(text, at, table))
  return { ...cursor, run, runBack, runIn }
})

const readers = [
  ['challenges', (text: string) => parseChallenges(tokenOf(text))],
  ['credentials', (text: string) => parseCredentials(tokenOf(text))],
  ['parameters', (text: string) => parseParams(tokenOf(text))],
  ['messages', (text: string) => parseMessage(text)],
] as const

const units = [',', '"', '\\', 'a=', 'a', ' ', '=', "'", ';', 'a ', 'a b,', '"a"', 'a=b ', "x='a ", 'a;', '\0', '\0 ']
const more = ["a='b,", '\r\n ', '\\"', 'A a=,', 'a="', 'a=;', '(', 'A b=c,', 'x="y",', 'A: b\n', ':', '\r', ' \n', '\t']
const openings = ['', 'X ', 'X a="', "X a='", 'X a=b,', 'GET / HTTP/1.1\n', 'GET ', 'HTTP/1.1 ']

/** More than any reader takes for one character: each looks at most a few times at it. */
const LIMIT = 24

function stepsFor(read: (text: string) => unknown, text: string): number {
  count.steps = 0
  read(text)
  return count.steps
}

describe.each(readers)('reading %s', { timeout: 30_000 }, (_, read) => {
  it.each([...units, ...more])('takes steps in proportion to their number for %j, over and over', (unit) => {
    for (const opening of openings) {
      const text = opening + unit.repeat(800)
      const steps = stepsFor(read, text)
      expect(steps).toBeGreaterThan(0)
      expect(steps).toBeLessThan(LIMIT * text.length)
    }
  })

  it('takes steps in proportion to their number for anything, over and over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...openings), soup, (opening, unit) => {
        const text = opening + unit.repeat(200)
        expect(stepsFor(read, text)).toBeLessThan(LIMIT * (text.length + 1))
      }),
      { numRuns: 200 },
    )
  })
})

it('a megabyte is read in a moment, whatever it is made of', { timeout: 60_000 }, () => {
  const start = performance.now()
  for (const unit of [',', '"', '\\', 'a=']) {
    for (const [, read] of readers) read(unit.repeat(1_000_000 / unit.length))
  }
  expect(performance.now() - start).toBeLessThan(30_000)
})
