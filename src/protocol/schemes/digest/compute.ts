/** The arithmetic of Digest, each line of it written down (RFC 7616 §3.4.1–§3.4.4). */

import type { Piece, Working } from '../../auth/scheme.ts'
import type { Algorithm } from './hash.ts'

/** All that goes into a `response`. */
export interface Ingredients {
  readonly algorithm: Algorithm
  readonly username: string
  readonly realm: string
  readonly password: string
  /** Empty for `rspauth` (RFC 7616 §3.5). */
  readonly method: string
  readonly uri: string
  readonly body: string
  readonly nonce: string
  /** Absent in the old way, without qop (RFC 2069 §2.1.2). */
  readonly protection?: { readonly qop: string; readonly nc: string; readonly cnonce: string }
  /** `nonce:cnonce` of the request that opened the session, for `-sess`; absent where this request opens it. */
  readonly session?: string
}

interface Computed {
  readonly value: string
  readonly workings: readonly Working[]
}

/** `name = H(shown)`, where `shown` names what was hashed and `text` is it. */
function line({ H, label }: Algorithm, name: string, shown: readonly Piece[], text: string): Working {
  return { name, apply: label, input: shown, output: H(text) }
}

/** `response = KD(H(A1), nonce ":" nc ":" cnonce ":" qop ":" H(A2))` with `KD(secret, data) = H(secret ":" data)`. */
export function compute(given: Ingredients, name: 'response' | 'rspauth' = 'response'): Computed {
  const { algorithm, nonce, protection } = given
  const ha1 = computeHa1(given)
  const ha2 = computeHa2(given)
  const between = protection ? [nonce, protection.nc, protection.cnonce, protection.qop] : [nonce]
  const shown = ['HA1', ...between].map((text) => ({ text: `${text}:` }))
  const text = [ha1.value, ...between, ha2.value].join(':')
  const last = line(algorithm, name, [...shown, { text: 'HA2' }], text)
  return { value: last.output, workings: [...ha1.workings, ...ha2.workings, last] }
}

/** `A1 = username ":" realm ":" passwd`; with `-sess`, `A1 = H(that) ":" nonce-prime ":" cnonce-prime` (RFC 7616 §3.4.2). */
function computeHa1({ algorithm, username, realm, password, nonce, protection, session }: Ingredients): Computed {
  const shown = [{ text: `${username}:${realm}:` }, { text: password, secret: true }]
  const text = `${username}:${realm}:${password}`
  if (!algorithm.session) {
    const ha1 = line(algorithm, 'HA1', shown, text)
    return { value: ha1.output, workings: [ha1] }
  }
  const key = line(algorithm, 'H(user)', shown, text)
  const primes = session ?? `${nonce}:${protection?.cnonce ?? ''}`
  const ha1 = line(algorithm, 'HA1', [{ text: 'H(user):' }, { text: primes }], `${key.output}:${primes}`)
  return { value: ha1.output, workings: [key, ha1] }
}

/** `A2 = Method ":" request-uri [ ":" H(entity-body) ]`, with the body for `auth-int` (RFC 7616 §3.4.3). */
function computeHa2({ algorithm, method, uri, body, protection }: Ingredients): Computed {
  const start = `${method}:${uri}`
  if (protection?.qop !== 'auth-int') {
    const ha2 = line(algorithm, 'HA2', [{ text: start }], start)
    return { value: ha2.output, workings: [ha2] }
  }
  const hash = line(algorithm, 'H(body)', [{ text: body }], body)
  const ha2 = line(algorithm, 'HA2', [{ text: `${start}:` }, { text: 'H(body)' }], `${start}:${hash.output}`)
  return { value: ha2.output, workings: [hash, ha2] }
}

/** `username = H(username ":" realm)`, RFC 7616 §3.4.4. */
export function computeUserhash(algorithm: Algorithm, username: string, realm: string): Working {
  const text = `${username}:${realm}`
  return line(algorithm, 'userhash', [{ text }], text)
}
