/** The session as a sequence diagram: who spoke to whom, in order, and what happened between two messages. */

import { read } from '../insight/reading.ts'
import { targetOf } from '../protocol/http/target.ts'
import { metSchemes } from '../protocol/schemes/index.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import { challengesIn, holders, offersFor } from './offers.ts'
import { type Tone, toneOf } from './sequence-tone.ts'
import type { Snapshot } from './session.ts'

/** The person's own lane has no name; a host that a message names badly has an empty one. */
export type Lane = { readonly kind: 'you' } | { readonly kind: 'host'; readonly name: string }

/** Lanes are given by their place in `lanes`, exchanges by theirs among all that were sent. */
export type Happening =
  | {
      readonly kind: 'request' | 'response'
      readonly exchange: number
      readonly from: number
      readonly to: number
      /** As on the wire, the scheme behind a dot: `GET /admin · Bearer`, `401 Unauthorized · Bearer`. */
      readonly label: string
      readonly tone: Tone
    }
  | { readonly kind: 'wait'; readonly seconds: number }
  /** A challenge was answered in the draft; `user` is a name. */
  | { readonly kind: 'answer'; readonly scheme: string; readonly user: string }
  /** The server has another policy for that address. */
  | { readonly kind: 'policy'; readonly address: string }

export interface Sequence {
  readonly lanes: readonly Lane[]
  readonly happenings: readonly Happening[]
}

/** Moves that were undone don't count; two waits in a row are one. */
export function sequenceOf(snapshot: Pick<Snapshot, 'moves' | 'at' | 'state' | 'states'>): Sequence {
  const { state, states } = snapshot
  const hosts = [...new Set(state.sent.map(({ exchange }) => targetOf(exchange.request).host))]
  const happenings: Happening[] = []
  for (const [index, move] of snapshot.moves.slice(0, snapshot.at).entries()) {
    const last = happenings.at(-1)
    if (move.kind === 'wait' && last?.kind === 'wait') {
      happenings.splice(-1, 1, { kind: 'wait', seconds: last.seconds + move.seconds })
    } else if (move.kind === 'wait') {
      happenings.push({ kind: 'wait', seconds: move.seconds })
    } else if (move.kind === 'answer') {
      const scheme = states[index] ? offersFor(states[index])[move.offer]?.scheme.text : undefined
      const holder = holders(state.world).find(({ secret }) => secret.id === move.secret)
      happenings.push({ kind: 'answer', scheme: scheme ?? '', user: holder?.user.name ?? '' })
    } else if (move.kind === 'policy' && states[index]?.world !== states[index + 1]?.world) {
      happenings.push({ kind: 'policy', address: move.host + move.path })
    } else if (move.kind === 'send') {
      const place = state.sent.findIndex((sent) => sent.move === index + 1)
      const exchange = state.sent[place]?.exchange
      if (exchange) happenings.push(...messages(exchange, place, hosts))
    }
  }
  return { lanes: [{ kind: 'you' }, ...hosts.map((name) => ({ kind: 'host', name }) as const)], happenings }
}

function messages({ request, response }: Exchange, exchange: number, hosts: readonly string[]): readonly Happening[] {
  const host = 1 + hosts.indexOf(targetOf(request).host)
  const { method, target } = request.line
  const tone = toneOf(response.line.code)
  const asked = [`${method.text} ${target.text}`.trim(), shownIn({ request })]
  const said = [`${response.line.status.text} ${response.line.reason.text}`.trim(), offeredIn({ response })]
  return [
    { kind: 'request', exchange, from: 0, to: host, label: asked.filter(Boolean).join(' · '), tone },
    { kind: 'response', exchange, from: host, to: 0, label: said.filter(Boolean).join(' · '), tone },
  ]
}

const listed = (names: readonly string[]) => [...new Set(names)].join(', ')

/** The schemes of the credentials in a request; one outside the framework is known by its field. */
function shownIn({ request }: Pick<Exchange, 'request'>): string {
  return listed(
    read(request).fields.flatMap(({ name, credentials }) => {
      if (credentials) return [credentials.scheme.text]
      return metSchemes()
        .filter(([, { field }]) => field.toLowerCase() === name && name !== 'authorization')
        .map(([, scheme]) => scheme.name)
    }),
  )
}

const offeredIn = ({ response }: Pick<Exchange, 'response'>): string =>
  listed(challengesIn(response).map(({ scheme }) => scheme.text))
