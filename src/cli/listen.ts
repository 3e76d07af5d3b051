/** Listens on a port, on both loopback addresses unless another one is asked for. */

import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { type Service, serveConnection } from './connection.ts'

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** More at a time are turned away. */
const MOST_CONNECTIONS = 1000

/** `serviceAt` makes the service once the port is known. Port 0 takes any free one. Rejects where the port can't be had. */
export async function listen(
  address: string | undefined,
  port: number,
  serviceAt: (port: number) => Service,
): Promise<Listening> {
  const sockets = new Set<Socket>()
  let service: Service | undefined
  const open = () => {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      if (service) void serveConnection(socket, service)
      else socket.destroy()
    })
    server.maxConnections = MOST_CONNECTIONS
    return server
  }
  const first = open()
  const actual = await listening(first, port, address ?? '127.0.0.1')
  service = serviceAt(actual)
  const servers = [first]
  if (address === undefined) {
    // `localhost` leads to either of the two. Where there is no IPv6, it doesn't.
    const second = open()
    if (
      await listening(second, actual, '::1').then(
        () => true,
        () => false,
      )
    )
      servers.push(second)
  }
  return {
    port: actual,
    async close() {
      const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)))
      for (const socket of sockets) socket.destroy()
      await Promise.all(closed)
    },
  }
}

function listening(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, () => {
      server.off('error', reject)
      // Too many open files, and the like: the next connection may be luckier.
      server.on('error', () => {})
      const bound: AddressInfo | string | null = server.address()
      resolve(typeof bound === 'object' && bound ? bound.port : port)
    })
  })
}
