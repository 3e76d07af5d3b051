import { describe, expect, it } from 'vitest'
import { FIRST, scenarioNamed } from '../content/scenarios/index.ts'
import { meetAll } from '../protocol/schemes/index.ts'
import { direct } from './in-page.ts'
import { createSession } from './session.ts'
import { strangersIn } from './strangers.ts'

await meetAll()

const scenario = await scenarioNamed(FIRST)
if (!scenario) throw new Error('There is no first scenario')
const start = { ...scenario, goals: scenario.steps.map(({ goal }) => goal) }
const fresh = () => createSession(start, () => direct)
const withField = (field: string) => scenario.draft.replace('\n\n', `\n${field}\n\n`)

describe('a session', () => {
  it('replays to the same bytes', async () => {
    const moves = scenario.steps.flatMap(({ solution }) => solution)
    const [one, other] = [fresh(), fresh()]
    for (const move of moves) await one.make(move)
    await other.replay(moves)
    const wire = (session: ReturnType<typeof fresh>) =>
      session.snapshot().state.sent.map(({ exchange }) => exchange.request.source + exchange.response.source)
    expect(wire(one)).toEqual(wire(other))
    expect(wire(one).length).toBeGreaterThan(2)
  })

  it('goes back and forth by moves, and forgets what was undone when something else is done', async () => {
    const session = fresh()
    await session.make({ kind: 'send' })
    await session.make({ kind: 'wait', seconds: 60 })
    session.undo()
    expect(session.snapshot().state.world.clock).toBe(start.world.clock)
    session.redo()
    expect(session.snapshot().state.world.clock).toBe(start.world.clock + 60_000)
    session.undo()
    session.undo()
    expect(session.snapshot().state.sent).toEqual([])
    await session.make({ kind: 'wait', seconds: 5 })
    session.redo()
    expect(session.snapshot().moves).toEqual([{ kind: 'wait', seconds: 5 }])
  })

  it('joins what is written in one go into one move', () => {
    const session = fresh()
    session.write('G')
    session.write('GE')
    session.write('GET')
    expect(session.snapshot().moves).toEqual([{ kind: 'write', text: 'GET' }])
    session.undo()
    expect(session.snapshot().state.draft).toBe(start.draft)
  })

  it('refuses to send to a host that is not simulated, and loses nothing', async () => {
    const session = fresh()
    const text = 'GET / HTTP/1.1\nHost: bank.example\n\n'
    session.write(text)
    await session.make({ kind: 'send' })
    const { state, moves } = session.snapshot()
    expect(state.refused).toEqual({ kind: 'unknown-host', host: 'bank.example' })
    expect(state.draft).toBe(text)
    expect(moves.map(({ kind }) => kind)).toEqual(['write'])
    session.write(start.draft)
    await session.make({ kind: 'send' })
    expect(session.snapshot().state.refused).toBeUndefined()
    expect(session.snapshot().state.sent).toHaveLength(1)
  })

  it('lets moves queue up, none overtaking another', async () => {
    const session = fresh()
    await Promise.all([
      session.make({ kind: 'send' }),
      session.make({ kind: 'wait', seconds: 1 }),
      session.make({ kind: 'send' }),
    ])
    expect(session.snapshot().moves.map(({ kind }) => kind)).toEqual(['send', 'wait', 'send'])
    expect(session.snapshot().state.sent.map(({ move }) => move)).toEqual([1, 3])
  })
})

describe('strangers', () => {
  const strangersWith = (field: string) => {
    const session = fresh()
    session.write(withField(field))
    return strangersIn(session.snapshot(), scenario).map(({ place, text }) => `${place} ${text}`)
  }

  it.each([
    ['a password that somebody brought', `Authorization: Basic ${btoa('me:hunter2')}`, ['Authorization hunter2']],
    ['a token that somebody brought', 'Authorization: Bearer ghp_realtoken', ['Authorization ghp_realtoken']],
    ['credentials of an unknown scheme', 'Authorization: Custom abc', ['Authorization Custom abc']],
    ['a cookie', 'Cookie: sid=123', ['Cookie 123']],
    ['a private field with a secret', 'X-Auth-Token: abc', ['X-Auth-Token abc']],
  ])('finds %s', (_, field, expected) => {
    expect(strangersWith(field)).toEqual(expected)
  })

  it('finds a token in a policy', () => {
    const policy = JSON.stringify({ replies: { sent: { body: { access_token: 'mine', note: 'hello' } } } })
    const moves = [{ kind: 'policy', host: 'example.com', path: '/admin', policy }] as const
    const found = strangersIn({ ...fresh().snapshot(), moves, at: 1 }, scenario)
    expect(found).toEqual([{ place: 'access_token', text: 'mine' }])
  })

  it('reads a form name by name, and knows who lives here', () => {
    const found = (body: string) => {
      const session = fresh()
      session.write(
        `POST /login HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n\n${body}`,
      )
      return strangersIn(session.snapshot(), scenario).map(({ place, text }) => `${place} ${text}`)
    }
    expect(found('username=Aladdin&password=open+sesame')).toEqual([])
    expect(found('username=me&password=hunter2')).toEqual(['password hunter2'])
  })

  it.each([
    ['the password of somebody who lives here', `Authorization: Basic ${btoa('Aladdin:open sesame')}`],
    ['a documented token', 'Authorization: Bearer eyJhbGc...expired_token'],
    ['no credentials', 'Accept: text/html'],
  ])('lets pass %s', (_, field) => {
    expect(strangersWith(field)).toEqual([])
  })

  it('lets pass what answering put there, even when it was edited around', async () => {
    const session = fresh()
    await session.make({ kind: 'send' })
    await session.make({ kind: 'answer', offer: 0, secret: 'ada/token' })
    session.write(session.snapshot().state.draft.replace('\n\n', '\nAccept: */*\n\n'))
    expect(strangersIn(session.snapshot(), scenario)).toEqual([])
  })

  it('finds a token in the query and a password in the body', () => {
    const session = fresh()
    session.write('POST /login?access_token=abc HTTP/1.1\nHost: example.com\n\npassword=hunter2')
    expect(strangersIn(session.snapshot(), scenario).map(({ place }) => place)).toEqual(['?access_token', 'body'])
  })
})
