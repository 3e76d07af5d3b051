/**
 * A signature on something that the signer doesn't see: RSABSSA-SHA384-PSS-Deterministic (RFC 9474 §5), for keys of 2048
 * bits. "Deterministic" means that the message is signed as it is, without a random prefix; salt and blind are random.
 */

import {
  encodePss,
  integerOf,
  inverse,
  numberOf,
  octetsFrom,
  type RsaKey,
  type RsaPrivateKey,
  signPrimitive,
  verifiesPss,
  verifyPrimitive,
} from '../../keys/rsa.ts'

const LENGTH = 256
const SALT_LENGTH = 48

export interface Blinded {
  /** EMSA-PSS-ENCODE of the message. */
  readonly encoded: Uint8Array
  /** What the signer gets: `encoded × r^e mod n`. */
  readonly message: Uint8Array
  /** `r⁻¹ mod n`: takes the blind off again. */
  readonly inverse: bigint
}

/** Blind (RFC 9474 §4.2). `salt` has 48 octets; `r` is any number below the modulus, drawn by chance. */
export function blind(message: Uint8Array, key: RsaKey, salt: Uint8Array, r: Uint8Array): Blinded {
  const n = numberOf(key.n)
  const encoded = encodePss(message, salt, LENGTH * 8 - 1, 'SHA-384')
  // Below the modulus, and not 0. A number that shares a factor with it would break the key: nobody draws one.
  const factor = integerOf(r) % n || 1n
  const back = inverse(factor, n)
  if (back === undefined) throw new Error('The blind shares a factor with the modulus')
  const blinded = (integerOf(encoded) * verifyPrimitive(factor, key)) % n
  return { encoded, message: octetsFrom(blinded, LENGTH), inverse: back }
}

/** BlindSign (RFC 9474 §4.3); undefined for a number that is not below the modulus, or has another length. */
export function blindSign(message: Uint8Array, key: RsaPrivateKey): Uint8Array | undefined {
  const integer = integerOf(message)
  if (message.length !== LENGTH || integer >= numberOf(key.n)) return undefined
  return octetsFrom(signPrimitive(integer, key), LENGTH)
}

/** Finalize (RFC 9474 §4.4): the signature without the blind; undefined where it is not one of the message. */
export function finalize(
  message: Uint8Array,
  signature: Uint8Array,
  back: bigint,
  key: RsaKey,
): Uint8Array | undefined {
  const bare = octetsFrom((integerOf(signature) * back) % numberOf(key.n), LENGTH)
  return verifiesToken(message, bare, key) ? bare : undefined
}

/** RSASSA-PSS-VERIFY as tokens want it (RFC 9578 §6.4). */
export const verifiesToken = (input: Uint8Array, authenticator: Uint8Array, key: RsaKey): boolean =>
  verifiesPss(input, authenticator, key, 'SHA-384', SALT_LENGTH)
