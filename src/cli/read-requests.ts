/** Reads the requests of one connection, one after the other, from octets that arrive as they like (RFC 9112 §2.2, §6, §7). */

import type { HttpRequest } from '../protocol/http/message.ts'
import { parseRequest } from '../protocol/http/parse.ts'
import { carried, headText } from './carried-body.ts'
import { expectationOf, framingOf, isLast, type Unreadable, unreadable } from './framing.ts'
import { type OctetReader, octetReader } from './octet-reader.ts'

export interface Limits {
  /** Octets of start line and fields. */
  readonly head: number
  readonly body: number
}

export type Arrival =
  | {
      readonly kind: 'request'
      readonly request: HttpRequest
      /** Nothing that comes behind it is a request. */
      readonly last: boolean
      /** Whether its body is carried as Base64. */
      readonly encoded: boolean
    }
  /** The client waits for a 100 (RFC 9110 §15.2.1). */
  | { readonly kind: 'continue' }
  /** The last there is: nobody knows where the next request would begin. */
  | Unreadable

/** What the connection is waiting for. */
export type Phase = 'idle' | 'head' | 'body'

/** A line of a chunk's size or of a trailer. */
const SHORT_LINE = 4096
const LINE_END = 2
const HANDSHAKE = 0x16
const TLS = unreadable(400, 'This looks like TLS, and this port speaks plain HTTP')

export async function* requestsIn(
  chunks: AsyncIterator<Uint8Array>,
  limits: Limits,
  enter: (phase: Phase) => void = () => {},
): AsyncGenerator<Arrival, void, void> {
  const reader = octetReader(chunks)
  try {
    for (let open = true; open; ) {
      enter('idle')
      if (!(await reader.any())) return
      enter('head')
      if ((await reader.peek()) === HANDSHAKE) return yield TLS
      const head = await readHead(reader, limits.head)
      if (head === 'nothing') return
      if (typeof head !== 'string') return yield head
      const request = parseRequest(head)
      // Where the grammar is broken, nobody can be sure where the body ends. The server says what is wrong with it.
      if (request.faults.length > 0) return yield { kind: 'request', request, last: true, encoded: false }
      const framing = framingOf(request, limits.body)
      if (framing.kind === 'unreadable') return yield framing
      const expectation = expectationOf(request)
      if (typeof expectation !== 'string') return yield expectation
      const hasBody = framing.kind === 'chunked' || framing.octets > 0
      if (expectation === 'continue' && hasBody && reader.waiting() === 0) yield { kind: 'continue' }
      enter('body')
      const body = await (framing.kind === 'chunked' ? readChunks(reader, limits) : reader.exactly(framing.octets))
      if (body === undefined) return yield unreadable(400, 'The connection ended within the body')
      if (!(body instanceof Uint8Array)) return yield body
      open = !isLast(request)
      const { text, encoded } = carried(body)
      yield { kind: 'request', request: text === '' ? request : parseRequest(head + text), last: !open, encoded }
    }
  } finally {
    await chunks.return?.()
  }
}

const isEmpty = (line: Buffer): boolean => line.length === 1 || (line.length === 2 && line[0] === 0x0d)

/** All up to the empty line behind the fields. Empty lines before the start line are passed over (RFC 9112 §2.2). */
async function readHead(reader: OctetReader, most: number): Promise<string | Unreadable | 'nothing'> {
  const lines: Buffer[] = []
  for (let size = 0; ; ) {
    const line = await reader.line(most - size)
    if (!line) return unfinished(reader, lines, size, most)
    size += line.length
    if (!isEmpty(line)) lines.push(line)
    else if (lines.length > 0) return headText(Buffer.concat([...lines, line]))
  }
}

function unfinished(reader: OctetReader, lines: readonly Buffer[], size: number, most: number): Unreadable | 'nothing' {
  if (reader.waiting() >= most - size)
    return size === 0
      ? unreadable(414, `The first line has more than ${most} octets`)
      : unreadable(431, `The first line and the fields have more than ${most} octets`)
  if (lines.length === 0 && reader.waiting() === 0) return 'nothing'
  return unreadable(400, 'The connection ended within the fields')
}

/** `chunked-body = *chunk last-chunk trailer-section CRLF`, RFC 9112 §7.1. Trailers are read and dropped (§7.1.2). */
async function readChunks(reader: OctetReader, limits: Limits): Promise<Buffer | Unreadable | undefined> {
  const chunks: Buffer[] = []
  for (let size = 0; ; ) {
    const line = await reader.line(SHORT_LINE)
    if (!line) return reader.waiting() >= SHORT_LINE ? malformed : undefined
    const [, digits] = /^([0-9A-Fa-f]{1,8})[\t ]*(?:;[^\r\n\0]*)?\r?\n$/.exec(line.toString('latin1')) ?? []
    if (digits === undefined) return malformed
    const length = Number.parseInt(digits, 16)
    if (length === 0) break
    size += length
    if (size > limits.body) return unreadable(413, `A body has ${limits.body} octets at most`)
    const chunk = await reader.exactly(length)
    const end = chunk && (await reader.line(LINE_END))
    if (!chunk || (!end && reader.waiting() < LINE_END)) return undefined
    if (!end || !isEmpty(end)) return malformed
    chunks.push(chunk)
  }
  for (let size = 0; ; ) {
    const line = await reader.line(limits.head - size)
    if (!line)
      return reader.waiting() >= limits.head - size
        ? unreadable(431, `The fields behind the body have more than ${limits.head} octets`)
        : undefined
    size += line.length
    if (isEmpty(line)) return Buffer.concat(chunks)
  }
}

const malformed = unreadable(400, 'The chunks of the body are malformed')
