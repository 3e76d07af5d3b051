/** The client judges the server: only who has the verifier gets to the same `z` (RFC 8120 §4.5, §10). */

import { param } from '../../auth/challenge.ts'
import { parseParams } from '../../auth/parse-params.ts'
import type { Confirmation, Pair, Secret } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import { sameOctets } from '../../text/octets.ts'
import { agree, proofWorking, secretOf } from './answer.ts'
import { bindingOf } from './binding.ts'
import { octetsOfHex } from './hex.ts'
import { kc1Of, vksOf } from './kam3.ts'
import { nameOf } from './names.ts'
import { isOf, recall, sentIn } from './recall.ts'

export async function confirm(
  secret: Secret,
  { request, response }: Pair,
  earlier: readonly Pair[],
): Promise<Confirmation | undefined> {
  const sent = sentIn(request)
  const [field] = fieldsNamed(response, 'Authentication-Info')
  const sid = sent && param(sent, 'sid')?.value.toLowerCase()
  const nc = Number(sent && param(sent, 'nc')?.value)
  const known = sent && recall(earlier).sessions.findLast((each) => isOf(sent, each))
  const mine = known && known.username === nameOf(secret) && known.kc1 === kc1Of(secretOf(secret, known))
  if (!field || !mine || sid === undefined || !Number.isSafeInteger(nc) || nc < 0) return undefined
  const info = new Map(parseParams(field.value).value.map(({ name, value }) => [name.text.toLowerCase(), value]))
  const vks = info.get('vks')
  if (vks === undefined) return undefined

  const { steps, ask } = transcript('mutual', 'RFC 8120 §4.5')
  const saw = [field.value.span]
  const got = info.get('sid') ?? ''
  if (!ask('valid', 'server-sid', got.toLowerCase() === sid, { saw, knew: { sid, got } })) return { steps }
  const binding = bindingOf(known.validation, request)
  const { z, workings } = agree(secret, known)
  const expected = vksOf({ ...known, z, nc, vh: binding.vh })
  ask('valid', 'server-proof', sameOctets(octetsOfHex(expected), octetsOfHex(vks)), {
    saw,
    knew: { expected },
    workings: [...workings, ...binding.workings, proofWorking('vks', '03', nc, binding, expected)],
    cite: 'RFC 8120 §12.2',
  })
  return { steps }
}
