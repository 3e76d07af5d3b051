/** The client answers (RFC 7486 §3, §5.2): it signs, for the origin that it believes it is talking to. */

import { param } from '../../auth/challenge.ts'
import { printElement } from '../../auth/print-element.ts'
import type { Answer, Ask } from '../../auth/scheme.ts'
import { base64url } from '../../text/octets.ts'
import { originOf } from './origin.ts'
import { sign } from './signature.ts'

export async function answer({ offer, secret, request, env }: Ask): Promise<Answer> {
  const { kid = '', n = '', e = '', d = '' } = secret
  const blob = {
    // 64 bits, as RFC 7486 §2 advises; 32 would be the least.
    nonce: base64url(env.random(8)),
    alg: '0',
    origin: originOf(request),
    realm: param(offer, 'realm')?.value ?? '',
    kid,
    challenge: param(offer, 'challenge')?.value ?? '',
  } as const
  const { sig, workings } = sign(blob, { n, e, d })
  const result = [kid, blob.challenge, blob.nonce, sig].join('.')
  return { fields: [['Authorization', printElement('HOBA', [['result', result, 'quoted']])]], workings }
}
