/** Chance that repeats itself, for tests that play long sequences: the same seed throws the same dice. */

export interface Dice {
  /** A whole number from 0 up to, and without, `n`. */
  below(n: number): number
  /** True so often, from 0 to 1. */
  luck(share: number): boolean
  /** One of these; there must be one. */
  pick<T>(from: readonly T[]): T
}

/** Mulberry32: small, fast, and even enough. */
export function diceOf(seed: number): Dice {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    luck: (share) => next() < share,
    pick(from) {
      const [found] = from.slice(below(from.length))
      if (found === undefined) throw new Error('There is nothing to pick from')
      return found
    },
  }
}
