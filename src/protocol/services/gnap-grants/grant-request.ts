/** Reads a grant request (RFC 9635 §2): what the client wants, its key, and how a person can be asked. */

import type { Json } from '../../auth/scheme.ts'
import type { HttpRequest } from '../../http/message.ts'
import { memberOf, readJson, textMember, textsOf } from '../../schemes/gnap/json.ts'
import type { ClientKey } from '../../schemes/gnap/space.ts'
import { type HashMethod, isHashMethod } from './interaction-hash.ts'

export interface GrantRequest {
  readonly access: readonly string[]
  readonly client: string
  readonly key: ClientKey
  readonly finish: { readonly uri: string; readonly nonce: string; readonly method: HashMethod }
}

/** What of it can't be used, by the name of the member; the request itself otherwise. */
export function readGrantRequest(request: HttpRequest): GrantRequest | { readonly missing: string } {
  const body = readJson(request.body.text)
  const access = textsOf(memberOf(memberOf(body, 'access_token'), 'access'))
  if (!access || access.length === 0) return { missing: 'access_token.access' }
  const client = memberOf(body, 'client')
  const given = memberOf(client, 'key')
  if (textMember(given, 'proof') !== 'httpsig') return { missing: 'client.key.proof' }
  const key = keyOf(memberOf(given, 'jwk'))
  if (!key) return { missing: 'client.key.jwk' }
  const interact = memberOf(body, 'interact')
  if (!textsOf(memberOf(interact, 'start'))?.includes('redirect')) return { missing: 'interact.start' }
  const finish = finishOf(memberOf(interact, 'finish'))
  if (!finish) return { missing: 'interact.finish' }
  return { access, client: textMember(memberOf(client, 'display'), 'name') ?? key.keyid, key, finish }
}

/** The algorithm follows from the key (RFC 9635 §7.3.1), and public keys only are taken. */
function keyOf(jwk: Json | undefined): ClientKey | undefined {
  const [kid, kty, alg, crv] = ['kid', 'kty', 'alg', 'crv'].map((name) => textMember(jwk, name))
  const [x, y, n, e] = ['x', 'y', 'n', 'e'].map((name) => textMember(jwk, name))
  if (!kid || textMember(jwk, 'd') !== undefined) return undefined
  if (kty === 'OKP' && crv === 'Ed25519' && alg === 'EdDSA' && x) return { keyid: kid, alg: 'ed25519', x }
  if (kty === 'EC' && crv === 'P-256' && alg === 'ES256' && x && y)
    return { keyid: kid, alg: 'ecdsa-p256-sha256', x, y }
  if (kty === 'RSA' && alg === 'PS512' && n && e) return { keyid: kid, alg: 'rsa-pss-sha512', n, e }
  if (kty === 'RSA' && alg === 'RS256' && n && e) return { keyid: kid, alg: 'rsa-v1_5-sha256', n, e }
  return undefined
}

/** By redirect, to an address of https without a fragment (RFC 9635 §2.5.2). */
function finishOf(finish: Json | undefined): GrantRequest['finish'] | undefined {
  const [uri, nonce] = [textMember(finish, 'uri') ?? '', textMember(finish, 'nonce') ?? '']
  const method = textMember(finish, 'hash_method') ?? 'sha-256'
  if (textMember(finish, 'method') !== 'redirect' || !isHashMethod(method)) return undefined
  return nonce !== '' && /^https:\/\/[!"$-~]+$/.test(uri) ? { uri, nonce, method } : undefined
}
