/** What is signed: the method, the address and all parameters, in one text that both ends build alike (RFC 5849 §3.4.1). */

import type { Working } from '../../auth/scheme.ts'
import type { HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'
import type { Parameter } from './parameters.ts'
import { isRealm } from './parameters.ts'
import { encode } from './percent.ts'

export type Transport = 'http' | 'https'

/**
 * What the request travels on. A request doesn't say it but in absolute-form (RFC 9112 §3.2.2); the servers of this world
 * speak https.
 */
export const transportOf = ({ line: { target } }: HttpRequest): Transport =>
  /^http:\/\//i.test(target.text) ? 'http' : 'https'

const DEFAULT_PORT = { http: ':80', https: ':443' } as const

/** Scheme and host in lower case, no port where it is the scheme's own, the path, and no query (RFC 5849 §3.4.1.2). */
export function baseUri(transport: Transport, host: string, path: string): string {
  const port = DEFAULT_PORT[transport]
  const authority = host.toLowerCase()
  return `${transport}://${authority.endsWith(port) ? authority.slice(0, -port.length) : authority}${path}`
}

type Named = Pick<Parameter, 'name' | 'value' | 'from'>

const isSigned = ({ name, from }: Named): boolean => name !== 'oauth_signature' && !(from === 'field' && isRealm(name))

/** Encoded, sorted by name and then by value, and joined (RFC 5849 §3.4.1.3.2). */
export const normalize = (parameters: readonly Named[]): string =>
  parameters
    .filter(isSigned)
    .map(({ name, value }) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map((pair) => pair.join('='))
    .join('&')

/** By octets; the language of whoever runs this must not matter. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** `METHOD & encode(base URI) & encode(parameters)`, RFC 5849 §3.4.1.1. */
export const baseString = (method: string, uri: string, normalized: string): string =>
  [method.toUpperCase(), uri, normalized].map(encode).join('&')

export interface Base {
  readonly text: string
  readonly workings: readonly Working[]
}

/** The base string of a request with these parameters, and how it comes about. */
export function baseOf(request: HttpRequest, parameters: readonly Named[]): Base {
  const { host, path } = targetOf(request)
  const method = request.line.method.text
  const uri = baseUri(transportOf(request), host, path)
  const normalized = normalize(parameters)
  const text = baseString(method, uri, normalized)
  const shown = parameters.filter(isSigned).map(({ name, value }, n) => ({ text: `${n ? ', ' : ''}${name}=${value}` }))
  return {
    text,
    workings: [
      { name: 'parameters', apply: 'sort', input: shown, output: normalized },
      {
        name: 'base string',
        apply: 'percent-encode',
        input: [{ text: `${method.toUpperCase()}&` }, { text: uri }, { text: '&parameters' }],
        output: text,
      },
    ],
  }
}
