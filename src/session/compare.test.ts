import { describe, expect, it } from 'vitest'
import type { Move } from '../content/move.ts'
import scenario from '../content/scenarios/01-documented-admin/scenario.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import { type Comparison, compare, type MessageChange } from './compare.ts'
import { direct } from './in-page.ts'
import { createSession } from './session.ts'

/** The exchanges that these moves lead to. */
async function exchanges(...moves: readonly Move[]): Promise<readonly Exchange[]> {
  const session = createSession({ ...scenario, goals: [] }, () => direct)
  await session.replay(moves)
  return session.snapshot().state.sent.map(({ exchange }) => exchange)
}

async function compared(...moves: readonly Move[]): Promise<Comparison> {
  const [one, other] = await exchanges(...moves)
  if (!one || !other) throw new Error('These moves send less than two requests')
  return compare(one, other)
}

const write = (text: string): Move => ({ kind: 'write', text })
const send: Move = { kind: 'send' }
const answer = (secret: string): Move => ({ kind: 'answer', offer: 0, secret })

describe('comparison', () => {
  it('finds nothing between two exchanges that are the same', async () => {
    const { request, response, decision } = await compared(send, send)
    expect([...request.changes, ...response.changes, ...decision]).toEqual([])
    expect(request.lines.every(({ result }) => result === 'same')).toBe(true)
  })

  it('tells what answering a challenge changes', async () => {
    const { request, response, decision } = await compared(send, answer('ada/token'), send)
    expect(request.changes).toEqual([{ kind: 'added', name: 'Authorization' }])
    expect(response.changes).toEqual([
      { kind: 'status', before: '401', after: '200' },
      { kind: 'removed', name: 'WWW-Authenticate' },
      { kind: 'added', name: 'Content-Type' },
      { kind: 'body' },
    ])
    expect(decision.slice(0, 2)).toEqual([
      { kind: 'stopped', before: 'sent', after: undefined },
      { kind: 'user', before: undefined, after: 'Ada' },
    ])
    expect(decision).toContainEqual({ kind: 'step', check: 'server.credentials', before: 'fail', after: 'pass' })
    expect(decision).toContainEqual({ kind: 'step', check: 'server.role', before: undefined, after: 'pass' })
  })

  it('tells 401 from 403 by the gate', async () => {
    const { response, decision } = await compared(send, answer('aladdin/token'), send)
    expect(response.changes[0]).toEqual({ kind: 'status', before: '401', after: '403' })
    expect(decision[0]).toEqual({ kind: 'stopped', before: 'sent', after: 'permitted' })
  })

  it('tells how far the clock was moved', async () => {
    const { response, decision } = await compared(send, { kind: 'wait', seconds: 90 }, send)
    expect(decision).toEqual([{ kind: 'clock', seconds: 90 }])
    expect(response.changes).toEqual([{ kind: 'changed', name: 'Date' }])
  })

  const get = (lines: string, target = '/') => `GET ${target} HTTP/1.1\n${lines}\n\n`
  const plain = get('Host: example.com\nAccept: text/html')

  it.each<[string, string, string, MessageChange]>([
    ['a field that came', get('Host: example.com'), plain, { kind: 'added', name: 'Accept' }],
    ['a field that went away', plain, get('Host: example.com'), { kind: 'removed', name: 'Accept' }],
    ['another value', plain, get('Host: example.com\nAccept: text/css'), { kind: 'changed', name: 'Accept' }],
    ['a body', plain, `${plain}hello`, { kind: 'body' }],
    ['the case of a name only', plain, get('Host: example.com\naccept: text/html'), { kind: 'spelling' }],
    ['the order only', plain, get('Accept: text/html\nHost: example.com'), { kind: 'spelling' }],
    [
      'another target',
      plain,
      get('Host: example.com\nAccept: text/html', '/admin'),
      { kind: 'line', before: 'GET / HTTP/1.1', after: 'GET /admin HTTP/1.1' },
    ],
  ])('tells %s', async (_, one, other, change) => {
    const { request } = await compared(write(one), send, write(other), send)
    expect(request.changes).toEqual([change])
  })

  it('takes all lines of one field together', async () => {
    const one = 'GET / HTTP/1.1\nHost: example.com\nAccept: a\nAccept: b\n\n'
    const other = 'GET / HTTP/1.1\nHost: example.com\nAccept: a\n\n'
    const { request } = await compared(write(one), send, write(other), send)
    expect(request.changes).toEqual([{ kind: 'changed', name: 'Accept' }])
  })
})
