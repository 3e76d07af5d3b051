/** Does the client hold the key that its tokens are to be bound to? (RFC 9449 §5) */

import type { FieldDraft } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import { checkProof } from '../../schemes/dpop/proof.ts'
import { base64url } from '../../text/octets.ts'
import { type Failure, type Inquiry, secondsFrom } from './inquiry.ts'
import { type Memory, withSeen } from './memory.ts'
import type { Client } from './settings.ts'

export interface Possession {
  /** Thumbprint of the key; absent where none was shown. */
  readonly jkt?: string
  readonly memory: Memory
  readonly fields: readonly FieldDraft[]
}

/** Seconds that a proof may be away from the server's clock. */
const LIFETIME = 60
const PROOF = 'proof '

export const showsProof = ({ request }: Inquiry): boolean => fieldsNamed(request, 'DPoP').length > 0

/** Nonces are asked of those only whose tokens have to be bound: others may leave proofs away altogether. */
export function checkPossession(inquiry: Inquiry, client: Client): Possession | Failure {
  const { request, memory, env, heard, ask } = inquiry
  const shown = showsProof(inquiry)
  if (!shown && !client.bound) return { memory, fields: [] }
  const wanted = { knew: { client: client.name }, cite: 'RFC 9449 §5.2' } as const
  if (client.bound && !ask('sent', 'proof-wanted', shown, wanted))
    return { error: 'invalid_dpop_proof', description: 'The tokens of this client have to be bound to a key' }
  const nonces = client.bound ? goodNonces(inquiry) : undefined
  const seen = memory.seen.filter(({ id }) => id.startsWith(PROOF)).map(({ id }) => id.slice(PROOF.length))
  const checked = checkProof(request, env, { lifetime: LIFETIME, seen, nonces })
  heard(checked.steps)
  if (checked.result === 'verified') {
    // A proof may come from a clock that is ahead by as much as it may be old.
    const until = env.now() + 2 * LIFETIME * 1000
    const kept = withSeen(memory, PROOF + checked.jti, until, env.now())
    return { jkt: checked.jkt, memory: kept, fields: [] }
  }
  const { kind, description } = checked.refusal
  if (kind !== 'use_dpop_nonce') return { error: kind, description }
  const { nonce, memory: told } = newNonce(inquiry)
  return { error: kind, description, memory: told, fields: [['DPoP-Nonce', nonce]] }
}

const goodNonces = ({ memory, env }: Inquiry): readonly string[] =>
  memory.nonces.filter(({ expires }) => env.now() < expires).map(({ nonce }) => nonce)

/** RFC 9449 §8. */
function newNonce(inquiry: Inquiry): { readonly nonce: string; readonly memory: Memory } {
  const { memory, env, settings } = inquiry
  const nonce = base64url(env.random(12))
  const alive = memory.nonces.filter(({ expires }) => env.now() < expires)
  const expires = secondsFrom(inquiry, settings.lives.nonce)
  return { nonce, memory: { ...memory, nonces: [...alive, { nonce, expires }] } }
}
