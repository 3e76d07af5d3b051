/** Whoever may not know of a hidden resource can't tell it from nothing, whatever they send. */

import { describe, expect, it } from 'vitest'
import { parseRequest } from '../../protocol/http/parse.ts'
import { chance } from '../../protocol/servers/chance.ts'
import { handle } from '../../protocol/servers/handle.ts'
import { opening, play } from '../../session/play.ts'
import type { Move } from '../move.ts'
import { enterAll } from './places/index.ts'
import { worldAt } from './world.ts'

const world = await enterAll(worldAt('2026-05-04T09:00:00Z'))
const send = async (source: string) => (await handle(world, parseRequest(source), chance(world, 1))).response
const at = (method: string, path: string, field?: string) =>
  `${[`${method} ${path} HTTP/1.1`, 'Host: api.example.com', ...(field ? [field] : [])].join('\n')}\n\n`

const hidden = world.hosts.flatMap(({ resources }) => resources).filter((each) => each.hidden)
const basic = (text: string) => `Authorization: Basic ${btoa(text)}`
const REFUSED = [
  ['nothing', undefined],
  ['a scheme of another place', 'Authorization: Bearer a'],
  ['rubble', 'Authorization: , "='],
  ['Concealed without a proof', 'Authorization: Concealed k=bGFtcA'],
  ['a wrong password', basic('Ada:wrong')],
] as const

describe.each(hidden)('the hidden $path', ({ path }) => {
  const missing = `${path}-that-never-was`

  it.each(REFUSED)('answers %s as a missing path does, to each method', async (_, field) => {
    for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'BREW', 'get']) {
      const response = await send(at(method, path, field))
      expect(response.source).toBe((await send(at(method, missing, field))).source)
      expect(response.line.code).toBe(404)
    }
  })

  it('says nothing to a preflight', async () => {
    const ask = 'Origin: https://app.example\nAccess-Control-Request-Method: GET'
    expect((await send(at('OPTIONS', path, ask))).source).toBe((await send(at('OPTIONS', missing, ask))).source)
  })
})

it('there are hidden resources', () => {
  expect(hidden.map(({ path }) => path)).toEqual(expect.arrayContaining(['/concealed', '/turnstile/secret-door']))
})

describe('the secret door', () => {
  const door = '/turnstile/secret-door'
  const aladdin = basic('Aladdin:open sesame')
  const ada = basic('Ada:Notes on G')

  it('is not there for those who may not know of it, and is for those who may', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST'])
      expect((await send(at(method, door, aladdin))).source).toBe(
        (await send(at(method, '/turnstile/x', aladdin))).source,
      )
    expect((await send(at('GET', door, ada))).line.code).toBe(200)
    expect((await send(at('HEAD', door, ada))).line.code).toBe(200)
  })
})

describe('a concealed resource', () => {
  it('lets its holders in, with GET and HEAD', async () => {
    const start = { world, draft: at('HEAD', '/concealed'), goals: [] }
    const moves: readonly Move[] = [
      { kind: 'send' },
      { kind: 'answer', offer: 0, secret: 'ada/concealed-key' },
      { kind: 'send' },
    ]
    let state = opening(start)
    for (const [index, move] of moves.entries()) state = await play(start, state, move, index + 1)
    expect(state.sent.map(({ exchange }) => exchange.response.line.code)).toEqual([404, 200])
  })
})

describe('a server behind a gateway', () => {
  it('is not there for clients, nor through a proxy', async () => {
    const direct = await send('GET /inventory HTTP/1.1\nHost: backend.example.com\n\n')
    const login = `Proxy-${basic('Ada:Notes on G')}`
    const proxied = await send(
      `GET http://backend.example.com/inventory HTTP/1.1\nHost: backend.example.com\n${login}\n\n`,
    )
    expect([direct.line.code, proxied.line.code]).toEqual([421, 421])
  })
})
