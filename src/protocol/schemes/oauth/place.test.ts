/** The doors of this scheme in the simulated world; the way to a token is tested with its service. */

import { describe, expect, it } from 'vitest'
import { enter } from '../../../content/world/place.ts'
import place from '../../../content/world/places/api.example.com/photos.ts'
import { worldAt } from '../../../content/world/world.ts'
import { opening, play, type State } from '../../../session/play.ts'

const start = { world: enter(worldAt('2026-03-02T09:00:00Z'), place), draft: '', goals: [] }
const get = (target: string) => `GET ${target} HTTP/1.1\nHost: api.example.com\n\n`
const FORM =
  'POST /photos HTTP/1.1\nHost: api.example.com\nContent-Type: application/x-www-form-urlencoded\n\nwish=two+palms'

async function visit(text: string, secret: string) {
  let state: State = opening(start)
  for (const [nth, move] of [
    { kind: 'write', text } as const,
    { kind: 'send' } as const,
    { kind: 'answer', offer: 0, secret } as const,
    { kind: 'send' } as const,
  ].entries())
    state = await play(start, state, move, nth + 1)
  const { response, decision } = state.sent.at(-1)?.exchange ?? expect.fail()
  const failed = decision.steps.find(({ result }) => result === 'fail')?.check
  return [response.line.code, failed].filter(Boolean).join(' ')
}

describe('the doors', () => {
  it.each([
    [get('/photos?size=original&file=vacation.jpg'), 'aladdin/photo-token', '200'],
    [FORM, 'aladdin/photo-token', '200'],
    [get('/photos/vacation'), 'aladdin/photo-token', '403 server.role'],
    [get('/photos/vacation'), 'ada/photo-token', '200'],
    [get('/photos/vacation?page=2'), 'ada/photo-token-rsa', '200'],
    [get('/photos'), 'scar/photo-token', '403 server.active'],
    [get('/photos'), 'scar/photo-token-plaintext', '400 oauth.method'],
    [get('/photos'), 'mufasa/photo-printer', '400 oauth.params'],
  ])('%s as %s: %s', async (text, secret, wanted) => expect(await visit(text, secret)).toBe(wanted))
})
