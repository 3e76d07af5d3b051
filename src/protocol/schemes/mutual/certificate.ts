/**
 * The certificate that a server shows in TLS.
 *
 * Modelled: a page sees no certificate, so a text that names the host stands for its DER. Real ends hash the certificate
 * that the handshake brought, with SHA-256 where its signature uses that, or MD5 or SHA-1 (RFC 5929 §4.1).
 */

import type { HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'
import { octetsOf } from '../../text/octets.ts'

export interface Certificate {
  /** What the octets spell, for people. */
  readonly label: string
  readonly octets: Uint8Array
}

/** One for each name, whatever the port: certificates name hosts, no ports. */
export function certificateOf(request: HttpRequest): Certificate {
  const label = `modelled certificate of ${targetOf(request).host.replace(/:[0-9]*$/, '')}`
  return { label, octets: octetsOf(label) }
}
