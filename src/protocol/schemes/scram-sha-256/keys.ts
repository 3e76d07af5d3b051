/** The arithmetic of SCRAM, each line of it written down (RFC 5802 §3). */

import { hmac } from '@noble/hashes/hmac.js'
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import type { Working } from '../../auth/scheme.ts'
import { xor } from '../../text/hex-octets.ts'
import { base64, hex, octetsOf, sameOctets } from '../../text/octets.ts'
import type { Mechanism } from './mechanism.ts'

/** What a server keeps instead of the password (RFC 5802 §3). */
export interface Verifier {
  readonly storedKey: Uint8Array
  readonly serverKey: Uint8Array
}

interface Keys extends Verifier {
  readonly saltedPassword: Uint8Array
  readonly clientKey: Uint8Array
}

/** All messages that the proofs sign. */
export interface Talk {
  readonly clientFirstBare: string
  readonly serverFirst: string
  readonly withoutProof: string
}

/**
 * Salted passwords by what they were made from: thousands of rounds are slow on purpose, and the page asks for the same
 * ones again and again. The same input gives the same output, remembered or not.
 */
const salted = new Map<string, Uint8Array>()

/** `Hi(password, salt, i)`: PBKDF2 with HMAC (RFC 5802 §2.2). The password is prepared already. */
function saltPassword({ hash, key }: Mechanism, password: string, salt: Uint8Array, iterations: number): Uint8Array {
  const asked = JSON.stringify([key, password, hex(salt), iterations])
  const known = salted.get(asked)
  if (known) return known
  const made = pbkdf2(hash, octetsOf(password), salt, { c: iterations, dkLen: hash.outputLen })
  salted.set(asked, made)
  return made
}

export function keysOf(mechanism: Mechanism, password: string, salt: Uint8Array, iterations: number): Keys {
  const { hash } = mechanism
  const saltedPassword = saltPassword(mechanism, password, salt, iterations)
  const clientKey = hmac(hash, saltedPassword, octetsOf('Client Key'))
  const serverKey = hmac(hash, saltedPassword, octetsOf('Server Key'))
  return { saltedPassword, clientKey, storedKey: hash(clientKey), serverKey }
}

export const authMessage = ({ clientFirstBare, serverFirst, withoutProof }: Talk): string =>
  [clientFirstBare, serverFirst, withoutProof].join(',')

const signature = ({ hash }: Mechanism, key: Uint8Array, talk: Talk): Uint8Array =>
  hmac(hash, key, octetsOf(authMessage(talk)))

/** `ClientProof = ClientKey XOR HMAC(StoredKey, AuthMessage)` */
export const clientProof = (mechanism: Mechanism, { clientKey, storedKey }: Keys, talk: Talk): Uint8Array =>
  xor(clientKey, signature(mechanism, storedKey, talk))

/** `ServerSignature = HMAC(ServerKey, AuthMessage)` */
export const serverSignature = (mechanism: Mechanism, { serverKey }: Verifier, talk: Talk): Uint8Array =>
  signature(mechanism, serverKey, talk)

/** Takes the signature off the proof: what is left must hash to the stored key. */
export function proves(mechanism: Mechanism, { storedKey }: Verifier, talk: Talk, proof: Uint8Array): boolean {
  const clientKey = xor(proof, signature(mechanism, storedKey, talk))
  return proof.length === storedKey.length && sameOctets(mechanism.hash(clientKey), storedKey)
}

const joined = ({ clientFirstBare, serverFirst, withoutProof }: Talk): Working => ({
  name: 'AuthMessage',
  apply: 'Join',
  input: [{ text: `${clientFirstBare},` }, { text: `${serverFirst},` }, { text: withoutProof }],
  output: authMessage({ clientFirstBare, serverFirst, withoutProof }),
})

/** What the client calculates, up to the proof. */
export function clientWorkings(
  mechanism: Mechanism,
  password: string,
  { salt, iterations }: { readonly salt: Uint8Array; readonly iterations: number },
  talk: Talk,
): readonly Working[] {
  const { label } = mechanism
  const keys = keysOf(mechanism, password, salt, iterations)
  return [
    {
      name: 'SaltedPassword',
      apply: `PBKDF2-HMAC-${label}`,
      input: [{ text: password, secret: true }, { text: `, ${base64(salt)}, ${iterations}` }],
      output: hex(keys.saltedPassword),
    },
    {
      name: 'ClientKey',
      apply: `HMAC-${label}`,
      input: [{ text: 'SaltedPassword, "Client Key"' }],
      output: hex(keys.clientKey),
    },
    { name: 'StoredKey', apply: label, input: [{ text: 'ClientKey' }], output: hex(keys.storedKey) },
    joined(talk),
    {
      name: 'ClientSignature',
      apply: `HMAC-${label}`,
      input: [{ text: 'StoredKey, AuthMessage' }],
      output: hex(signature(mechanism, keys.storedKey, talk)),
    },
    {
      name: 'ClientProof',
      apply: 'XOR',
      input: [{ text: 'ClientKey, ClientSignature' }],
      output: base64(clientProof(mechanism, keys, talk)),
    },
  ]
}

/** What the server calculates from the proof, with the stored key in the password's place. */
export function serverWorkings(
  mechanism: Mechanism,
  { storedKey }: Verifier,
  talk: Talk,
  proof: Uint8Array,
): readonly Working[] {
  const { label, hash } = mechanism
  const signed = signature(mechanism, storedKey, talk)
  const clientKey = xor(proof, signed)
  return [
    joined(talk),
    {
      name: 'ClientSignature',
      apply: `HMAC-${label}`,
      input: [{ text: hex(storedKey), secret: true }, { text: ', AuthMessage' }],
      output: hex(signed),
    },
    {
      name: 'ClientKey',
      apply: 'XOR',
      input: [{ text: `${base64(proof)}, ClientSignature` }],
      output: hex(clientKey),
    },
    { name: 'StoredKey', apply: label, input: [{ text: 'ClientKey' }], output: hex(hash(clientKey)) },
  ]
}
