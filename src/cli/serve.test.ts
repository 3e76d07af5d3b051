/** Real sockets against the real server; what is slow has a patience of its own. */

import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { worldAt } from '../content/world/world.ts'
import type { Service } from './connection.ts'
import { type Listening, listen } from './listen.ts'
import { type Serving, serve } from './serve.ts'
import { simulationOf } from './simulation.ts'

const AT = Date.UTC(2026, 2, 2, 9)
const HOST = 'Host: api.example.com\r\n'
const printed: string[] = []
let serving: Serving
let impatient: Listening
let broken = false

beforeAll(async () => {
  const options = {
    port: 0,
    seed: 'test',
    clock: 'virtual',
    at: AT,
    trace: true,
    quiet: false,
    control: false,
  } as const
  serving = await serve(options, (line) => printed.push(line))
  let connections = 0
  const simulation = simulationOf(worldAt(new Date(AT).toISOString()))
  const service: Service = {
    limits: { head: 1000, body: 1000 },
    patience: { idle: 100, head: 60, body: 60, response: 60, farewell: 60 },
    nextConnection: () => ++connections,
    exchange: (request, connection) =>
      broken ? Promise.reject(new Error('a bug')) : simulation.exchange(request, connection),
    told: { exchanged() {}, refused() {}, failed() {} },
  }
  impatient = await listen('127.0.0.1', 0, () => service)
})

afterAll(() => Promise.all([serving.close(), impatient.close()]))

interface Sending {
  readonly to?: Listening
  /** Between two pieces, in milliseconds. */
  readonly pause?: number
  /** Whether the client keeps its side open. */
  readonly open?: boolean
}

/** All that comes back until the other side ends. */
function raw(pieces: string | Uint8Array | readonly string[], { to = serving, pause = 0, open }: Sending = {}) {
  return new Promise<string>((resolve) => {
    const socket = connect(to.port, '127.0.0.1')
    let got = ''
    socket.setEncoding('latin1').on('data', (text) => {
      got += text
    })
    socket.on('error', () => {}).on('close', () => resolve(got))
    void send(socket, typeof pieces === 'string' || pieces instanceof Uint8Array ? [pieces] : pieces, pause, open)
  })
}

async function send(socket: Socket, pieces: readonly (string | Uint8Array)[], pause: number, open?: boolean) {
  for (const piece of pieces) {
    if (socket.destroyed || !socket.writable) return
    socket.write(piece)
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
  }
  if (!open) socket.end()
}

const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 ([0-9]{3})/g)].map(([, status]) => Number(status))
const request = (path: string, fields = '', method = 'GET', body = '') =>
  `${method} ${path} HTTP/1.1\r\n${HOST}${fields}\r\n${body}`
const basic = (pair: string) => `Authorization: Basic ${btoa(pair)}\r\n`
const post = (path: string, body: string) => request(path, `Content-Length: ${body.length}\r\n`, 'POST', body)

describe('the served port', () => {
  it('answers one request after the other on a connection, in order', async () => {
    const got = await raw(request('/files/report') + request('/nowhere') + post('/reports/publish', 'abc'))
    expect(statuses(got)).toEqual([401, 404, 401])
    expect(got.match(/WWW-Authenticate: Digest/g)).toHaveLength(2)
    expect(got).not.toContain('Connection: close')
  })

  it('keeps the world from one connection to the next', async () => {
    const wrong = request('/turnstile', basic('Ada:wrong'))
    for (const status of [401, 401, 401, 429]) expect(statuses(await raw(wrong))).toEqual([status])
    serving.simulation.wait(301)
    expect(statuses(await raw(request('/turnstile', basic('Ada:Notes on G'))))).toEqual([200])
  })

  it('has a number for each connection, and a new one for what comes through a tunnel', async () => {
    const proxy = `Proxy-Authorization: Basic ${btoa('Mufasa:Circle of Life')}\r\n`
    const tunnel = `CONNECT api.example.com:80 HTTP/1.1\r\n${HOST}${proxy}\r\n`
    printed.length = 0
    expect(statuses(await raw(tunnel + request('/nowhere') + request('/nowhere')))).toEqual([200, 404, 404])
    const numbers = printed.flatMap((line) => /^#([0-9]+) /.exec(line)?.[1] ?? [])
    expect(new Set(numbers).size).toBe(2)
    expect(numbers[1]).toBe(numbers[2])
  })

  it('says what it decided, and at which gates', async () => {
    printed.length = 0
    await raw(request('/files/report'))
    expect(printed[0]).toMatch(
      /^#\d+ GET api\.example\.com\/files\/report 401, credentials sent: no Authorization field$/,
    )
    expect(printed.at(-1)).toMatch(/^ {3}✗ credentials sent · .* \(RFC 9110 §11\.6\.2\)$/)
    printed.length = 0
    await raw(request('/\u001b[2Jred', '', 'G\u0007T'))
    expect(printed.join('')).toContain('G\\u0007T')
    expect([...printed.join('')].filter((each) => each < ' ')).toEqual([])
  })

  it('sends no body with HEAD, and says how long it would be', async () => {
    expect(await raw(request('/files/report', '', 'HEAD'))).toMatch(/Content-Length: 40\r\n\r\n$/)
  })

  it('ends the connection where a documented example has no Content-Length', async () => {
    const got = await raw(request('/api/users/me') + request('/nowhere'), { open: true })
    expect(statuses(got)).toEqual([401])
    expect(got).toMatch(/Connection: close\r\n\r\n\{"error": "authentication_required"/)
  })

  it('lets a client know that it may send its body', async () => {
    const head = request('/hawk/letters', 'Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n', 'POST')
    expect(statuses(await raw([head, '2\r\nok\r\n0\r\n\r\n'], { pause: 30 }))).toEqual([100, 401])
  })

  it.each([
    ['half a request', 'GET / HTTP/1.1\r\nHost: exa', [400]],
    ['a megabyte of a field', request('/', `X: ${'a'.repeat(1_000_000)}\r\n`), [431]],
    ['NULs', `\0\0\0\0\r\n${HOST}\r\n`, [400]],
    ['a NUL in a field', request('/', 'X: \0\r\n'), [400]],
    ['garbage behind a request', `${request('/nowhere')}\u0001\u0002 \r\n\r\n`, [404, 400]],
    ['a handshake', '\x16\x03\x01', [400]],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', [400]],
    ['an unknown host', 'GET / HTTP/1.1\r\nHost: example.org\r\n\r\n', [421]],
    ['a broken field line', request('/', 'No colon\r\n') + request('/'), [400]],
  ])('survives %s', async (_name, text, expected) => {
    expect(statuses(await raw(text))).toEqual(expected)
    expect(statuses(await raw(request('/nowhere')))).toEqual([404])
  })

  it('survives random octets and clients that hang up', async () => {
    const random = Buffer.from(Array.from({ length: 3000 }, (_, n) => (n * n * 31 + n * 7) % 256))
    expect(statuses(await raw(random))).toEqual([400])
    for (let time = 0; time < 20; time++) {
      const socket = connect(serving.port, '127.0.0.1').on('error', () => {})
      socket.write(request('/files/report').repeat(20), () => socket.resetAndDestroy())
    }
    expect(statuses(await raw(request('/nowhere').repeat(50)))).toEqual(Array.from({ length: 50 }, () => 404))
  })

  it('answers on both loopback addresses, and names with localhost', async () => {
    const url = `http://localhost:${serving.port}/`
    expect(await (await fetch(url)).text()).toBe('Hello. Nothing here is protected.\n')
  })
})

describe('a server of little patience', () => {
  const to = () => ({ to: impatient })

  it('says 408 to whoever is slow in the fields, and in the body', async () => {
    expect(statuses(await raw(['GET / HT', 'TP'], { ...to(), open: true }))).toEqual([408])
    const slow = [...`GET / HTTP/1.1\r\n${HOST}\r\n`]
    expect(statuses(await raw(slow, { ...to(), pause: 8 }))).toEqual([408])
    const body = request('/files/report', 'Content-Length: 5\r\n', 'PUT', 'abc')
    expect(statuses(await raw(body, { ...to(), open: true }))).toEqual([408])
  })

  it('lets whoever says nothing go without a word', async () => {
    expect(await raw('', { ...to(), open: true })).toBe('')
    expect(statuses(await raw(request('/nowhere'), { ...to(), open: true }))).toEqual([404])
  })

  it('says 500 where it breaks down, and goes on', async () => {
    broken = true
    const got = await raw(request('/nowhere'), { ...to(), open: true })
    broken = false
    expect(statuses(got)).toEqual([500])
    expect(statuses(await raw(request('/nowhere'), to()))).toEqual([404])
  })
})
