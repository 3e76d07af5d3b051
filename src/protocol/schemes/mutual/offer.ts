/** What a client can make of a challenge (RFC 8120 §4.1, §4.3). */

import { type AuthElement, type Challenge, param } from '../../auth/challenge.ts'
import { type Validation, validationNamed } from './binding.ts'
import { isHex } from './hex.ts'
import { ALGORITHM, isPoint } from './kam3.ts'

/** What every message repeats. */
export interface Offer {
  readonly realm: string
  readonly authScope: string
  readonly validation: Validation
  /** Absent where the server asks for a key exchange. */
  readonly session?: Exchanged
}

/** 401-KEX-S1. */
export interface Exchanged {
  readonly sid: string
  readonly ks1: string
  readonly ncMax: number
}

/**
 * Undefined for another version, algorithm or validation (RFC 8120 §10).
 *
 * Departures: over TLS a client has to refuse `host` (§7). Ours takes what a server says, so that both can be seen.
 */
export function readOffer(challenge: Challenge): Offer | undefined {
  const value = (name: string) => param(challenge, name)?.value
  const known = value('version') === '1' && value('algorithm')?.toLowerCase() === ALGORITHM
  const [validation, realm] = [validationNamed(value('validation')), value('realm')]
  if (!known || !validation || realm === undefined) return undefined
  const offer = { realm, authScope: value('auth-scope') ?? '', validation }
  if (value('ks1') === undefined) return offer
  const session = exchangedIn(challenge)
  return session && { ...offer, session }
}

export function exchangedIn(challenge: AuthElement): Exchanged | undefined {
  const value = (name: string) => param(challenge, name)?.value ?? ''
  const [sid, ks1, ncMax] = [value('sid'), value('ks1'), value('nc-max')]
  if (!isHex(sid) || !isPoint(ks1) || !/^[0-9]{1,9}$/.test(ncMax)) return undefined
  return { sid: sid.toLowerCase(), ks1: ks1.toLowerCase(), ncMax: Number(ncMax) }
}
