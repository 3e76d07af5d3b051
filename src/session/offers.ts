/** The challenges that wait for an answer, and the secrets that could answer them. */

import type { Challenge } from '../protocol/auth/challenge.ts'
import { parseChallenges } from '../protocol/auth/parse-challenges.ts'
import type { Secret, User } from '../protocol/auth/scheme.ts'
import { fieldsNamed } from '../protocol/http/field.ts'
import type { HttpResponse } from '../protocol/http/message.ts'
import { parseRequest } from '../protocol/http/parse.ts'
import { targetOf } from '../protocol/http/target.ts'
import { schemeNamed } from '../protocol/schemes/index.ts'
import type { World } from '../protocol/servers/world.ts'
import type { State } from './play.ts'

export const challengesIn = (response: HttpResponse): readonly Challenge[] =>
  fieldsNamed(response, 'WWW-Authenticate').flatMap((field) => parseChallenges(field.value).value)

/** The newest challenges from the host that the draft is for: a 403 without any leaves the older ones to be answered. */
export function offersFor(state: Pick<State, 'draft' | 'sent'>): readonly Challenge[] {
  const { host } = targetOf(parseRequest(state.draft))
  for (const { exchange } of [...state.sent].reverse()) {
    if (targetOf(exchange.request).host !== host) continue
    const challenges = challengesIn(exchange.response)
    if (challenges.length > 0) return challenges
  }
  return []
}

export interface Holder {
  readonly user: User
  readonly secret: Secret
}

export const holders = (world: World): readonly Holder[] =>
  world.users.flatMap((user) => user.secrets.map((secret) => ({ user, secret })))

export const secretNamed = (world: World, id: string): Secret | undefined =>
  holders(world).find(({ secret }) => secret.id === id)?.secret

/** Who could answer an offer: nobody where the scheme is not on the shelf, or can't use it. */
export function holdersFor(world: World, offer: Challenge): readonly Holder[] {
  const [, scheme] = schemeNamed(offer.scheme.text) ?? []
  if (!scheme?.usable(offer)) return []
  return holders(world).filter(({ secret }) => secret.kind === scheme.secret)
}
