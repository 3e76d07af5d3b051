/** Loads what it takes to answer a request and to speak about the answer: the schemes, and their words. */

import { learn, learnRest } from '../content/languages/index.ts'
import { enterFor } from '../content/world/places/index.ts'
import { fieldsNamed } from '../protocol/http/field.ts'
import type { HttpRequest } from '../protocol/http/message.ts'
import { frontKeys, meet, meetAll, metSchemes } from '../protocol/schemes/index.ts'
import { meetFor } from '../protocol/servers/handle.ts'
import { resourceFor, type World } from '../protocol/servers/world.ts'

/** Gives the world with the places in it that the request goes to. */
export async function prepare(world: World, request: HttpRequest): Promise<World> {
  const entered = await enterFor(world, request)
  await meetFor(entered, request)
  const service = resourceFor(entered, request)?.served?.service
  const shown = fieldsNamed(request, 'Authorization').length > 0 || request.line.method.text !== 'GET'
  await Promise.all([
    learnMet(),
    service && learn(service),
    (shown || entered.places.length > 0) && Promise.all([learnRest('fact'), learnRest('http')]),
    entered.places.length > 0 && learnRest('secret'),
  ])
  return entered
}

/** Loads the schemes in front, and their words. */
export async function prepareFront(): Promise<void> {
  await meet(frontKeys)
  await learnAll()
}

/** Loads every scheme and its words: for whatever may meet any of them. */
export async function prepareAll(): Promise<void> {
  await meetAll()
  await learnAll()
}

/** What was met, and whatever else an answer may speak about. */
const learnAll = () => Promise.all([learnMet(), ...['http', 'fact', 'secret'].map(learnRest)])

const learnMet = () => Promise.all(metSchemes().map(([key]) => learn(key)))
