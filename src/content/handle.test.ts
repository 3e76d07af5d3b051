/** Ten thousand requests to the whole world: whatever somebody sends, there is an answer, and it is a right one. */

import { describe, expect, it } from 'vitest'
import { parseChallenges } from '../protocol/auth/parse-challenges.ts'
import { fieldsNamed } from '../protocol/http/field.ts'
import type { HttpResponse } from '../protocol/http/message.ts'
import { parseRequest, parseResponse } from '../protocol/http/parse.ts'
import { meetAll } from '../protocol/schemes/index.ts'
import { chance } from '../protocol/servers/chance.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import { handle } from '../protocol/servers/handle.ts'
import { type Resource, resourceFor, type World } from '../protocol/servers/world.ts'
import { octetsOf } from '../protocol/text/octets.ts'
import { catalogue, scenarioNamed } from './scenarios/index.ts'
import { type Dice, diceOf } from './testing/dice.ts'
import { nextRequest, type Seen } from './testing/random-requests.ts'
import { enterAll } from './world/places/index.ts'
import { worldAt } from './world/world.ts'

const SEQUENCES = 20
const LENGTH = 500

await meetAll()
const whole = frozen(await enterAll(worldAt('2026-05-04T09:00:00Z')))
const scenarios = await Promise.all((await catalogue()).map(scenarioNamed))
/** What scenarios write: near-right requests to every service and place. */
const written = scenarios.flatMap((scenario) => [
  ...(scenario ? [scenario.draft] : []),
  ...(scenario?.steps ?? []).flatMap(({ solution }) =>
    solution.flatMap((move) => (move.kind === 'write' ? move.text : [])),
  ),
])

/** Whoever changes what is frozen throws. Views of memory can't be frozen. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value
  for (const each of Object.values(Object.freeze(value))) frozen(each)
  return value
}

/** Time goes on now and then, and so do connections. */
function later(dice: Dice, world: World): World {
  const seconds = dice.luck(0.05) ? dice.pick([1, 5, 31]) : dice.luck(0.006) ? dice.pick([301, 3601, 90_000]) : 0
  const certified = world.users.flatMap(({ secrets }) => secrets).filter(({ certificate }) => certificate !== undefined)
  const certificate = dice.luck(0.7) ? dice.pick(certified).id : undefined
  const connection = dice.luck(0.05) ? { number: world.connection.number + 1, certificate } : world.connection
  return { ...world, clock: world.clock + seconds * 1000, connection }
}

/** What a place says in its own words: to the letter, mistakes included. */
const ownWords = (resource: Resource | undefined) =>
  Object.values(resource?.replies ?? {}).flatMap((said) =>
    [said, ...Object.values(said.by ?? {})].flatMap(({ challenges }) => (challenges ? [challenges] : [])),
  )

function asks(response: HttpResponse, field: string, own: readonly (readonly string[])[]): boolean {
  const values = fieldsNamed(response, field).map(({ value }) => value)
  if (own.some((each) => each.join() === values.map(({ text }) => text).join())) return true
  const reads = values.map(parseChallenges)
  return reads.length > 0 && reads.every(({ value, faults }) => value.length > 0 && faults.length === 0)
}

/** What is wrong with an answer; nothing, if all is well. */
function* wrongs({ request, response, decision }: Exchange): Generator<string> {
  const { code } = response.line
  const { faults } = parseResponse(response.source)
  if (faults.length > 0) yield `faults: ${faults.map((fault) => fault.code).join(', ')}`
  if (!(code >= 200 && code <= 599)) yield `status ${code}`
  if (decision.verdict.status !== code) yield `verdict ${decision.verdict.status} beside ${code}`
  const own = ownWords(resourceFor(whole, request))
  if (code === 401 && !asks(response, 'WWW-Authenticate', own)) yield '401 without a challenge'
  if (code === 407 && !asks(response, 'Proxy-Authenticate', [])) yield '407 without a challenge'
  if (code === 405 && fieldsNamed(response, 'Allow').length !== 1) yield '405 without Allow'
  const length = fieldsNamed(response, 'Content-Length')[0]?.value.text
  const { text } = response.body
  const method = request.line.method.text
  if (code === 204 && (text !== '' || length !== undefined)) yield '204 with a body'
  if (method === 'HEAD' && text !== '') yield 'HEAD with a body'
  if (method !== 'HEAD' && length !== undefined && Number(length) !== octetsOf(text).length) yield `length ${length}`
}

const SHARES = Array.from({ length: SEQUENCES }, (_, n) => n + 1)
const statuses = new Set<number>()

describe('any request to the world', () => {
  it.each(SHARES)(
    'is answered, and rightly: sequence %i',
    async (seed) => {
      const dice = diceOf(seed)
      const seen: Seen = { exchanges: [], drafts: [...written], answers: [], secrets: new Map() }
      let world = whole
      for (let number = 1; number <= LENGTH; number += 1) {
        world = later(dice, world)
        const source = await nextRequest(dice, world, seen, number)
        const request = parseRequest(source)
        const exchange = await handle(world, request, chance(world, number)).catch((error: unknown) => {
          throw new Error(`Request ${number} of sequence ${seed} made it throw:\n${source}`, { cause: error })
        })
        const [wrong] = wrongs(exchange)
        if (wrong)
          expect.fail(`${wrong}, request ${number} of sequence ${seed}:\n${source}\n\n${exchange.response.source}`)
        world = frozen(exchange.world)
        statuses.add(exchange.response.line.code)
        seen.exchanges.push(exchange)
      }
    },
    60_000,
  )

  it('gets answers of all sorts', () => {
    expect([...statuses]).toEqual(expect.arrayContaining([200, 204, 400, 401, 403, 404, 405, 407, 421]))
  })
})
