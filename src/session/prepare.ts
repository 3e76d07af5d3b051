/** Loads what it takes to answer a request and to speak about the answer: the schemes, and their words. */

import { learn, learnRest } from '../content/languages/index.ts'
import type { HttpRequest } from '../protocol/http/message.ts'
import { meetAll, metSchemes } from '../protocol/schemes/index.ts'
import { meetFor } from '../protocol/servers/handle.ts'
import type { World } from '../protocol/servers/world.ts'

export async function prepare(world: World, request: HttpRequest): Promise<void> {
  await meetFor(world, request)
  await learnMet()
}

/** Loads every scheme and its words: for whatever may meet any of them. */
export async function prepareAll(): Promise<void> {
  await meetAll()
  await Promise.all([learnMet(), learnRest('http')])
}

const learnMet = () => Promise.all(metSchemes().map(([key]) => learn(key)))
