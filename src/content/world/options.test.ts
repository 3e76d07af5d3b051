/** OPTIONS to every resource there is: what may be done is told to everybody, and nothing else is. */

import { describe, expect, it } from 'vitest'
import { fieldsNamed } from '../../protocol/http/field.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import { chance } from '../../protocol/servers/chance.ts'
import { handle } from '../../protocol/servers/handle.ts'
import { answerToPreflight, preflightOf } from '../../protocol/servers/preflight.ts'
import { redirectOf } from '../../session/follow.ts'
import { opening, play } from '../../session/play.ts'
import { scenarioNamed } from '../scenarios/index.ts'
import { enterAll } from './places/index.ts'
import { worldAt } from './world.ts'

const world = await enterAll(worldAt('2026-05-04T09:00:00Z'))
const resources = world.hosts
  .filter(({ internal }) => !internal)
  .flatMap(({ name, resources: all }) => all.map((resource) => ({ address: name + resource.path, name, resource })))

describe.each(resources)('OPTIONS to $address', ({ name, resource }) => {
  const request = parseRequest(`GET ${resource.path} HTTP/1.1\nHost: ${name}\n\n`)
  const preflight = preflightOf(request, 'https://app.example', ['Authorization'])

  it('is answered the same, whether the server is asked or a browser foresees it', async () => {
    const { response } = await handle(world, preflight, chance(world, 0))
    expect(answerToPreflight(world, preflight).source).toBe(response.source)
    const guarded = resource.cors?.wrong === 'guarded-preflight'
    expect(response.line.code).toBe(resource.hidden ? 404 : guarded ? 401 : 204)
    const [allow] = fieldsNamed(response, 'Allow')
    expect(allow === undefined).toBe(resource.hidden === true || guarded)
    for (const field of ['Location', 'WWW-Authenticate'])
      expect(fieldsNamed(response, field).length).toBe(guarded && field !== 'Location' ? 1 : 0)
  })
})

describe('redirects', () => {
  it('lead where the scenario goes, with what a browser takes along', async () => {
    const scenario = await scenarioNamed('46-redirects')
    if (!scenario) throw new Error('There is no such scenario')
    const start = { ...scenario, goals: [] }
    const led: unknown[] = []
    let state = opening(start)
    for (const [index, move] of scenario.steps.flatMap(({ solution }) => solution).entries()) {
      const last = state.sent.at(-1)
      const redirect = last && redirectOf(last.exchange)
      if (redirect && move.kind === 'write') {
        expect(move.text).toBe(redirect.request)
        led.push([last.exchange.response.line.code, redirect.left])
      }
      state = await play(start, state, move, index + 1)
    }
    expect(led).toEqual([
      [301, []],
      [302, []],
      [307, []],
      [302, ['Authorization']],
    ])
  })
})
