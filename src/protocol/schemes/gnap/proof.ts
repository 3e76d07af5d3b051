/** Was the request signed with the client's key? Asked by the resource and by the authorization server (RFC 9635 §7.3.1). */

import type { Env } from '../../auth/scheme.ts'
import type { Transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import {
  findSignature,
  objectionToCover,
  objectionToProof,
  objectionToTime,
  remembered,
  type Uses,
} from '../../signatures/examination.ts'
import { type MessageSignature, sawParams, textOf } from '../../signatures/message-signature.ts'
import { type ClientKey, policyFor } from './space.ts'

interface Terms {
  readonly transcript: Transcript
  readonly request: HttpRequest
  /** Whether a token goes with it, which the signature must cover. */
  readonly authorized: boolean
  readonly maxAge: number
}

/** The signature that is meant for GNAP, if there is one that can be read. */
export const findProof = ({ transcript, request, authorized, maxAge }: Terms): MessageSignature | undefined =>
  findSignature({ transcript, request, policy: policyFor(request, authorized, maxAge) })

export type Proof =
  | { readonly result: 'proved'; readonly uses: Uses }
  /** `why` names what speaks against it. */
  | { readonly result: 'refused'; readonly why: string }

/** Is it of this key, over this message, of now? */
export function prove(
  { transcript, request, authorized, maxAge }: Terms,
  signature: MessageSignature,
  key: ClientKey,
  uses: Uses,
  env: Env,
): Proof {
  const { ask } = transcript
  const refused = (why: string) => ({ result: 'refused', why }) as const
  const policy = policyFor(request, authorized, maxAge)
  const examined = { transcript, request, policy }
  const cover = objectionToCover(examined, signature)
  if (cover) return refused(cover)
  const keyid = textOf(signature, 'keyid') ?? ''
  const bound = {
    saw: sawParams(signature, 'keyid'),
    knew: { keyid, bound: key.keyid },
    cite: 'RFC 9635 §7.3.1' as const,
  }
  if (!ask('valid', 'key', keyid === key.keyid, bound)) return refused('key')
  const alg = textOf(signature, 'alg')
  const silent = { saw: sawParams(signature, 'alg'), knew: { alg: alg ?? '' }, cite: 'RFC 9635 §7.3.1' as const }
  if (!ask('valid', 'no-alg', alg === undefined, silent)) return refused('alg')
  const proof = objectionToProof(examined, signature, key)
  if (proof) return refused(proof)
  const time = objectionToTime(examined, signature, uses, env)
  if (time) return refused(time)
  return { result: 'proved', uses: remembered(uses, signature, policy, env) }
}
