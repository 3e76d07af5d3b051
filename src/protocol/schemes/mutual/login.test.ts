import { describe, expect, it } from 'vitest'
import mutual from './scheme.ts'
import { alice, challengeOf, confirmed, edited, login, meet, spaceOf, step } from './testing/play.ts'

describe('a login', () => {
  it('shows the same secret on both sides, and never the password', async () => {
    const first = await step(meet())
    const { fields, workings } = await mutual.answer({
      offer: challengeOf(first.table.offer),
      secret: alice,
      request: first.pair.request,
      earlier: first.table.earlier,
      env: first.table.env,
    })
    const last = await step(first.table)
    const servers = last.judgement.steps.flatMap((each) => each.workings)
    const outputs = (name: string) =>
      [...workings, ...servers].filter((each) => each.name === name).map(({ output }) => output)
    expect(workings.map(({ name }) => name)).toEqual(['pi', 't_1', 't_2', 'z', 'vh', 'vkc'])
    for (const name of ['z', 'vh', 'vkc']) expect([new Set(outputs(name)).size, outputs(name).length]).toEqual([1, 2])
    expect(JSON.stringify(fields)).not.toContain('horse')
    expect(JSON.stringify(first.table.space.memory)).not.toContain('horse')
    const open = [...workings, ...servers].flatMap(({ input }) => input.filter(({ secret }) => !secret))
    expect(JSON.stringify(open)).not.toContain('horse')
  })

  it.each([
    ['Jürgen', 'Käsebrötchen', 'Ju\u0308rgen', 'Ka\u0308sebro\u0308tchen'],
    ['a "100%"\\', '🦁\u00a0y', 'a "100%"\\', '🦁 y'],
  ])('knows %s and %s in any writing', async (username, password, name, typed) => {
    const server = spaceOf({}, { ...alice, username, password })
    const played = await login(meet(server), { ...alice, username: name, password: typed })
    expect(played.outcome).toBe('granted')
    expect(await confirmed(played, { ...alice, username, password })).toEqual(['server-sid pass', 'server-proof pass'])
  })

  it('is good without a scope, too', async () => {
    const table = meet(spaceOf({ authScope: '' }))
    const first = await step({ ...table, offer: edited(table.offer, ', auth-scope=""', '') })
    const bare = { ...first.table, offer: edited(first.table.offer, ', auth-scope=""', '') }
    expect((await step(bare)).outcome).toBe('granted')
  })
})
