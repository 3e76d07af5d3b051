/** MD4 (RFC 1320): broken long ago, and still what Windows makes of a password. Only NTLM has it here. */

const ROUNDS: readonly {
  readonly add: number
  readonly shifts: readonly number[]
  readonly order: readonly number[]
  mix(x: number, y: number, z: number): number
}[] = [
  {
    add: 0,
    shifts: [3, 7, 11, 19],
    order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    mix: (x, y, z) => (x & y) | (~x & z),
  },
  {
    add: 0x5a827999,
    shifts: [3, 5, 9, 13],
    order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
    mix: (x, y, z) => (x & y) | (x & z) | (y & z),
  },
  {
    add: 0x6ed9eba1,
    shifts: [3, 9, 11, 15],
    order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
    mix: (x, y, z) => x ^ y ^ z,
  },
]

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

type State = readonly [number, number, number, number]

/** One block of 64 octets (RFC 1320 §3.4). */
function mixed(before: State, words: DataView): State {
  let [a, b, c, d] = before
  for (const { add, shifts, order, mix } of ROUNDS)
    for (const [step, index] of order.entries()) {
      const sum = (a + mix(b, c, d) + words.getUint32(index * 4, true) + add) | 0
      ;[a, b, c, d] = [d, rotated(sum, shifts[step % 4] ?? 0), b, c]
    }
  const [e, f, g, h] = before
  return [(a + e) | 0, (b + f) | 0, (c + g) | 0, (d + h) | 0]
}

export function md4(message: Uint8Array): Uint8Array {
  // One bit that is set, zeros, and the length in bits (RFC 1320 §3.1 and §3.2).
  const padded = new Uint8Array(((message.length + 8) >> 6) * 64 + 64)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n, true)
  let state: State = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476]
  for (let at = 0; at < padded.length; at += 64) state = mixed(state, new DataView(padded.buffer, at, 64))
  const digest = new DataView(new ArrayBuffer(16))
  for (const [index, word] of state.entries()) digest.setInt32(index * 4, word, true)
  return new Uint8Array(digest.buffer)
}
