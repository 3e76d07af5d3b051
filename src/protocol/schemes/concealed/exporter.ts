/**
 * What is signed: keying material of the TLS connection, bound to key, host and realm (RFC 9729 §3).
 *
 * Departures: a page has no TLS, so `connection.exporter` is a model of it. What goes in and what is done with the output
 * is to the letter.
 */

import type { Connection, Working } from '../../auth/scheme.ts'
import type { HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'
import { base64url, hex, octetsOf } from '../../text/octets.ts'

/** RFC 9729 §3. */
export const LABEL = 'EXPORTER-HTTP-Concealed-Authentication'
/** RFC 9729 §3.3. Figure 3 there prints the octets of an older name; the prose governs. */
export const CONTEXT_STRING = 'HTTP Concealed Authentication'

export interface Subject {
  readonly algorithm: number
  readonly key: Uint8Array
  readonly publicKey: Uint8Array
  readonly host: string
  readonly port: number
  readonly realm: string
}

/** Host and port as a URI has them (RFC 3986 §3.2.2, §3.2.3); all connections here are TLS, so 443 goes without saying. */
export function originOf(request: HttpRequest): Pick<Subject, 'host' | 'port'> {
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(targetOf(request).host) ?? []
  return { host, port: port ? Number(port) : 443 }
}

/** The key exporter's context (RFC 9729 §3.1, figure 1). */
export function contextOf({ algorithm, key, publicKey, host, port, realm }: Subject): Uint8Array {
  return Uint8Array.of(
    ...u16(algorithm),
    ...prefixed(key),
    ...prefixed(publicKey),
    ...prefixed(octetsOf('https')),
    ...prefixed(octetsOf(host)),
    ...u16(port),
    ...prefixed(octetsOf(realm)),
  )
}

const u16 = (value: number) => [(value >> 8) & 0xff, value & 0xff]
const prefixed = (octets: Uint8Array) => [...varint(octets.length), ...octets]

/** `variable-length integer`, RFC 9000 §16, in as few octets as will do. Nothing in a request is 2^30 octets long. */
export function varint(value: number): readonly number[] {
  if (value < 0x40) return [value]
  if (value < 0x4000) return [0x40 | (value >> 8), value & 0xff]
  return [0x80 | (value >> 24), (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff]
}

export interface Exported {
  /** The first 32 octets: they are signed and never sent (RFC 9729 §3.2). */
  readonly input: Uint8Array
  /** The other 16: they are sent, so that the server sees at once that both ends mean the same. */
  readonly verification: Uint8Array
  /** What the signature covers (RFC 9729 §3.3). */
  readonly covered: Uint8Array
  readonly workings: readonly Working[]
}

export function exported(subject: Subject, connection: Connection): Exported {
  const { algorithm, key, publicKey, host, port, realm } = subject
  const context = contextOf(subject)
  const output = connection.exporter(LABEL, context, 48)
  const input = output.slice(0, 32)
  const verification = output.slice(32)
  const covered = coveredBy(input)
  const parts = [String(algorithm), hex(key), hex(publicKey), 'https', host, String(port), `"${realm}"`]
  return {
    input,
    verification,
    covered,
    workings: [
      { name: 'context', apply: 'RFC 9729 §3.1', input: [{ text: parts.join(', ') }], output: hex(context) },
      { name: 'output', apply: 'TLS-Exporter', input: [{ text: `"${LABEL}", context, 48` }], output: hex(output) },
      { name: 'v', apply: 'base64url', input: [{ text: 'output[32..47]' }], output: base64url(verification) },
      {
        name: 'covered',
        apply: 'RFC 9729 §3.3',
        input: [{ text: `64 × 20, "${CONTEXT_STRING}", 00, output[0..31]` }],
        output: hex(covered),
      },
    ],
  }
}

/** 64 spaces, the context string, a zero octet, the signature input (RFC 9729 §3.3). */
export const coveredBy = (input: Uint8Array): Uint8Array =>
  Uint8Array.of(...new Uint8Array(64).fill(0x20), ...octetsOf(CONTEXT_STRING), 0, ...input)
