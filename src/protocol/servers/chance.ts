/** Time that stands still and chance that repeats itself: the environment of one move. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Connection, Env } from '../auth/scheme.ts'
import { fromBase64, hex, octetsOf } from '../text/octets.ts'
import type { World } from './world.ts'

/** The same seed and move number give the same octets, so that a shared session replays to the same bytes. */
export function chance(world: World, move: number): Env {
  let drawn = 0
  return {
    now: () => world.clock,
    random: (n) => stretched(n, () => `${world.seed}/${move}/${drawn++}`),
    connection: connectionOf(world),
  }
}

/** Modelled: both ends derive their keying material from the seed, as a real handshake would from its secrets. */
function connectionOf({ seed, connection: { number, certificate }, users }: World): Connection {
  const holder = users.flatMap(({ secrets }) => secrets).find(({ id }) => id === certificate)
  return {
    id: String(number),
    certificate: holder?.certificate === undefined ? undefined : fromBase64(holder.certificate),
    exporter(label, context, n) {
      let part = 0
      return stretched(n, () => `${seed}/connection ${number}/${label}/${hex(context)}/${part++}`)
    },
  }
}

function stretched(n: number, seed: () => string): Uint8Array {
  const octets = new Uint8Array(n)
  for (let filled = 0; filled < n; filled += 32) octets.set(sha256(octetsOf(seed())).subarray(0, n - filled), filled)
  return octets
}
