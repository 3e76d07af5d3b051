/** The four messages of SCRAM, read and written (RFC 5802 §7). They travel in `data`, as Base64 (RFC 7804 §5). */

import { base64, fromBase64, octetsOf, utf8Text } from '../../text/octets.ts'

/** `n,,n=user,r=…` */
export interface ClientFirst {
  readonly kind: 'first'
  /** `n,,`: whether the client binds to a channel, and for whom it wants to act. */
  readonly gs2: string
  /** Whether the client wants to bind to a channel, or to act for somebody else. */
  readonly special: boolean
  /** All behind it: what is signed. */
  readonly bare: string
  readonly username: string
  readonly nonce: string
}

/** `r=…,s=…,i=…` */
export interface ServerFirst {
  readonly text: string
  readonly nonce: string
  readonly salt: Uint8Array
  readonly iterations: number
}

/** `c=biws,r=…,p=…` */
export interface ClientFinal {
  readonly kind: 'final'
  readonly withoutProof: string
  readonly binding: string
  readonly nonce: string
  readonly proof: Uint8Array
}

/** `printable`, RFC 5802 §7: visible, and no comma. */
const NONCE = '[!-+\\--~]+'
const BASE64 = '(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?'
const CLIENT_FIRST = new RegExp(`^([ny]|p=[A-Za-z0-9.-]+),(a=[^,]*)?,(n=([^,]*),r=(${NONCE})(?:,.*)?)$`, 's')
const SERVER_FIRST = new RegExp(`^r=(${NONCE}),s=(${BASE64}),i=([1-9][0-9]{0,8})(?:,.*)?$`, 's')
const FINAL_START = new RegExp(`^c=(${BASE64}),r=(${NONCE})(?:,.*)?$`, 's')
const PROOF = new RegExp(`^${BASE64}$`)
const SERVER_FINAL = new RegExp(`^v=(${BASE64})(?:,.*)?$`, 's')

export const writeData = (message: string): string => base64(octetsOf(message))

/** What `data` holds; undefined where it is not the Base64 of text. */
export function readData(data: string): string | undefined {
  const octets = PROOF.test(data) ? fromBase64(data) : undefined
  return octets && utf8Text(octets)
}

/** `saslname`, RFC 5802 §7: commas and equals signs are written as `=2C` and `=3D`. */
export const writeName = (name: string): string => name.replaceAll('=', '=3D').replaceAll(',', '=2C')

/** Undefined where an equals sign stands for nothing known: such a login must fail (RFC 5802 §5.1). */
export function readName(text: string): string | undefined {
  if (/=(?!2C|3D)/.test(text)) return undefined
  return text.replaceAll('=2C', ',').replaceAll('=3D', '=')
}

export const writeBare = (username: string, nonce: string): string => `n=${writeName(username)},r=${nonce}`

export const writeServerFirst = (nonce: string, salt: string, iterations: number): string =>
  `r=${nonce},s=${salt},i=${iterations}`

export function readClientFirst(text: string): ClientFirst | undefined {
  const [, flag = '', authzid = '', bare = '', name = '', nonce = ''] = CLIENT_FIRST.exec(text) ?? []
  const username = readName(name)
  if (!bare || !username) return undefined
  const special = flag.startsWith('p') || authzid !== ''
  return { kind: 'first', gs2: `${flag},${authzid},`, special, bare, username, nonce }
}

export function readServerFirst(text: string): ServerFirst | undefined {
  const [, nonce = '', salt = '', iterations] = SERVER_FIRST.exec(text) ?? []
  const octets = fromBase64(salt)
  if (!octets || iterations === undefined) return undefined
  return { text, nonce, salt: octets, iterations: Number(iterations) }
}

/** The proof stands last, whatever extensions stand before it. */
export function readClientFinal(text: string): ClientFinal | undefined {
  const at = text.lastIndexOf(',p=')
  const withoutProof = text.slice(0, Math.max(at, 0))
  const [, binding, nonce = ''] = FINAL_START.exec(withoutProof) ?? []
  const proof = text.slice(at + ',p='.length)
  const octets = PROOF.test(proof) ? fromBase64(proof) : undefined
  if (binding === undefined || !octets) return undefined
  return { kind: 'final', withoutProof, binding, nonce, proof: octets }
}

/** The server's signature. */
export function readServerFinal(text: string): Uint8Array | undefined {
  const [, signature] = SERVER_FINAL.exec(text) ?? []
  return signature === undefined ? undefined : fromBase64(signature)
}
