/** One socket: requests are read, exchanged and answered in order, and nothing that arrives on it ends the server. */

import type { Socket } from 'node:net'
import type { HttpRequest } from '../protocol/http/message.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import type { Unreadable } from './framing.ts'
import { unreadable } from './framing.ts'
import { brokenDown, CONTINUE, onWire, refusal } from './on-wire.ts'
import { type Arrival, type Limits, type Phase, requestsIn } from './read-requests.ts'

/** How long is waited for what, in milliseconds. */
export type Patience = Readonly<Record<Phase | 'response' | 'farewell', number>>

export interface Service {
  readonly limits: Limits
  readonly patience: Patience
  /** Numbers for connections, counted from 1. */
  nextConnection(): number
  exchange(request: HttpRequest, connection: number): Promise<Exchange>
  /** Told of everything, once it is decided. */
  readonly told: Told
}

export interface Told {
  exchanged(exchange: Exchange, connection: number): void
  refused(refused: Unreadable, connection: number): void
  /** Our own bug. */
  failed(error: unknown, request: HttpRequest): void
}

type Request = Extract<Arrival, { kind: 'request' }>

/** Resolves when nothing more is to be answered; the socket ends by itself then. */
export async function serveConnection(socket: Socket, service: Service): Promise<void> {
  const { limits, patience, told } = service
  let connection = service.nextConnection()
  let timer: NodeJS.Timeout | undefined
  const within = (milliseconds: number, late: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(late, milliseconds)
  }
  const refuse = (refused: Unreadable) => {
    told.refused(refused, connection)
    socket.write(refusal(refused))
  }
  const enter = (phase: Phase) =>
    within(patience[phase], () => {
      if (phase !== 'idle') refuse(unreadable(408, 'The request took too long to arrive'))
      socket.destroySoon()
    })
  // A broken connection shows where it is read, and where it is written to.
  socket.on('error', () => {})
  socket.setNoDelay(true)

  /** Whether the connection goes on. */
  async function answer({ request, last, encoded }: Request): Promise<boolean> {
    clearTimeout(timer)
    const method = request.line.method.text
    const exchange = await service.exchange(request, connection).catch((error: unknown) => {
      told.failed(error, request)
      return undefined
    })
    if (!exchange) {
      socket.write(brokenDown())
      return false
    }
    told.exchanged(exchange, connection)
    const { response } = exchange
    const wire = onWire(response, { method, last, encoded })
    within(patience.response, () => socket.destroy())
    await written(socket, wire.octets)
    // What comes through a tunnel is a connection of its own (RFC 9110 §9.3.6).
    if (method === 'CONNECT' && response.line.code < 300) connection = service.nextConnection()
    return !wire.last
  }

  try {
    for await (const arrival of requestsIn(socket.iterator({ destroyOnReturn: false }), limits, enter)) {
      if (arrival.kind === 'continue') socket.write(CONTINUE)
      else if (arrival.kind === 'unreadable') refuse(arrival)
      else if (!(await answer(arrival))) break
    }
  } catch {
    // The other side has gone: there is nobody left to tell.
  }
  // Whoever still sends would lose the answer if the socket closed at once (RFC 9112 §9.6).
  within(patience.farewell, () => socket.destroy())
  socket.once('close', () => clearTimeout(timer))
  socket.end()
  socket.resume()
}

/** Waits where the other side reads more slowly than it asks. */
function written(socket: Socket, octets: Buffer): Promise<void> {
  if (socket.write(octets) || socket.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done)
      resolve()
    }
    socket.once('drain', done).once('close', done)
  })
}
