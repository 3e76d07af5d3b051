/** What both sides bind their proofs to: `validation` says how, and `vh` is what goes into each proof (RFC 8120 §7). */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Working } from '../../auth/scheme.ts'
import type { HttpRequest } from '../../http/message.ts'
import { hex, octetsOf } from '../../text/octets.ts'
import { certificateOf } from './certificate.ts'
import { hostOf } from './host.ts'

/** The server's certificate belongs to TLS, the host to plain HTTP. `tls-unique` is for TLS without a certificate. */
export const VALIDATIONS = ['tls-server-end-point', 'host'] as const
export type Validation = (typeof VALIDATIONS)[number]

/** Undefined for one that nobody here knows. */
export const validationNamed = (value: string | undefined): Validation | undefined =>
  VALIDATIONS.find((each) => each === value?.toLowerCase())

export interface Binding {
  readonly vh: Uint8Array
  /** How a working writes it. */
  readonly text: string
  /** How it came about, where it isn’t the host as it stands. */
  readonly workings: readonly Working[]
}

/** Both sides ask here: who speaks to the same server gets the same. */
export function bindingOf(validation: Validation, request: HttpRequest): Binding {
  if (validation === 'host') {
    const host = hostOf(request)
    return { vh: octetsOf(host), text: host, workings: [] }
  }
  const { label, octets } = certificateOf(request)
  const vh = sha256(octets)
  const output = hex(vh)
  return { vh, text: output, workings: [{ name: 'vh', apply: 'SHA-256', input: [{ text: label }], output }] }
}
