import { describe, expect, it } from 'vitest'
import { SHA_1 } from '../scram-sha-256/mechanism.ts'
import sha256 from '../scram-sha-256/scheme.ts'
import { clockAt, confirmed, login, meet, messageIn, send, spaceOf, step, user } from '../scram-sha-256/testing/play.ts'
import scram from './scheme.ts'

const meetOld = () => meet(spaceOf({}, user, SHA_1), clockAt(0), SHA_1)

describe('SCRAM-SHA-1', () => {
  it('logs in, asks under its own name, and is the weaker one', async () => {
    const played = await login(meetOld())
    expect(played.outcome).toBe('granted')
    expect(played.judgement.steps.map(({ check }) => check.split('.')[0])).toContain('scram-sha-1')
    expect(await confirmed(played)).toEqual(['server-sid pass', 'server-proof pass'])
    expect((await step(played.table)).outcome).toBe('granted')
    expect(scram.strength).toBeLessThan(sha256.strength)
  })

  it('proves with 20 octets', async () => {
    const { table, pair } = await login(meetOld())
    expect(messageIn(pair.request.fields.find(({ name }) => name.text === 'Authorization')?.value.text ?? '')).toMatch(
      /,p=[A-Za-z0-9+/]{27}=$/,
    )
    expect(table.offer).toMatch(/^SCRAM-SHA-1 /)
  })

  it('doesn’t take the keys of the other hash for its own', async () => {
    const table = { ...meetOld(), space: spaceOf() }
    expect((await login(table)).outcome).toBe('proof wrong')
  })

  it('refuses a wrong password, and a replay', async () => {
    expect((await login(meetOld(), { ...user, password: 'pen' })).outcome).toBe('proof wrong')
    const played = await login(meetOld())
    const sent = played.pair.request.fields.find(({ name }) => name.text === 'Authorization')?.value.text ?? ''
    expect((await send(played.table, sent)).outcome).toBe('replay replay')
  })
})
