import { describe, expect, it } from 'vitest'
import type { Move } from '../../../content/move.ts'
import { enter } from '../../../content/world/place.ts'
import intranet from '../../../content/world/places/api.example.com/intranet.ts'
import { worldAt } from '../../../content/world/world.ts'
import { opening, play } from '../../../session/play.ts'
import en from './en.ts'

const request = (path: string, more = '') => `GET ${path} HTTP/1.1\nHost: api.example.com\n${more}\n`
const start = { world: enter(worldAt('2026-03-02T09:00:00Z'), intranet), draft: request('/intranet/menu'), goals: [] }

async function playAll(moves: readonly Move[]) {
  let state = opening(start)
  for (const [at, move] of moves.entries()) state = await play(start, state, move, at + 1)
  const exchange = state.sent.at(-1)?.exchange
  if (!exchange) throw new Error('Nothing was sent')
  for (const { check, result, knew } of exchange.decision.steps.filter((each) =>
    each.check.startsWith('connections.'),
  )) {
    const name = check.replace('connections.', '')
    const words: Readonly<Record<string, string>> = en
    for (const key of [`check.${name}`, `${result}.${name}`]) {
      said.add(key)
      const slots = [...(words[key] ?? '{missing}').matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
      expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
    }
  }
  const challenges = exchange.response.fields.filter(({ name }) => name.text === 'WWW-Authenticate')
  return {
    status: exchange.response.line.code,
    challenges: challenges.map(({ value }) => value.text),
    failed: exchange.decision.verdict.failed,
    body: exchange.response.body.text,
  }
}

const said = new Set<string>()
const send: Move = { kind: 'send' }
const answer = (user = 'aladdin'): readonly Move[] => [{ kind: 'answer', offer: 0, secret: `${user}/password` }, send]
const login = (user?: string) => [send, ...answer(user), ...answer(user)]
const bare: Move = { kind: 'write', text: request('/intranet/menu') }

describe('a resource that asks whose the connection is', () => {
  it('offers the scheme to nobody’s', async () => {
    expect(await playAll([send])).toMatchObject({ status: 401, challenges: ['NTLM'], failed: 'sent' })
  })

  it('can be logged in at, message by message', async () => {
    expect(await playAll([send, ...answer()])).toMatchObject({ status: 401, failed: 'valid' })
    expect(await playAll(login())).toMatchObject({ status: 200, challenges: [], failed: undefined })
    expect((await playAll(login())).body).toContain('lentil soup')
  })

  it('needs no credentials from then on, whichever resource the connection was logged in at', async () => {
    expect(await playAll([...login(), bare, send])).toMatchObject({ status: 200 })
    const elsewhere: Move = { kind: 'write', text: request('/intranet') }
    expect(await playAll([elsewhere, ...login(), bare, send])).toMatchObject({ status: 200 })
  })

  it('does on another connection, and after an hour', async () => {
    expect(await playAll([...login(), bare, { kind: 'connect' }, send])).toMatchObject({ status: 401, failed: 'sent' })
    const hour: Move = { kind: 'wait', seconds: 3601 }
    expect(await playAll([...login(), bare, hour, send])).toMatchObject({ status: 401, failed: 'sent' })
  })

  it('sees nothing in credentials of another scheme', async () => {
    const basic: Move = { kind: 'write', text: request('/intranet/menu', 'Authorization: Basic YTpi\n') }
    expect(await playAll([basic, send])).toMatchObject({ status: 401, failed: 'sent' })
    expect(await playAll([...login(), basic, send])).toMatchObject({ status: 200 })
  })

  it('keeps those out whose account is suspended, however well they prove who they are', async () => {
    expect(await playAll(login('scar'))).toMatchObject({ status: 403, failed: 'permitted', challenges: [] })
    expect(await playAll([...login('scar'), bare, send])).toMatchObject({ status: 403, failed: 'permitted' })
  })

  it('has words for every step, and no others', () => {
    expect(Object.keys(en).filter((key) => !said.has(key))).toEqual([])
  })
})
