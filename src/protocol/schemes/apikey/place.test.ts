/** The doors of this scheme in the simulated world. */

import { describe, expect, it } from 'vitest'
import { enter } from '../../../content/world/place.ts'
import place from '../../../content/world/places/api.example.com/search.ts'
import { worldAt } from '../../../content/world/world.ts'
import { opening, play, type State } from '../../../session/play.ts'
import { fieldsNamed } from '../../http/field.ts'

const start = { world: enter(worldAt('2026-03-02T09:00:00Z'), place), draft: '', goals: [] }
const OFFERS = ['Basic realm="security" charset="UTF-8"', 'Bearer realm="security"', 'ApiKey']

/** Knocks, answers, waits; the status in the end. */
async function visit(path: string, offer: number, secret: string, seconds = 0) {
  const text = `GET ${path} HTTP/1.1\nHost: api.example.com\n\n`
  let state: State = opening(start)
  for (const [nth, move] of [
    { kind: 'write', text } as const,
    { kind: 'send' } as const,
    { kind: 'answer', offer, secret } as const,
    { kind: 'wait', seconds } as const,
    { kind: 'send' } as const,
  ].entries())
    state = await play(start, state, move, nth + 1)
  const [knocked, answered] = state.sent.map(({ exchange }) => exchange.response)
  expect(knocked && fieldsNamed(knocked, 'WWW-Authenticate').map(({ value }) => value.text)).toEqual(OFFERS)
  return answered?.line.code
}

describe('the doors', () => {
  it.each([
    ['/search', 2, 'aladdin/search-key', 0, 200],
    ['/search', 2, 'aladdin/search-key-short', 299, 200],
    ['/search', 2, 'aladdin/search-key-short', 300, 401],
    ['/search', 0, 'aladdin/password', 0, 200],
    ['/search', 1, 'aladdin/token', 0, 200],
    ['/search/keys', 2, 'mufasa/search-key', 0, 403],
    ['/search/keys', 2, 'ada/search-key', 0, 200],
  ])('%s, offer %i, as %s after %i s: %i', async (path, offer, secret, seconds, status) =>
    expect(await visit(path, offer, secret, seconds)).toBe(status),
  )
})
