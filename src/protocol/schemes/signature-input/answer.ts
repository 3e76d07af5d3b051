/** The client signs (RFC 9421 §3.1): what the server asked for, or what any server should be content with. */

import type { Answer, Ask, Pair } from '../../auth/scheme.ts'
import type { HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'
import { componentNamed, readSignatures, readWanted, textOf, type Wanted } from '../../signatures/message-signature.ts'
import { signingKeyOf } from '../../signatures/sign.ts'
import { signRequest } from '../../signatures/signed-request.ts'
import { base64url } from '../../text/octets.ts'

export async function answer({ secret, request, earlier, env }: Ask): Promise<Answer> {
  const key = signingKeyOf(secret)
  if (!key) throw new Error(`The secret ${secret.id} holds no key that signs`)
  const wanted = fresh(asked(request, earlier) ?? usual(request), earlier, () => base64url(env.random(12)))
  return signRequest(request, wanted, { ...key, keyid: secret.keyid ?? '' }, env)
}

/** What this resource asked for when it answered last. */
function asked(request: HttpRequest, earlier: readonly Pair[]): Wanted | undefined {
  const here = addressOf(request)
  for (const pair of earlier.toReversed()) {
    const wanted = addressOf(pair.request) === here ? readWanted(pair.response) : undefined
    if (wanted) return wanted
  }
  return undefined
}

function addressOf(request: HttpRequest): string {
  const { host, path } = targetOf(request)
  return host + path
}

const usual = (request: HttpRequest): Wanted => ({
  label: 'sig1',
  items: ['@method', '@target-uri', ...(request.body.text === '' ? [] : ['content-digest'])].map(componentNamed),
  created: true,
  nonce: '',
})

/** A nonce that was used is replaced by one of the client's own. */
function fresh(wanted: Wanted, earlier: readonly Pair[], draw: () => string): Wanted {
  if (wanted.nonce === undefined) return wanted
  const used = earlier
    .flatMap(({ request }) => readSignatures(request) ?? [])
    .some((signature) => textOf(signature, 'nonce') === wanted.nonce)
  return wanted.nonce === '' || used ? { ...wanted, nonce: draw() } : wanted
}
