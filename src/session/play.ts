/** Moves become exchanges: a state and a move give the next state, the same for everybody who plays them. */

import { asksForFindings, type Goal, reached } from '../content/goal.ts'
import type { Move } from '../content/move.ts'
import { answeringScheme } from '../insight/annotate.ts'
import type { Answer, Confirmation, Scheme, Secret } from '../protocol/auth/scheme.ts'
import { parseRequest } from '../protocol/http/parse.ts'
import { withFields } from '../protocol/http/print.ts'
import { targetOf } from '../protocol/http/target.ts'
import { schemeNamed } from '../protocol/schemes/index.ts'
import { chance } from '../protocol/servers/chance.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import { asOrigin, ORIGIN, onSide, PROXY } from '../protocol/servers/side.ts'
import type { World } from '../protocol/servers/world.ts'
import type { Courier, Via } from './courier.ts'
import { findingsOf } from './findings.ts'
import { direct } from './in-page.ts'
import { type Offer, offersFor, secretNamed } from './offers.ts'
import { prepare } from './prepare.ts'

/** An exchange with what it led to. */
export interface Sent {
  readonly exchange: Exchange
  readonly via: Via
  /** What was predicted before it was sent. */
  readonly prediction?: number
  /** Number of the move that sent it, counted from 1. */
  readonly move: number
  /** What the client found when it checked the server's proof, where there was one to check. */
  readonly confirmation?: Confirmation
}

/** Why a move was not made; nothing is lost by it. Word keys are `ui.refused.<kind>`. */
export type Refused =
  | { readonly kind: 'unknown-host'; readonly host: string }
  /** Where it goes, or whom it takes to answer there, could not be fetched. */
  | { readonly kind: 'not-loaded' }
  | { readonly kind: 'no-offer' }
  | { readonly kind: 'wrong-secret' }
  /** `key` finds the words that say why. */
  | { readonly kind: 'unsendable'; readonly key: string }
  /** Nobody can go by it: it came from a link, as the page says what is wrong before it makes such a move. */
  | { readonly kind: 'policy' }

export interface State {
  readonly world: World
  readonly draft: string
  readonly sent: readonly Sent[]
  /** The calculation of the last answer; gone when the draft is written anew. */
  readonly answer?: Answer
  /** Id of the secret that was used last: with it the client checks the server. */
  readonly secret?: string
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
    case 'connect':
      return { ...before, world: reconnected(state.world, move.certificate) }
    case 'policy':
      return { ...before, ...(await (await import('../content/policy.ts')).ruled(start.world, state.world, move)) }
    case 'answer':
      return answer(before, move, number)
    case 'send':
      return send(start, before, number, courier)
  }
}

/** Another connection: whatever was agreed upon on the old one is gone. */
const reconnected = (world: World, certificate: string | undefined): World => ({
  ...world,
  connection: { number: world.connection.number + 1, certificate },
})

async function answer(state: State, move: Extract<Move, { kind: 'answer' }>, number: number): Promise<State> {
  const offer = offersFor(state)[move.offer]
  const secret = secretNamed(state.world, move.secret)
  const [key, scheme] = (offer && schemeNamed(offer.scheme.text)) ?? []
  if (!offer || !scheme?.usable(offer)) return { ...state, refused: { kind: 'no-offer' } }
  if (!secret || secret.kind !== scheme.secret) return { ...state, refused: { kind: 'wrong-secret' } }
  const why = scheme.unsendable?.(secret)
  if (why) return { ...state, refused: { kind: 'unsendable', key: `${key}.unsendable.${why}` } }
  const made = await answerTo(state, offer, secret, scheme, number)
  return { ...state, draft: withFields(parseRequest(state.draft), made.fields), answer: made, secret: secret.id }
}

/** What the answer will be if move `number` makes it: the page shows the calculation before anybody puts it to use. */
export async function answerTo(
  state: State,
  offer: Offer,
  secret: Secret,
  scheme: Scheme,
  number: number,
): Promise<Answer> {
  const side = offer.proxy ? PROXY : ORIGIN
  const exchanges = state.sent.map(({ exchange }) => exchange)
  const earlier = offer.proxy ? exchanges.map(asOrigin) : exchanges
  const request = parseRequest(state.draft)
  const answer = await scheme.answer({ offer, secret, request, earlier, env: chance(state.world, number) })
  return { ...answer, fields: answer.fields.map(([name, value]) => [onSide(side, name), value]) }
}

async function send(start: Start, state: State, number: number, courier: Courier): Promise<State> {
  const request = parseRequest(state.draft)
  const { host } = targetOf(request)
  const world = await prepare(state.world, request).catch(() => undefined)
  if (!world) return { ...state, refused: { kind: 'not-loaded' } }
  if (request.faults.length === 0 && host && world.hosts.every(({ name, internal }) => name !== host || internal))
    return { ...state, refused: { kind: 'unknown-host', host } }
  const { exchange, via } = await courier.carry(world, request, chance(world, number))
  const confirmation = await confirmed(state, exchange)
  const { prediction } = state
  const goal = start.goals[state.reached]
  const before = state.sent.map((each) => each.exchange)
  const findings = goal && asksForFindings(goal) ? await findingsOf(exchange, before) : []
  const got = goal && reached(goal, { exchange, findings, prediction }) ? 1 : 0
  return {
    ...state,
    world: exchange.world,
    sent: [...state.sent, { exchange, via, prediction, move: number, ...(confirmation && { confirmation }) }],
    prediction: undefined,
    reached: state.reached + got,
  }
}

/** The client judges the server, where the scheme of the credentials has it prove something (RFC 9110 §11.6.3). */
async function confirmed(state: State, exchange: Exchange): Promise<Confirmation | undefined> {
  if (state.secret === undefined) return undefined
  const secret = secretNamed(exchange.world, state.secret)
  const [, scheme] = schemeNamed(answeringScheme(exchange.request) ?? '') ?? []
  if (!secret || !scheme?.confirm || secret.kind !== scheme.secret) return undefined
  const earlier = state.sent.map(({ exchange: before }) => before)
  return scheme.confirm(secret, exchange, earlier)
}
