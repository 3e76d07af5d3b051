/** The client answers: with its token, and with a proof made for this one request (RFC 9449 §7). */

import { printElement } from '../../auth/print-element.ts'
import type { Answer, Ask } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import { targetOf } from '../../http/target.ts'
import { makeProof } from './make-proof.ts'
import { askedBy } from './target-uri.ts'

export async function answer({ secret, request, earlier, env }: Ask): Promise<Answer> {
  const { d = '', token = '' } = secret
  const nonce = newestNonce({ request, earlier })
  const { proof, workings } = makeProof({ ...askedBy(request), d, token, nonce }, env)
  return {
    fields: [
      ['Authorization', printElement('DPoP', token)],
      ['DPoP', proof],
    ],
    workings,
  }
}

/** The last nonce that this server gave, in a refusal or in a success; those of other servers are none of its business (RFC 9449 §9). */
function newestNonce({ request, earlier }: Pick<Ask, 'request' | 'earlier'>): string | undefined {
  const { host } = targetOf(request)
  return earlier
    .filter((pair) => targetOf(pair.request).host === host)
    .flatMap(({ response }) => fieldsNamed(response, 'DPoP-Nonce'))
    .at(-1)?.value.text
}
