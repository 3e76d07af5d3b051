import { describe, expect, it } from 'vitest'
import { enterFor } from '../content/world/places/index.ts'
import { worldAt } from '../content/world/world.ts'
import { parseRequest } from '../protocol/http/parse.ts'
import { holdersFor, offersFor } from './offers.ts'
import { opening, play, type State } from './play.ts'

const get = (url: string) => {
  const { host, pathname } = new URL(url)
  return `GET ${pathname} HTTP/1.1\nHost: ${host}\n\n`
}

/** Sends these one after the other, and then writes the last. */
async function visited(...urls: readonly string[]): Promise<State> {
  const start = { world: worldAt('2026-03-02T09:00:00Z'), draft: get(urls[0] ?? ''), goals: [] }
  let state = opening(start)
  let move = 1
  for (const url of urls.slice(0, -1)) {
    state = await play(start, state, { kind: 'write', text: get(url) }, move++)
    state = await play(start, state, { kind: 'send' }, move++)
  }
  return play(start, state, { kind: 'write', text: get(urls.at(-1) ?? '') }, move)
}

const namesOf = (state: State) =>
  offersFor(state).map(({ scheme, unasked }) => `${scheme.text}${unasked ? ' unasked' : ''}`)

describe('offers', () => {
  it('are none before anybody asked', async () => {
    expect(namesOf(await visited('https://api.example.com/front-desk'))).toEqual([])
  })

  it('are those of the newest answer from there, and of the host where the place itself was not asked yet', async () => {
    const [report, desk] = ['https://api.example.com/files/report', 'https://api.example.com/front-desk']
    expect(namesOf(await visited(report, desk, desk))).toEqual(['Digest', 'Digest', 'Bearer', 'Basic'])
    expect(namesOf(await visited(report, desk, report))).toEqual(['Digest', 'Digest'])
    expect(namesOf(await visited(desk, report))).toEqual(['Digest', 'Digest', 'Bearer', 'Basic'])
  })

  it('are unasked where a place never asks, whatever others on the host asked for', async () => {
    const door = 'https://api.example.com/concealed'
    expect(namesOf(await visited('https://api.example.com/front-desk', door, door))).toEqual(['Concealed unasked'])
    const state = await visited(door, door)
    const [offer] = offersFor(state)
    expect(offer && holdersFor(state.world, offer).map(({ user }) => user.id)).toContain('aladdin')
  })

  it('tell the proxy’s from the server’s', async () => {
    const world = await enterFor(
      worldAt('2026-03-02T09:00:00Z'),
      parseRequest('GET http://api.example.com/front-desk HTTP/1.1\nHost: api.example.com\n\n'),
    )
    const draft = 'GET http://api.example.com/front-desk HTTP/1.1\nHost: api.example.com\n\n'
    const start = { world, draft, goals: [] }
    const asked = await play(start, opening(start), { kind: 'send' }, 1)
    expect(offersFor(asked).map(({ proxy }) => proxy)).not.toContain(undefined)
    const answered = await play(start, asked, { kind: 'answer', offer: 0, secret: 'mufasa/password' }, 2)
    expect(answered.draft).toMatch(/^Proxy-Authorization: Digest /m)
    expect(answered.draft).not.toMatch(/^Authorization:/m)
    const passed = await play(start, answered, { kind: 'send' }, 3)
    expect(passed.sent.at(-1)?.exchange.response.line.code).toBe(401)
    expect(passed.sent.at(-1)?.exchange.hops?.map(({ role }) => role)).toEqual(['proxy', 'origin'])
    expect(passed.sent.at(-1)?.exchange.hops?.[1]?.request.source).not.toContain('Proxy-Authorization')
    expect(offersFor(passed).map(({ proxy }) => proxy)).not.toContain(true)
  })
})
