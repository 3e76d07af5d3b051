/** Message signatures, read once for all rules (RFC 9421 §4). */

import type { HttpMessage } from '../../protocol/http/message.ts'
import { type MessageSignature, readSignatures } from '../../protocol/signatures/message-signature.ts'
import { linesOf } from '../reading.ts'
import type { Reading } from '../rule.ts'

const kept = new WeakMap<HttpMessage, readonly MessageSignature[]>()

/** Those that `Signature-Input` tells about; none where the fields can't be read, as then they are nothing at all. */
export function signaturesOf(reading: Reading | undefined): readonly MessageSignature[] {
  if (!reading || linesOf(reading, 'signature-input').length === 0) return []
  const { message } = reading
  const found = kept.get(message) ?? readSignatures(message) ?? []
  kept.set(message, found)
  return found
}
