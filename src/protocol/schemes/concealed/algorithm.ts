/** The signature algorithms that keys here are for, and how TLS writes their keys and signatures (RFC 9729 §3.1.1, §4.4). */

import { ed25519 } from '@noble/curves/ed25519.js'
import { p256 } from '@noble/curves/nist.js'
import { pointOf, publicKeyOf, signP256, verifiesP256 } from '../../keys/p256.ts'
import { base64url, fromBase64url } from '../../text/octets.ts'

export interface Algorithm {
  /** As IANA's registry "TLS SignatureScheme" calls it. */
  readonly name: 'ed25519' | 'ecdsa_secp256r1_sha256'
  /** Its number there: what stands in `s`. */
  readonly id: number
  /** The public key of a private one (base64url), as it stands in `a`. */
  publicKey(d: string): Uint8Array
  sign(message: Uint8Array, d: string): Uint8Array
  /** Never throws: what is no key or no signature verifies nothing. */
  verifies(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean
}

/** 32 octets (RFC 8032 §5.1.5); the signature is 64 (§5.1.6). */
const ed: Algorithm = {
  name: 'ed25519',
  id: 0x0807,
  publicKey: (d) => ed25519.getPublicKey(privateOctets(d)),
  sign: (message, d) => ed25519.sign(message, privateOctets(d)),
  verifies: (message, signature, publicKey) =>
    signature.length === 64 &&
    publicKey.length === 32 &&
    ed25519.verify(signature, message, publicKey, { zip215: false }),
}

/** `UncompressedPointRepresentation` (RFC 8446 §4.2.8.2); the signature is a DER `ECDSA-Sig-Value` (§4.2.3). */
const ec: Algorithm = {
  name: 'ecdsa_secp256r1_sha256',
  id: 0x0403,
  publicKey(d) {
    const { x, y } = publicKeyOf(d)
    return pointOf(x, y) ?? new Uint8Array()
  },
  sign: (message, d) => p256.Signature.fromBytes(signP256(message, d), 'compact').toBytes('der'),
  verifies(message, signature, publicKey) {
    const compact = compactOf(signature)
    const point = { x: base64url(publicKey.subarray(1, 33)), y: base64url(publicKey.subarray(33)) }
    return compact !== undefined && publicKey[0] === 4 && verifiesP256(message, compact, point)
  },
}

/** `r || s` of a DER signature; undefined for anything else. */
function compactOf(der: Uint8Array): Uint8Array | undefined {
  try {
    return p256.Signature.fromBytes(der, 'der').toBytes('compact')
  } catch {
    return undefined
  }
}

const algorithms = [ed, ec] as const
export const algorithmNames = algorithms.map(({ name }) => name)
export const algorithmIds = algorithms.map(({ id }) => String(id))

export const algorithmNamed = (name: string | undefined): Algorithm | undefined =>
  algorithms.find((each) => each.name === name)

export const algorithmOf = (id: number): Algorithm | undefined => algorithms.find((each) => each.id === id)

function privateOctets(d: string): Uint8Array {
  const octets = fromBase64url(d)
  if (octets?.length !== 32) throw new Error('The private key is not 32 octets of base64url')
  return octets
}
