/** The challenges that wait for an answer, and the secrets that could answer them. */

import type { Challenge } from '../protocol/auth/challenge.ts'
import { parseChallenges } from '../protocol/auth/parse-challenges.ts'
import { printElement } from '../protocol/auth/print-element.ts'
import type { Secret, User } from '../protocol/auth/scheme.ts'
import { fieldsNamed } from '../protocol/http/field.ts'
import type { HttpRequest, HttpResponse } from '../protocol/http/message.ts'
import { parseRequest } from '../protocol/http/parse.ts'
import { targetOf } from '../protocol/http/target.ts'
import { schemeNamed, schemeOf } from '../protocol/schemes/index.ts'
import { ORIGIN, PROXY } from '../protocol/servers/side.ts'
import { resourceFor, type World } from '../protocol/servers/world.ts'
import type { Sent, State } from './play.ts'

/** A challenge that waits for an answer. */
export type Offer = Challenge & {
  /** It is a proxy's (RFC 9110 §11.7). */
  readonly proxy?: true
  /** No server sent it: its scheme is used unasked. */
  readonly unasked?: true
}

/** All challenges of a response: the origin server's, then a proxy's. */
export const challengesIn = (response: HttpResponse): readonly Offer[] => [
  ...challengesOf(response, ORIGIN.challenge),
  ...challengesOf(response, PROXY.challenge).map((each) => ({ ...each, proxy: true as const })),
]

const challengesOf = (response: HttpResponse, name: string): readonly Challenge[] =>
  fieldsNamed(response, name).flatMap((field) => parseChallenges(field.value).value)

/**
 * The newest challenges from the place that the draft is for, or else from its host: a 403 without any leaves the older
 * ones to be answered. Where nobody asks, the schemes that are used unasked there.
 */
export function offersFor(state: Pick<State, 'draft' | 'sent' | 'world'>): readonly Offer[] {
  const request = parseRequest(state.draft)
  const { host, path } = targetOf(request)
  const targets = state.sent.map(({ exchange }) => ({ exchange, ...targetOf(exchange.request) }))
  const met = targets.filter((each) => each.host === host)
  const here = met.filter((each) => each.path === path)
  const unasked = met.length > 0 ? unaskedAt(state.world, request) : []
  return newestIn(here) ?? (here.length > 0 && unasked.length > 0 ? unasked : (newestIn(met) ?? unasked))
}

const newestIn = (met: readonly Pick<Sent, 'exchange'>[]): readonly Offer[] | undefined =>
  met
    .toReversed()
    .map(({ exchange }) => challengesIn(exchange.response))
    .find((challenges) => challenges.length > 0)

/** Where no server asks: the schemes that clients know to be wanted there. */
const unaskedAt = (world: World, request: HttpRequest): readonly Offer[] =>
  (resourceFor(world, request)?.spaces ?? []).flatMap((id) => {
    const scheme = schemeOf(world.spaces[id]?.scheme)
    if (!scheme?.unasked) return []
    const text = printElement(scheme.name)
    const { value } = parseChallenges({ text, span: { start: 0, end: text.length } })
    return value.map((each) => ({ ...each, unasked: true as const }))
  })

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
