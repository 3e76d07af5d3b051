/** What the server remembers, and what it forgets again. */

import { describe, expect, it } from 'vitest'
import { bounded, EMPTY, withSeen } from './memory.ts'

describe('the memory of the authorization server', () => {
  it('knows an id as long as its bearer could be shown again, and no longer', () => {
    const first = withSeen(EMPTY, 'a', 100, 0)
    expect(withSeen(first, 'b', 300, 100).seen.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(withSeen(first, 'b', 300, 101).seen.map(({ id }) => id)).toEqual(['b'])
  })

  it('keeps the newest thousand of a kind, and is the same where there are no more', () => {
    const many = (count: number) => ({ ...EMPTY, revoked: Array.from({ length: count }, (_, nth) => `${nth}`) })
    const few = many(1000)
    expect(bounded(few)).toBe(few)
    const { revoked, ...rest } = bounded(many(1001))
    expect([revoked.length, revoked[0], revoked.at(-1)]).toEqual([1000, '1', '1000'])
    expect({ ...rest, revoked: [] }).toEqual(EMPTY)
  })
})
