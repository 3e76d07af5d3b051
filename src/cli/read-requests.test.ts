import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Arrival, type Limits, type Phase, requestsIn } from './read-requests.ts'

const LIMITS = { head: 300, body: 100 }

async function* streamOf(chunks: readonly Uint8Array[]) {
  yield* chunks
}

async function read(chunks: readonly Uint8Array[], limits: Limits = LIMITS): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = []
  for await (const arrival of requestsIn(streamOf(chunks), limits)) arrivals.push(arrival)
  return arrivals
}

/** Requests as their text, all else as its status; whether a 100 is sent depends on what has arrived, and is left out. */
const told = (arrivals: readonly Arrival[]) =>
  arrivals.flatMap((each) => {
    if (each.kind === 'continue') return []
    return each.kind === 'request' ? `${each.request.source}${each.last ? ' (last)' : ''}` : each.status
  })

const octets = (text: string) => Buffer.from(text, 'utf8')
const toldOf = async (text: string) => told(await read([octets(text)]))

const HOST = 'Host: example.com\r\n'
const PIPELINE = [
  `\r\nGET /one HTTP/1.1\r\n${HOST}X: Käse\r\n\r\n`,
  `POST /two HTTP/1.1\r\n${HOST}Content-Length: 6\r\n\r\nKäse!`,
  `POST /three HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n`,
  '3;a="b"\r\nabc\r\n00a\r\ndefghijklm\r\n0\r\nTrailer: x\r\n\r\n',
  'GET /four HTTP/1.1\nHost: example.com\nConnection: close\n\n',
].join('')
const READ = [
  `GET /one HTTP/1.1\r\n${HOST}X: Käse\r\n\r\n`,
  `POST /two HTTP/1.1\r\n${HOST}Content-Length: 6\r\n\r\nKäse!`,
  `POST /three HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\nabcdefghijklm`,
  'GET /four HTTP/1.1\nHost: example.com\nConnection: close\n\n (last)',
]

describe('requests in a stream', () => {
  it('are the same wherever the stream is split', async () => {
    const whole = octets(PIPELINE)
    expect(told(await read([whole]))).toEqual(READ)
    for (let at = 0; at <= whole.length; at++)
      expect(told(await read([whole.subarray(0, at), whole.subarray(at)]))).toEqual(READ)
    expect(told(await read([...whole].map((octet) => Uint8Array.of(octet))))).toEqual(READ)
  })

  it('end behind the one that closes the connection', async () => {
    expect(await toldOf(`${PIPELINE}GET /five HTTP/1.1\r\n${HOST}\r\n`)).toEqual(READ)
    expect(await toldOf(`GET / HTTP/1.0\r\n\r\nGET / HTTP/1.1\r\n${HOST}\r\n`)).toHaveLength(1)
  })

  it('are waited for with a 100 only where their body has not come', async () => {
    const head = octets(`POST / HTTP/1.1\r\n${HOST}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n`)
    expect((await read([head, octets('ok')])).map(({ kind }) => kind)).toEqual(['continue', 'request'])
    expect((await read([Buffer.concat([head, octets('ok')])])).map(({ kind }) => kind)).toEqual(['request'])
  })

  it('carry a body that is no text as Base64', async () => {
    const head = octets(`POST / HTTP/1.1\r\n${HOST}Content-Length: 3\r\n\r\n`)
    const [arrival] = await read([head, Uint8Array.of(0xff, 0, 0x80)])
    expect(arrival).toMatchObject({ encoded: true, request: { body: { text: '/wCA' } } })
  })

  it('may have fields that are no UTF-8', async () => {
    const text = Buffer.from(`GET / HTTP/1.1\r\n${HOST}X: K\xe4se\r\n\r\n`, 'latin1')
    const [arrival] = await read([text])
    expect(arrival).toMatchObject({ request: { fields: [{}, { value: { text: 'Käse' } }] } })
  })

  const WRONG: readonly (readonly [name: string, text: string, statuses: readonly number[]])[] = [
    ['nothing at all', '', []],
    ['only line ends', '\r\n\r\n', []],
    ['half a first line', 'GET / HT', [400]],
    ['half the fields', `GET / HTTP/1.1\r\n${HOST}`, [400]],
    ['half a body', `POST / HTTP/1.1\r\n${HOST}Content-Length: 9\r\n\r\nabc`, [400]],
    ['a first line without an end', 'a'.repeat(400), [414]],
    ['endless fields', `GET / HTTP/1.1\r\n${'X: y\r\n'.repeat(100)}`, [431]],
    ['a long field', `GET / HTTP/1.1\r\nX: ${'y'.repeat(400)}\r\n\r\n`, [431]],
    ['endless line ends', '\r\n'.repeat(400), [431]],
    ['TLS', '\x16\x03\x01\x02\x00', [400]],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [505]],
    ['a NUL in the target', `GET /\0 HTTP/1.1\r\n${HOST}\r\n`, [400]],
    ['a target that is none', `GET nowhere HTTP/1.1\r\n${HOST}\r\n`, [400]],
    [
      'two ways to end',
      `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      [400],
    ],
    ['two lengths', `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 1\r\n\r\na`, [400]],
    ['a list of lengths', `POST / HTTP/1.1\r\n${HOST}Content-Length: 1, 1\r\n\r\na`, [400]],
    ['a length below zero', `POST / HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\na`, [400]],
    ['a length with a sign', `POST / HTTP/1.1\r\n${HOST}Content-Length: +1\r\n\r\na`, [400]],
    ['a huge length', `POST / HTTP/1.1\r\n${HOST}Content-Length: 999999999999\r\n\r\na`, [413]],
    ['an unknown coding', `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: gzip, chunked\r\n\r\n`, [501]],
    ['a coding before its time', `POST / HTTP/1.0\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, [400]],
    ['another expectation', `POST / HTTP/1.1\r\n${HOST}Expect: a miracle\r\nContent-Length: 1\r\n\r\na`, [417]],
  ]
  it.each(WRONG)('are none in %s', async (_name, text, statuses) => {
    expect(await toldOf(text)).toEqual(statuses)
  })

  const CHUNKED = `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n`
  it.each([
    ['no size', 'x\r\n', 400],
    ['an empty size', '\r\n', 400],
    ['a size with a sign', '-1\r\na\r\n0\r\n\r\n', 400],
    ['a size as C writes it', '0x1\r\na\r\n0\r\n\r\n', 400],
    ['a longer chunk than it says', '1\r\nabc\r\n0\r\n\r\n', 400],
    ['an endless extension', `1;${'x'.repeat(5000)}`, 400],
    ['too much in one', 'ff\r\n', 413],
    ['too much in many', '32\r\n'.padEnd(54, 'a').concat('\r\n').repeat(3), 413],
    ['endless trailers', `0\r\n${'X: y\r\n'.repeat(100)}`, 431],
    ['no end', '1\r\na\r\n', 400],
    ['no end of a chunk', '5\r\nab', 400],
    ['no end of the trailers', '0\r\nX: y\r\n', 400],
  ])('end at a body in chunks with %s', async (_name, body, status) => {
    expect(await toldOf(CHUNKED + body)).toEqual([status])
  })

  it('are handed on where their grammar is broken, and nothing that follows is read', async () => {
    const broken = `GET / HTTP/1.1\r\n${HOST}No colon\r\nContent-Length: 3\r\n\r\n`
    expect(await toldOf(`${broken}abcGET /smuggled HTTP/1.1\r\n${HOST}\r\n`)).toEqual([`${broken} (last)`])
  })

  it('are told of as they come', async () => {
    const phases: Phase[] = []
    const stream = requestsIn(streamOf([octets(PIPELINE)]), LIMITS, (phase) => phases.push(phase))
    for await (const _ of stream);
    expect(phases.slice(0, 4)).toEqual(['idle', 'head', 'body', 'idle'])
  })

  it('never make the reader throw', async () => {
    const pieces = fc.constantFrom(
      'GET / HTTP/1.1\r\n',
      HOST,
      'Content-Length: 2\r\n',
      '\r\n',
      '\0',
      '0\r\n',
      'a',
      '\n',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), async (texts) => {
        await read(texts.map(octets))
      }),
      { numRuns: 100 },
    )
  })
})
