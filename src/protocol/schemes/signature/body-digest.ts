/** `Digest: SHA-256=…`, the hash of the body as it was written then (RFC 3230 §4.3.2, obsoleted by RFC 9530). */

import { sha256 } from '@noble/hashes/sha2.js'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { base64, octetsOf } from '../../text/octets.ts'

export const digestOf = ({ body }: HttpRequest): string => `SHA-256=${base64(sha256(octetsOf(body.text)))}`

/** Whether one of its values is that of the body; the algorithm's name is written in any case (RFC 3230 §4.1.1). */
export function hasRightDigest(request: HttpRequest): boolean {
  const right = digestOf(request)
  return fieldsNamed(request, 'Digest')
    .flatMap(({ value }) => value.text.split(','))
    .map((each) => each.trim().replace(/^sha-256=/i, 'SHA-256='))
    .includes(right)
}
