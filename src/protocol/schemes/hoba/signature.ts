/** The signature algorithms of HOBA (RFC 7486 §7, §9.3), and their arithmetic written down. */

import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Working } from '../../auth/scheme.ts'
import {
  integerOf,
  lengthOf,
  octetsFrom,
  type RsaHash,
  type RsaKey,
  type RsaPrivateKey,
  signPkcs1,
  verifiesPkcs1,
  verifyPrimitive,
} from '../../keys/rsa.ts'
import { base64url, fromBase64url, hex, octetsOf, sameOctets } from '../../text/octets.ts'
import { type Blob, blobWorking, printBlob } from './blob.ts'

const ALGORITHMS = {
  '0': { name: 'RSA-SHA256', hash: 'SHA-256', digest: sha256 },
  '1': { name: 'RSA-SHA1', hash: 'SHA-1', digest: sha1 },
} as const satisfies Readonly<Record<string, { name: string; hash: RsaHash; digest: (data: Uint8Array) => Uint8Array }>>

export type Alg = keyof typeof ALGORITHMS
export const ALGS: readonly Alg[] = ['0', '1']

/** As registered: `RSA-SHA256`. */
export const algorithmName = (alg: Alg): string => ALGORITHMS[alg].name

type Signed = Blob & { readonly alg: Alg }

function digestWorking(blob: Signed): Working {
  const { hash } = ALGORITHMS[blob.alg]
  return { name: 'digest', apply: hash, input: [{ text: 'HOBA-TBS' }], output: hex(digestOf(blob)) }
}

/** The client's side: the signature, base64url. */
export function sign(
  blob: Signed,
  key: RsaPrivateKey,
): { readonly sig: string; readonly workings: readonly Working[] } {
  const { hash } = ALGORITHMS[blob.alg]
  const sig = base64url(signPkcs1(octetsOf(printBlob(blob)), key, hash))
  const input = [{ text: 'digest, ' }, { text: key.d, secret: true }]
  const last: Working = { name: 'sig', apply: 'RSASSA-PKCS1-v1_5', input, output: sig }
  return { sig, workings: [blobWorking(blob), digestWorking(blob), last] }
}

/** The server's side: the one of these blobs that was signed so, if it is one of them. */
export function signedOf<T extends Signed>(blobs: readonly T[], sig: string, key: RsaKey): T | undefined {
  const octets = fromBase64url(sig)
  const opened = octets && open(octets, key)
  if (!octets || !opened) return undefined
  // The digest at the end tells which one is worth a whole verification.
  const likely = blobs.filter((blob) => endsWith(opened, digestOf(blob)))
  return likely.find((blob) => verifiesPkcs1(octetsOf(printBlob(blob)), octets, key, ALGORITHMS[blob.alg].hash))
}

/** What the server calculates; a right signature opens to the digest. */
export function verificationWorkings(blob: Signed, sig: string, key: RsaKey): readonly Working[] {
  const lines = [blobWorking(blob), digestWorking(blob)]
  const octets = fromBase64url(sig)
  const opened = octets && open(octets, key)
  if (!opened) return lines
  const output = hex(opened.slice(-digestOf(blob).length))
  return [...lines, { name: 'digest in sig', apply: 'RSAVP1', input: [{ text: sig }], output }]
}

/** RSAVP1 (RFC 8017 §5.2.2), of a signature that is as long as the key. */
const open = (octets: Uint8Array, key: RsaKey): Uint8Array | undefined =>
  octets.length === lengthOf(key) ? octetsFrom(verifyPrimitive(integerOf(octets), key), octets.length) : undefined

const digestOf = (blob: Signed): Uint8Array => ALGORITHMS[blob.alg].digest(octetsOf(printBlob(blob)))

const endsWith = (octets: Uint8Array, end: Uint8Array): boolean => sameOctets(octets.slice(-end.length), end)
