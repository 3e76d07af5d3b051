/** Is this request signed by a client that is known, for a token that is good, and for the first time? (RFC 5849 §3.2) */

import type { Working } from '../../auth/scheme.ts'
import { type Base, baseOf } from './base-string.ts'
import { isWellFormed } from './form.ts'
import { type Expectation, type Inquiry, seconds } from './inquiry.ts'
import { methodNamed, type SharedSecrets, sameText, signHmac, signPlaintext, verifiesRsa } from './signature.ts'
import { type Client, type Use, withUse } from './space.ts'

export type Weighed =
  | { readonly result: 'refused'; readonly status: 400 | 401; readonly kind: 'malformed' | 'unauthorized' }
  | { readonly result: 'right'; readonly client: Client; readonly used: readonly Use[] }

const REFUSED = { result: 'refused', status: 401, kind: 'unauthorized' } as const

export function weigh(inquiry: Inquiry, expectation: Expectation): Weighed {
  if (!isWellFormed(inquiry, expectation)) return { result: 'refused', status: 400, kind: 'malformed' }
  const client = proofOf(inquiry, expectation)
  if (!client || !(expectation.proven?.(inquiry) ?? true)) return REFUSED
  const used = freshUse(inquiry, expectation)
  return used ? { result: 'right', client, used } : REFUSED
}

/** The questions about validity; the client where all are answered with yes. */
function proofOf(inquiry: Inquiry, expectation: Expectation): Client | undefined {
  const { ask, moot, value, saw } = inquiry
  const key = value('oauth_consumer_key') ?? ''
  const client = expectation.clients.find((each) => each.key === key)
  const asked = { saw: saw('oauth_consumer_key'), knew: { client: client?.name ?? key } }
  if (!ask('valid', 'client', client !== undefined, asked) || !client) return undefined

  const name = value('oauth_token')
  const token = name === undefined ? undefined : expectation.find?.(name)
  const own = token?.client === client.key
  const issued = { saw: saw('oauth_token'), knew: { client: client.name, token: name ?? '' } }
  if (name === undefined) moot('valid', 'token', issued)
  else if (!ask('valid', 'token', own, issued)) return undefined

  const { right, workings } = compare(inquiry, client, token?.secret ?? '')
  const knew = { method: value('oauth_signature_method') ?? '', client: client.name }
  return ask('valid', 'signature', right, { saw: saw('oauth_signature'), knew, workings }) ? client : undefined
}

/** Signs the request once more, or opens the signature with the client's public key. */
function compare(
  { value, request, parameters }: Inquiry,
  client: Client,
  token: string,
): { readonly right: boolean; readonly workings: readonly Working[] } {
  const got = value('oauth_signature') ?? ''
  const secrets: SharedSecrets = { client: client.secret, token }
  const method = methodNamed(value('oauth_signature_method'))
  // Whoever has no secret has not signed with an empty one (RFC 5849 §3.4.2).
  if (method !== 'RSA-SHA1' && client.secret === '') return { right: false, workings: [] }
  if (method === 'PLAINTEXT') return { right: sameText(signPlaintext(secrets).signature, got), workings: [] }
  const base = baseOf(request, parameters.all)
  if (method === 'RSA-SHA1') return opened(base, got, client)
  const { signature, workings } = signHmac(base.text, secrets)
  return { right: sameText(signature, got), workings: [...base.workings, ...workings] }
}

function opened(base: Base, signature: string, { rsa }: Client) {
  const right = rsa !== undefined && verifiesRsa(base.text, signature, rsa)
  const input = [{ text: 'public key, base string, oauth_signature' }]
  const last = { name: 'valid', apply: 'RSASSA-PKCS1-v1_5', input, output: String(right) }
  return { right, workings: rsa ? [...base.workings, last] : [] }
}

/** The questions about freshness; the nonces that are used from now on where all are answered with yes (RFC 5849 §3.3). */
function freshUse(inquiry: Inquiry, { skew, used }: Expectation): readonly Use[] | undefined {
  const { ask, moot, value, saw } = inquiry
  const now = seconds(inquiry)
  const [timestamp, nonce] = [value('oauth_timestamp'), value('oauth_nonce')]
  if (timestamp === undefined || nonce === undefined) {
    moot('fresh', 'timestamp', { saw: saw('oauth_signature_method'), cite: 'RFC 5849 §3.4.4' })
    return used
  }
  const at = Number(timestamp)
  const knew = { age: String(Math.abs(now - at)), skew: String(skew) }
  const inTime = Math.abs(now - at) <= skew
  if (!ask('fresh', 'timestamp', inTime, { saw: saw('oauth_timestamp'), knew, cite: 'RFC 5849 §3.3' })) return undefined
  const use: Use = { at, nonce, client: value('oauth_consumer_key') ?? '', token: value('oauth_token') ?? '' }
  const unused = used.every((each) => !sameUse(each, use))
  const asked = { saw: saw('oauth_nonce', 'oauth_timestamp'), knew: { nonce }, cite: 'RFC 5849 §3.3' } as const
  return ask('fresh', 'nonce', unused, asked) ? withUse(used, use, now, skew) : undefined
}

const sameUse = (one: Use, other: Use): boolean =>
  one.nonce === other.nonce && one.at === other.at && one.client === other.client && one.token === other.token
