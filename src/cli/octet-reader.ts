/** Takes a stream of octets apart, however it was split on the way: by line ends, or by number. */

export interface OctetReader {
  /** Whether there is anything more, waiting for it if need be. */
  any(): Promise<boolean>
  /** The next octet, without taking it; undefined at the end. */
  peek(): Promise<number | undefined>
  /** All up to the next LF, which comes along; undefined where the stream ends before, or where `most` octets hold none. */
  line(most: number): Promise<Buffer | undefined>
  /** So many octets; undefined where the stream ends before. */
  exactly(count: number): Promise<Buffer | undefined>
  /** How many have arrived and not been taken. */
  waiting(): number
}

const LF = 0x0a
const SMALL = 1024

export function octetReader(chunks: AsyncIterator<Uint8Array>): OctetReader {
  let held = Buffer.alloc(SMALL)
  let [start, end] = [0, 0]

  /** Room grows by doubling, so that a stream of single octets takes linear time. */
  function append(chunk: Uint8Array): void {
    if (end + chunk.length > held.length) {
      const needed = end - start + chunk.length
      const roomier = needed * 2 > held.length ? Buffer.alloc(Math.max(needed * 2, SMALL)) : held
      held.copy(roomier, 0, start, end)
      held = roomier
      end -= start
      start = 0
    }
    held.set(chunk, end)
    end += chunk.length
  }

  async function more(): Promise<boolean> {
    const { done, value } = await chunks.next()
    if (done) return false
    append(value)
    return true
  }

  function take(count: number): Buffer {
    const taken = Buffer.from(held.subarray(start, start + count))
    start += count
    if (start === end) [start, end] = [0, 0]
    return taken
  }

  const any = async () => {
    while (start === end) if (!(await more())) return false
    return true
  }

  return {
    any,
    peek: async () => ((await any()) ? held[start] : undefined),
    async line(most) {
      for (let seen = 0; ; ) {
        const at = held.subarray(start, end).indexOf(LF, seen)
        if (at >= 0 && at < most) return take(at + 1)
        seen = end - start
        if (seen >= most || !(await more())) return undefined
      }
    },
    async exactly(count) {
      while (end - start < count) if (!(await more())) return undefined
      return take(count)
    },
    waiting: () => end - start,
  }
}
