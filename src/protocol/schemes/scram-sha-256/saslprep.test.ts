import { describe, expect, it } from 'vitest'
import scram from './scheme.ts'
import { login, meet, spaceOf, user } from './testing/play.ts'

describe('names and passwords', () => {
  it.each([
    ['I\u00adX', 'IX', 'the soft hyphen is left out'],
    ['\u00aa', 'a', 'compatibility forms are resolved'],
    ['\u2168', 'IX', 'compatibility forms are resolved'],
    ['a\u00a0b', 'a b', 'spaces are one'],
  ])('takes %j for %j: %s (RFC 4013 §3)', async (typed, stored) => {
    const server = spaceOf({}, { ...user, password: stored, username: stored })
    expect((await login(meet(server), { ...user, password: typed, username: typed })).outcome).toBe('granted')
  })

  it.each(['', '\u0007', '\u00ad', '\ue000', '\ud800'])('can’t be sent with the password %j', (password) => {
    expect(scram.unsendable?.({ ...user, password })).toBe('unprepared')
    expect(scram.unsendable?.(user)).toBeUndefined()
    expect(spaceOf({}, { ...user, password }).settings.accounts).toEqual([])
  })

  it('leaves nothing in the server’s settings that logs anybody in', () => {
    const [account] = spaceOf().settings.accounts
    expect(Object.keys(account ?? {})).toEqual(['user', 'username', 'salt', 'iterations', 'storedKey', 'serverKey'])
    expect(JSON.stringify(account)).not.toContain('pencil')
  })
})
