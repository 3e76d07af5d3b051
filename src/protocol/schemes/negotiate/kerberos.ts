/**
 * Kerberos messages in their form (RFC 4120 §5.5, RFC 4121 §4.1). Scripted: no KDC encrypts anything here. A ticket holds a
 * sample text where a real one is sealed for the service, and the authenticator shows its time, under a MAC with the session
 * key, where a real one is encrypted with it.
 */

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { latin1Text, octetsOf, sameOctets, utf8Text } from '../../text/octets.ts'
import { application, context, der, joined, members, oidOctets, oidText, only, readAll, TAG } from './der.ts'
import { isKerberos, OID } from './spnego.ts'

/** aes256-cts-hmac-sha1-96: what real ones have here (RFC 3962 §7). */
const ETYPE = 18

const integer = (value: number) => der(TAG.integer, Uint8Array.of(value))
const text = (value: string) => der(TAG.text, octetsOf(value))
const encrypted = (cipher: Uint8Array) =>
  der(TAG.sequence, der(context(0), integer(ETYPE)), der(context(2), der(TAG.octets, cipher)))

export interface Ticket {
  readonly realm: string
  /** `HTTP/api.example.com` */
  readonly service: string
  /** The sample in the place of what the KDC sealed. */
  readonly sample: string
}

export interface ApReq {
  readonly ticket: Ticket
  /** The client wants a proof in return. */
  readonly mutual: boolean
  /** What the seal is made of, besides the key and the time. */
  readonly covered: Uint8Array
  /** Milliseconds since 1970. */
  readonly time: number
  readonly seal: Uint8Array
}

const writeTicket = ({ realm, service, sample }: Ticket): Uint8Array =>
  der(
    application(1),
    der(
      TAG.sequence,
      der(context(0), integer(5)),
      der(context(1), text(realm)),
      der(
        context(2),
        der(
          TAG.sequence,
          der(context(0), integer(3)),
          der(context(1), der(TAG.sequence, ...service.split('/').map(text))),
        ),
      ),
      der(context(3), encrypted(octetsOf(sample))),
    ),
  )

/** Version, message type, options with `mutual-required`, and the ticket: all that stands before the authenticator. */
const coveredBy = (ticket: Ticket): Uint8Array =>
  joined(
    der(context(0), integer(5)),
    der(context(1), integer(14)),
    der(context(2), der(TAG.bits, Uint8Array.of(0, 0x20, 0, 0, 0))),
    der(context(3), writeTicket(ticket)),
  )

function timeOctets(time: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigInt64(0, BigInt(Math.trunc(time)))
  return new Uint8Array(view.buffer)
}

export const sealOf = (sessionKey: string, covered: Uint8Array, time: number): Uint8Array =>
  hmac(sha256, octetsOf(sessionKey), joined(octetsOf('AP-REQ'), covered, timeOctets(time))).slice(0, 16)

/** What only a server that could open the ticket can make. */
export const replySealOf = (sessionKey: string, time: number): Uint8Array =>
  hmac(sha256, octetsOf(sessionKey), joined(octetsOf('AP-REP'), timeOctets(time))).slice(0, 16)

/** Mechanism, token id 01 00, message (RFC 4121 §4.1). */
const gss = (id: number, message: Uint8Array): Uint8Array =>
  der(application(0), der(TAG.oid, oidOctets(OID.kerberos)), Uint8Array.of(id, 0), message)

export function writeApReq(ticket: Ticket, sessionKey: string, time: number): Uint8Array {
  const covered = coveredBy(ticket)
  const cipher = joined(timeOctets(time), sealOf(sessionKey, covered, time))
  return gss(1, der(application(14), der(TAG.sequence, covered, der(context(4), encrypted(cipher)))))
}

export const writeApRep = (sessionKey: string, time: number): Uint8Array =>
  gss(
    2,
    der(
      application(15),
      der(
        TAG.sequence,
        der(context(0), integer(5)),
        der(context(1), integer(15)),
        der(context(2), encrypted(replySealOf(sessionKey, time))),
      ),
    ),
  )

/** The message in a token of Kerberos's with that id. */
function inGss(octets: Uint8Array, id: number): Uint8Array | undefined {
  const content = only(octets, application(0))
  const length = content?.[1] ?? 0
  if (!content || content[0] !== TAG.oid || !isKerberos(oidText(content.subarray(2, 2 + length)))) return undefined
  return content[2 + length] === id && content[3 + length] === 0 ? content.subarray(4 + length) : undefined
}

const cipherIn = (octets: Uint8Array | undefined): Uint8Array | undefined =>
  only(members(octets)?.get(context(2)), TAG.octets)

export function readApReq(octets: Uint8Array): ApReq | undefined {
  const message = inGss(octets, 1)
  const sequence = message && only(message, application(14))
  const found = members(sequence)
  const parts = only(sequence, TAG.sequence)
  const ticket = readTicket(found?.get(context(3)))
  const options = only(found?.get(context(2)), TAG.bits)
  const authenticator = found?.get(context(4))
  const cipher = cipherIn(authenticator)
  if (!parts || !ticket || !options || !authenticator || cipher?.length !== 24) return undefined
  // Of the kind of encryption that is agreed on, and written in the one way that DER allows.
  if (!sameOctets(encrypted(cipher), authenticator)) return undefined
  const last = der(context(4), authenticator).length
  const time = Number(new DataView(cipher.slice(0, 8).buffer).getBigInt64(0))
  const covered = parts.slice(0, parts.length - last)
  return { ticket, mutual: ((options[1] ?? 0) & 0x20) !== 0, covered, time, seal: cipher.slice(8) }
}

function readTicket(octets: Uint8Array | undefined): Ticket | undefined {
  const found = members(octets && only(octets, application(1)))
  const realm = only(found?.get(context(1)), TAG.text)
  const names = only(members(found?.get(context(2)))?.get(context(1)), TAG.sequence)
  const parts = names && readAll(names)
  const cipher = cipherIn(found?.get(context(3)))
  if (!realm || !parts || !cipher) return undefined
  const service = parts.map(({ content }) => latin1Text(content)).join('/')
  return { realm: latin1Text(realm), service, sample: utf8Text(cipher) ?? '' }
}

/** The seal of the server. */
export function readApRep(octets: Uint8Array): Uint8Array | undefined {
  const message = inGss(octets, 2)
  return cipherIn(members(message && only(message, application(15)))?.get(context(2)))
}
