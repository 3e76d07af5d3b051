/** The client signs a request (RFC 5849 §3.1). */

import { param } from '../../auth/challenge.ts'
import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Answer, Ask, Secret } from '../../auth/scheme.ts'
import { targetOf } from '../../http/target.ts'
import { baseOf } from './base-string.ts'
import { randomText } from './nonce.ts'
import { parametersOf } from './parameters.ts'
import { encode } from './percent.ts'
import { type Method, methodNamed, signHmac, signPlaintext, signRsa } from './signature.ts'
import { follow, type Held } from './thread.ts'

type Pairs = readonly (readonly [name: string, value: string])[]

export const methodOf = ({ method = 'HMAC-SHA1' }: Secret): Method | undefined => methodNamed(method)

export async function answer({ offer, secret, request, earlier, env }: Ask): Promise<Answer> {
  const method = methodOf(secret)
  if (!method) throw new Error(`No client signs with ${secret.method}`)
  const held = heldFor(secret, targetOf(request).path, earlier)
  const pairs: Pairs = [
    ['oauth_consumer_key', secret.consumerKey ?? ''],
    ...given('oauth_token', held?.token),
    ['oauth_signature_method', method],
    // What is not signed needs no date (RFC 5849 §3.1).
    ...(method === 'PLAINTEXT' ? [] : dated(env)),
    // Only the request for temporary credentials says where the person is to be sent back to (RFC 5849 §2.1).
    ...given('oauth_callback', held ? undefined : secret.callback),
    ...given('oauth_verifier', held?.verifier),
  ]
  const own = pairs.map(([name, value]) => ({ name, value, from: 'field' as const }))
  const others = parametersOf(request, undefined).all
  const base = baseOf(request, [...own, ...others])
  const { signature, workings } = sign(method, base.text, secret, held)
  const realm = param(offer, 'realm')?.value
  const drafts: readonly ParamDraft[] = [
    ...given('realm', realm).map(([name, value]): ParamDraft => [name, value, 'quoted']),
    ...[...pairs, ['oauth_signature', signature] as const].map(
      ([name, value]): ParamDraft => [name, encode(value), 'quoted'],
    ),
  ]
  return {
    fields: [['Authorization', printElement('OAuth', drafts)]],
    workings: method === 'PLAINTEXT' ? workings : [...base.workings, ...workings],
  }
}

const given = (name: string, value: string | undefined): Pairs => (value === undefined ? [] : [[name, value]])

const dated = (env: Ask['env']): Pairs => [
  ['oauth_timestamp', String(Math.floor(env.now() / 1000))],
  ['oauth_nonce', randomText(env, 11)],
]

/** Its token; where it has none yet, what the server gave it on the way to one. At the first step it begins anew. */
function heldFor(secret: Secret, path: string, earlier: Ask['earlier']): Held | undefined {
  const { token, tokenSecret = '', verifier, initiate } = secret
  if (token !== undefined) return { token, secret: tokenSecret, verifier }
  return path === initiate ? undefined : follow(secret, earlier)
}

function sign(method: Method, base: string, secret: Secret, held: Held | undefined) {
  const { n = '', e = '', d = '' } = secret
  const secrets = { client: secret.consumerSecret ?? '', token: held?.secret ?? '' }
  if (method === 'RSA-SHA1') return signRsa(base, { n, e, d })
  return method === 'PLAINTEXT' ? signPlaintext(secrets) : signHmac(base, secrets)
}
