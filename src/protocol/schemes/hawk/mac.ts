/** The arithmetic of Hawk: a MAC over what a request says, a hash over its body, a MAC over the server's clock. */

import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Working } from '../../auth/scheme.ts'
import { base64, octetsOf, sameOctets } from '../../text/octets.ts'

const ALGORITHMS = { sha1: { hash: sha1, label: 'SHA-1' }, sha256: { hash: sha256, label: 'SHA-256' } } as const
export type Algorithm = keyof typeof ALGORITHMS

export const algorithmNamed = (name = ''): Algorithm | undefined =>
  Object.hasOwn(ALGORITHMS, name) ? (name as Algorithm) : undefined

/** What client and server share; the algorithm belongs to the key. */
export interface Key {
  readonly key: string
  readonly algorithm: Algorithm
}

/** All that goes into a MAC. Absent ones leave an empty line, but for `app` and `dlg`, whose lines are left out. */
export interface Artifacts {
  readonly ts: string
  readonly nonce: string
  readonly method: string
  /** Path and query, as they were sent. */
  readonly resource: string
  readonly host: string
  readonly port: string
  readonly hash?: string
  readonly ext?: string
  readonly app?: string
  readonly dlg?: string
}

/** Whose MAC it is: the one must never pass for the other. */
export type Kind = 'header' | 'response'

/** One value a line, each line with its end. */
export function normalize(kind: Kind, given: Artifacts): string {
  const ext = (given.ext ?? '').replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
  const { ts, nonce, method, resource, host, port, hash = '', app, dlg = '' } = given
  const lines = [`hawk.1.${kind}`, ts, nonce, method.toUpperCase(), resource, host.toLowerCase(), port, hash, ext]
  return [...lines, ...(app ? [app, dlg] : [])].map((line) => `${line}\n`).join('')
}

const keyed = ({ key, algorithm }: Key, text: string): string =>
  base64(hmac(ALGORITHMS[algorithm].hash, octetsOf(key), octetsOf(text)))

/** `name = HMAC(key, text)` in Base64. */
const macWorking = (name: string, key: Key, text: string): Working => ({
  name,
  apply: `HMAC-${ALGORITHMS[key.algorithm].label}, Base64`,
  input: [{ text: key.key, secret: true }, { text: `, ${JSON.stringify(text)}` }],
  output: keyed(key, text),
})

export const computeMac = (kind: Kind, key: Key, artifacts: Artifacts): Working =>
  macWorking('mac', key, normalize(kind, artifacts))

/** The server's clock, so that nobody else can set the client's. */
export const computeTsm = (key: Key, ts: string): Working => macWorking('tsm', key, `hawk.1.ts\n${ts}\n`)

/** The type without its parameters, in lower case. */
const bareType = (contentType: string): string => (contentType.split(';')[0] ?? '').trim().toLowerCase()

export function computeHash({ algorithm }: Key, contentType: string, payload: string): Working {
  const text = `hawk.1.payload\n${bareType(contentType)}\n${payload}\n`
  const { hash, label } = ALGORITHMS[algorithm]
  return {
    name: 'hash',
    apply: `${label}, Base64`,
    input: [{ text: JSON.stringify(text) }],
    output: base64(hash(octetsOf(text))),
  }
}

export const sameText = (one: string, other: string): boolean => sameOctets(octetsOf(one), octetsOf(other))
