import { describe, expect, it } from 'vitest'
import type { Move } from '../content/move.ts'
import scenario from '../content/scenarios/01-documented-admin/scenario.ts'
import { direct } from './in-page.ts'
import { sequenceOf } from './sequence.ts'
import { toneOf } from './sequence-tone.ts'
import { createSession } from './session.ts'

const request = (host: string, path: string) => `GET ${path} HTTP/1.1\nHost: ${host}\n\n`

async function played(...moves: readonly Move[]) {
  const session = createSession({ ...scenario, goals: [] }, () => direct)
  await session.replay(moves)
  return session
}

const ANSWERED: readonly Move[] = [
  { kind: 'send' },
  { kind: 'answer', offer: 0, secret: 'ada/token' },
  { kind: 'wait', seconds: 60 },
  { kind: 'wait', seconds: 540 },
  { kind: 'send' },
]

describe('sequence', () => {
  it('has a lane for the person alone before anything was sent', async () => {
    const { snapshot } = await played()
    expect(sequenceOf(snapshot())).toEqual({ lanes: [{ kind: 'you' }], happenings: [] })
  })

  it('shows requests, responses, answers and waits in the order in which they happened', async () => {
    const { snapshot } = await played(...ANSWERED)
    const { lanes, happenings } = sequenceOf(snapshot())
    expect(lanes).toEqual([{ kind: 'you' }, { kind: 'host', name: 'example.com' }])
    expect(happenings).toEqual([
      { kind: 'request', exchange: 0, from: 0, to: 1, label: 'GET /admin', tone: 'who' },
      { kind: 'response', exchange: 0, from: 1, to: 0, label: '401 Unauthorized · Bearer', tone: 'who' },
      { kind: 'answer', scheme: 'Bearer', user: 'Ada' },
      { kind: 'wait', seconds: 600 },
      { kind: 'request', exchange: 1, from: 0, to: 1, label: 'GET /admin · Bearer', tone: 'ok' },
      { kind: 'response', exchange: 1, from: 1, to: 0, label: '200 OK', tone: 'ok' },
    ])
  })

  it('says when the server got another policy, and nothing of one that it refused', async () => {
    const policy = '{"spaces": [], "lines": "each", "methods": ["GET"], "permits": {"roles": []}}'
    const open = { kind: 'policy', host: 'example.com', path: '/admin', policy } as const
    const { snapshot } = await played({ kind: 'send' }, { ...open, policy: '{' }, open, { kind: 'send' })
    const told = sequenceOf(snapshot()).happenings.map((each) => ('label' in each ? each.label : each))
    expect(told).toEqual([
      'GET /admin',
      '401 Unauthorized · Bearer',
      { kind: 'policy', address: 'example.com/admin' },
      'GET /admin',
      '200 OK',
    ])
  })

  it('leaves out what was undone', async () => {
    const session = await played(...ANSWERED)
    session.undo()
    session.undo()
    session.undo()
    const { happenings } = sequenceOf(session.snapshot())
    expect(happenings.map(({ kind }) => kind)).toEqual(['request', 'response', 'answer'])
  })

  it('gives each host a lane of its own, in the order in which they were met', async () => {
    const { snapshot } = await played(
      { kind: 'write', text: request('www.example.com', '/') },
      { kind: 'send' },
      { kind: 'write', text: request('example.com', '/') },
      { kind: 'send' },
      { kind: 'write', text: request('www.example.com', '/docs/') },
      { kind: 'send' },
    )
    const { lanes, happenings } = sequenceOf(snapshot())
    expect(lanes.slice(1)).toEqual([
      { kind: 'host', name: 'www.example.com' },
      { kind: 'host', name: 'example.com' },
    ])
    expect(happenings.flatMap((each) => (each.kind === 'request' ? [each.to] : []))).toEqual([1, 2, 1])
  })

  it('names credentials outside the framework by their field', async () => {
    const text = 'GET /api/data HTTP/1.1\nHost: api.example.com\nX-API-Key: nothing\n\n'
    const { snapshot } = await played({ kind: 'write', text }, { kind: 'send' })
    expect(sequenceOf(snapshot()).happenings[0]).toMatchObject({ label: 'GET /api/data · X-API-Key' })
  })

  it('draws a message that names no host, too', async () => {
    const { snapshot } = await played({ kind: 'write', text: 'GET / HTTP/1.1\n\n' }, { kind: 'send' })
    const { lanes, happenings } = sequenceOf(snapshot())
    expect(lanes).toEqual([{ kind: 'you' }, { kind: 'host', name: '' }])
    expect(happenings).toHaveLength(2)
  })

  it.each([
    [200, 'ok'],
    [204, 'ok'],
    [302, 'other'],
    [400, 'who'],
    [401, 'who'],
    [403, 'no'],
    [407, 'proxy'],
    [500, 'other'],
  ])('colours %i as %s', (status, tone) => {
    expect(toneOf(status)).toBe(tone)
  })
})
