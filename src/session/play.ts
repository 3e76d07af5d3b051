/** Moves become exchanges: a state and a move give the next state, the same for everybody who plays them. */

import { asksForFindings, type Goal, reached } from '../content/goal.ts'
import type { Move } from '../content/move.ts'
import type { Challenge } from '../protocol/auth/challenge.ts'
import type { Answer, Scheme, Secret } from '../protocol/auth/scheme.ts'
import { parseRequest } from '../protocol/http/parse.ts'
import { withFields } from '../protocol/http/print.ts'
import { targetOf } from '../protocol/http/target.ts'
import { schemeNamed } from '../protocol/schemes/index.ts'
import { chance } from '../protocol/servers/chance.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import { handle } from '../protocol/servers/handle.ts'
import type { World } from '../protocol/servers/world.ts'
import type { Courier, Via } from './courier.ts'
import { findingsOf } from './findings.ts'
import { offersFor, secretNamed } from './offers.ts'
import { prepare } from './prepare.ts'

/** An exchange with what it led to. */
export interface Sent {
  readonly exchange: Exchange
  readonly via: Via
  /** What was predicted before it was sent. */
  readonly prediction?: number
  /** Number of the move that sent it, counted from 1. */
  readonly move: number
}

/** Why a move was not made; nothing is lost by it. Word keys are `ui.refused.<kind>`. */
export type Refused =
  | { readonly kind: 'unknown-host'; readonly host: string }
  | { readonly kind: 'no-offer' }
  | { readonly kind: 'wrong-secret' }
  /** `key` finds the words that say why. */
  | { readonly kind: 'unsendable'; readonly key: string }

export interface State {
  readonly world: World
  readonly draft: string
  readonly sent: readonly Sent[]
  /** The calculation of the last answer; gone when the draft is written anew. */
  readonly answer?: Answer
  readonly prediction?: number
  /** How many goals are reached, in order. */
  readonly reached: number
  readonly refused?: Refused
}

export interface Start {
  readonly world: World
  readonly draft: string
  readonly goals: readonly Goal[]
}

export const opening = ({ world, draft }: Start): State => ({ world, draft, sent: [], reached: 0 })

/** Answers in the page, with nothing in between: what replays and tests use. */
export const direct: Courier = {
  via: { kind: 'in-page', because: 'embedded' },
  carry: async (world, request, env) => ({ exchange: await handle(world, request, env), via: direct.via }),
}

/** The state after one more move. `number` counts moves from 1; together with the seed it decides all chance. */
export async function play(start: Start, state: State, move: Move, number: number, courier = direct): Promise<State> {
  const { refused: _, ...before } = state
  switch (move.kind) {
    case 'write':
      return { ...before, draft: move.text, answer: undefined }
    case 'predict':
      return { ...before, prediction: move.status }
    case 'wait':
      return { ...before, world: { ...state.world, clock: state.world.clock + move.seconds * 1000 } }
    case 'answer':
      return answer(before, move, number)
    case 'send':
      return send(start, before, number, courier)
  }
}

async function answer(state: State, move: Extract<Move, { kind: 'answer' }>, number: number): Promise<State> {
  const offer = offersFor(state)[move.offer]
  const secret = secretNamed(state.world, move.secret)
  const [key, scheme] = (offer && schemeNamed(offer.scheme.text)) ?? []
  if (!offer || !scheme?.usable(offer)) return { ...state, refused: { kind: 'no-offer' } }
  if (!secret || secret.kind !== scheme.secret) return { ...state, refused: { kind: 'wrong-secret' } }
  const why = scheme.unsendable?.(secret)
  if (why) return { ...state, refused: { kind: 'unsendable', key: `${key}.unsendable.${why}` } }
  const made = await answerTo(state, offer, secret, scheme, number)
  return { ...state, draft: withFields(parseRequest(state.draft), made.fields), answer: made }
}

/** What the answer will be if move `number` makes it: the page shows the calculation before anybody puts it to use. */
export function answerTo(
  state: State,
  offer: Challenge,
  secret: Secret,
  scheme: Scheme,
  number: number,
): Promise<Answer> {
  const earlier = state.sent.map(({ exchange }) => exchange)
  return scheme.answer({ offer, secret, request: parseRequest(state.draft), earlier, env: chance(state.world, number) })
}

async function send(start: Start, state: State, number: number, courier: Courier): Promise<State> {
  const request = parseRequest(state.draft)
  const { host } = targetOf(request)
  if (request.faults.length === 0 && host && state.world.hosts.every(({ name }) => name !== host))
    return { ...state, refused: { kind: 'unknown-host', host } }
  await prepare(state.world, request)
  const { exchange, via } = await courier.carry(state.world, request, chance(state.world, number))
  const { prediction } = state
  const goal = start.goals[state.reached]
  const findings = goal && asksForFindings(goal) ? await findingsOf(exchange) : []
  const got = goal && reached(goal, { exchange, findings, prediction }) ? 1 : 0
  return {
    ...state,
    world: exchange.world,
    sent: [...state.sent, { exchange, via, prediction, move: number }],
    prediction: undefined,
    reached: state.reached + got,
  }
}
