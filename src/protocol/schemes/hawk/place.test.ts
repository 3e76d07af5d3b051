/** The doors of this scheme in the simulated world. */

import { describe, expect, it } from 'vitest'
import { enter } from '../../../content/world/place.ts'
import place from '../../../content/world/places/api.example.com/hawk.ts'
import { worldAt } from '../../../content/world/world.ts'
import { secretNamed } from '../../../session/offers.ts'
import { opening, play, type State } from '../../../session/play.ts'
import hawk from './scheme.ts'

const start = { world: enter(worldAt('2026-03-02T09:00:00Z'), place), draft: '', goals: [] }
const get = (path: string) => `GET ${path} HTTP/1.1\nHost: api.example.com\n\n`
const LETTER = 'POST /hawk/letters HTTP/1.1\nHost: api.example.com\nContent-Type: text/plain\n\nDear Ada'

async function visit(text: string, secret: string, edit = (draft: string) => draft) {
  let state: State = opening(start)
  for (const [nth, move] of [
    { kind: 'write', text } as const,
    { kind: 'send' } as const,
    { kind: 'answer', offer: 0, secret } as const,
  ].entries())
    state = await play(start, state, move, nth + 1)
  state = await play(start, state, { kind: 'write', text: edit(state.draft) }, 4)
  return (await play(start, state, { kind: 'send' }, 5)).sent.at(-1)?.exchange ?? expect.fail()
}

describe('the doors', () => {
  it.each([
    [get('/hawk'), 'aladdin/hawk', 200],
    [get('/hawk'), 'mufasa/hawk-slow-clock', 401],
    [get('/hawk'), 'scar/hawk', 403],
    [get('/hawk/mews'), 'mufasa/hawk', 403],
    [get('/hawk/mews'), 'ada/hawk-with-note', 200],
    [LETTER, 'aladdin/hawk', 200],
  ])('%s as %s: %i, and the server’s proof is right', async (text, secret, status) => {
    const exchange = await visit(text, secret)
    expect(exchange.response.line.code).toBe(status)
    const held = secretNamed(start.world, secret) ?? expect.fail()
    const { steps = [] } = (await hawk.confirm?.(held, exchange, [])) ?? {}
    expect(steps.length).toBeGreaterThan(0)
    expect(steps.filter(({ result }) => result === 'fail')).toEqual([])
  })

  it('take no letter that was changed on the way', async () => {
    const { response } = await visit(LETTER, 'aladdin/hawk', (draft) => draft.replace('Ada', 'Eve'))
    expect([response.line.code, response.source]).toEqual([401, expect.stringContaining('Bad payload hash')])
  })
})
