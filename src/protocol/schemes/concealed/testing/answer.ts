/** The place with the hidden doors, and clients that hold its keys: what the tests of Concealed play with. */

import { enter } from '../../../../content/world/place.ts'
import place from '../../../../content/world/places/api.example.com/concealed.ts'
import { worldAt } from '../../../../content/world/world.ts'
import { parseChallenges } from '../../../auth/parse-challenges.ts'
import type { Scheme, Secret } from '../../../auth/scheme.ts'
import { connectionNamed, envAt } from '../../../auth/testing/env.ts'
import { tokenOf } from '../../../auth/testing/shown.ts'
import type { HttpRequest } from '../../../http/message.ts'
import { parseRequest } from '../../../http/parse.ts'
import { withFields } from '../../../http/print.ts'
import shelved from '../scheme.ts'

/** As the shelf has it: of whatever settings. */
export const concealed: Scheme = shelved
export const world = enter(worldAt('2026-03-02T09:00:00Z'), place)
export const GET = parseRequest('GET /concealed HTTP/1.1\nHost: api.example.com\n\n')

/** Nobody sends this challenge: it is what a client makes up that knows. */
export const [offer] = parseChallenges(tokenOf('Concealed')).value

export function secretOf(id: string): Secret {
  const found = world.users.flatMap(({ secrets }) => secrets).find((each) => each.id === id)
  if (!found) throw new Error(`Nobody holds ${id}`)
  return found
}

/** The request with the credentials that the secret makes on that connection. */
export async function answer(id: string, request = GET, connection = connectionNamed('1')): Promise<HttpRequest> {
  if (!offer) throw new Error('No offer')
  const env = envAt(0, undefined, connection)
  const made = await concealed.answer({ offer, secret: secretOf(id), request, earlier: [], env })
  return parseRequest(withFields(request, made.fields))
}
