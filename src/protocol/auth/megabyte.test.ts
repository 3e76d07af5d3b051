/** A megabyte of marks is read in a moment: of the processor's time, which other programs don't take. */

import { describe, expect, it } from 'vitest'
import { parseChallenges } from './parse-challenges.ts'
import { parseCredentials } from './parse-credentials.ts'
import { parseParams } from './parse-params.ts'
import { tokenOf } from './testing/shown.ts'

const LENGTH = 1_000_000
/** Milliseconds. It takes 10 to 70 on a machine that has nothing else to do; a square of it would take minutes. */
const MOST = 500
/** The first ones are slow everywhere, and a collector of garbage may come in between. */
const TRIES = 10

/** What a try took; the first that is fast enough, or the fastest. */
function quickest(work: () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < TRIES && least >= MOST; attempt += 1) {
    const { user } = process.cpuUsage()
    work()
    least = Math.min(least, (process.cpuUsage().user - user) / 1000)
  }
  return least
}

const openings = ['', 'Digest ', 'Digest realm="', 'Digest realm=', 'Digest realm="r", ']

describe.each([
  ['challenges', parseChallenges],
  ['credentials', parseCredentials],
  ['parameters', parseParams],
] as const)('a megabyte as %s', { timeout: 60_000 }, (_, parse) => {
  it.each([',', '"', '\\', '\\"', '"\\'])('of %j is read in a moment', (unit) => {
    for (const opening of openings) {
      const value = tokenOf(opening + unit.repeat(LENGTH / unit.length))
      expect(
        quickest(() => parse(value)),
        opening,
      ).toBeLessThan(MOST)
    }
  })
})
