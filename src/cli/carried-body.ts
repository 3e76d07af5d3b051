/**
 * Octets and the text that messages are in the simulated world, and back.
 *
 * Departures: a body that is no UTF-8 is carried as its Base64, so a scheme that signs bodies sees another one there. The
 * issuer of private tokens wants it so, and whoever sent it octets gets octets.
 */

import { fieldsNamed } from '../protocol/http/field.ts'
import type { HttpResponse } from '../protocol/http/message.ts'
import { base64, fromBase64, latin1Text, octetsOf, utf8Text } from '../protocol/text/octets.ts'

export interface Carried {
  readonly text: string
  /** Whether the text is Base64 of what was sent. */
  readonly encoded: boolean
}

export function carried(body: Uint8Array): Carried {
  const text = utf8Text(body)
  return text === undefined ? { text: base64(body), encoded: true } : { text, encoded: false }
}

/** A message head as text. Whatever is no UTF-8 is obs-text (RFC 9110 §5.5), and read octet by octet. */
export const headText = (octets: Uint8Array): string => utf8Text(octets) ?? latin1Text(octets)

/** Media types whose content is octets everywhere else. */
const BINARY = /^application\/private-token-(?:request|response)$/i

/** The octets of a response's body; `encoded` as it was with its request. */
export function bodyOctets(response: HttpResponse, encoded: boolean): Uint8Array {
  const [type] = fieldsNamed(response, 'Content-Type')
  const binary = encoded && type && BINARY.test(type.value.text)
  return (binary && fromBase64(response.body.text)) || octetsOf(response.body.text)
}
