/** Time that stands still and chance that repeats itself: the environment of one move. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Env } from '../auth/scheme.ts'
import { octetsOf } from '../text/octets.ts'
import type { World } from './world.ts'

/** The same seed and move number give the same octets, so that a shared session replays to the same bytes. */
export function chance(world: World, move: number): Env {
  let drawn = 0
  return {
    now: () => world.clock,
    random(n) {
      const octets = new Uint8Array(n)
      for (let filled = 0; filled < n; filled += 32)
        octets.set(sha256(octetsOf(`${world.seed}/${move}/${drawn++}`)).subarray(0, n - filled), filled)
      return octets
    },
  }
}
