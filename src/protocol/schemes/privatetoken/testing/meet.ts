/** The place with the doors for private tokens, and devices that get some: what the tests of PrivateToken play with. */

import { enter } from '../../../../content/world/place.ts'
import place from '../../../../content/world/places/api.example.com/private-token.ts'
import { worldAt } from '../../../../content/world/world.ts'
import type { Challenge } from '../../../auth/challenge.ts'
import { parseChallenges } from '../../../auth/parse-challenges.ts'
import type { ProtectionSpace, Scheme, Secret } from '../../../auth/scheme.ts'
import { envAt } from '../../../auth/testing/env.ts'
import { tokenOf } from '../../../auth/testing/shown.ts'
import { parseRequest } from '../../../http/parse.ts'
import { withFields } from '../../../http/print.ts'
import shelved from '../scheme.ts'

/** As the shelf has it: of whatever settings. */
export const scheme: Scheme = shelved
const BEGIN = '2026-03-02T09:00:00Z'
export const world = enter(worldAt(BEGIN), place)
export const GET = parseRequest('GET /private-token HTTP/1.1\nHost: api.example.com\n\n')

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('Not there')
  return value
}
export const spaceNamed = (id: string): ProtectionSpace => found(world.spaces[id])
export const secretNamed = (id: string): Secret =>
  found(world.users.flatMap(({ secrets }) => secrets).find((each) => each.id === id))
export const challengeIn = (text: string): Challenge => found(parseChallenges(tokenOf(text)).value[0])

/** Seconds on the clock; chance that goes on where it was. */
export const envIn = (seconds: number, drawn = counter) =>
  envAt(Date.parse(BEGIN) + seconds * 1000, (n) => {
    drawn.count += 1
    return Uint8Array.from({ length: n }, (_, i) => (drawn.count * 31 + i * 7) & 0xff)
  })
const counter = { count: 0 }

/** The server opens, the client answers: the request with its token, and the server that knows its challenge. */
export async function meet(id = 'private-token', secret = 'aladdin/attested-device', request = GET, env = envIn(0)) {
  const opened = scheme.challenge(spaceNamed(id), env)
  const offer = challengeIn(found(opened.challenges[0]))
  if (!scheme.usable(offer)) throw new Error('Nobody can answer this')
  const made = await scheme.answer({ offer, secret: secretNamed(secret), request, earlier: [], env })
  return { ...made, offer, space: opened.space, request: parseRequest(withFields(request, made.fields)) }
}
