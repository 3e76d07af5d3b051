/** Bearer: whoever has the token is let in (RFC 6750), be it a word that the server looks up or a JWT (RFC 9068). */

import type { Challenge } from '../../auth/challenge.ts'
import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Answer, Ask, Env, ProtectionSpace, Refusal, Scheme, Shown } from '../../auth/scheme.ts'
import type { JsonObject } from '../../jose/jwt.ts'
import type { IssuerKey } from '../../jose/verify.ts'
import { anatomy, params } from './anatomy.ts'
import { judge } from './judge.ts'

/** A token without a meaning of its own, and what the server knows about it. */
export type OpaqueToken = {
  readonly token: string
  /** Id of the user. */
  readonly subject: string
  /** Scope tokens, parted by spaces (RFC 6749 §3.3). */
  readonly scope: string
  /** Milliseconds since 1970. */
  readonly expires: number
  readonly revoked?: boolean
  /** What introspection says besides (RFC 7662 §2.2): `cnf`, `acr`, `auth_time`. */
  readonly claims?: JsonObject
}

export type BearerSettings = {
  /** Whom a JWT must be for and by (RFC 9068 §4). */
  readonly audience: string
  readonly issuer: string
  readonly keys: readonly IssuerKey[]
  readonly tokens: readonly OpaqueToken[]
  /** Token ids (`jti`) that the issuer took back. */
  readonly revoked: readonly string[]
  /** Announced in challenges: what a client should ask for. */
  readonly scope?: string
  /** Announced in challenges: the address of the metadata that says where tokens come from (RFC 9728 §5.1). */
  readonly metadata?: string
  /** The classes of login that are strong enough, in order of preference (RFC 9470 §3). */
  readonly acrValues?: readonly string[]
  /** How long ago the user may have logged in, in seconds (RFC 9470 §3). */
  readonly maxAge?: number
}
export type BearerSpace = ProtectionSpace<BearerSettings, null>

/** The error codes of refusals, and the one of the server's own `forbidden` (RFC 6750 §3.1, RFC 9470 §3). */
const ERRORS = new Map([
  ['invalid_request', 'invalid_request'],
  ['invalid_token', 'invalid_token'],
  ['forbidden', 'insufficient_scope'],
  ['insufficient_user_authentication', 'insufficient_user_authentication'],
])

/** A first meeting gets no error (RFC 6750 §3.1, last paragraph). Forbidden for another reason than scope: no challenge. */
function challenge(space: BearerSpace, _env: Env, refusal?: Refusal) {
  const { scope, metadata, acrValues, maxAge } = space.settings
  const error = refusal && ERRORS.get(refusal.kind)
  // Whoever is forbidden for want of a role is told of privileges, not of a scope that would not help (RFC 6750 §3.1).
  const wanted = refusal?.scope ?? (refusal?.kind === 'forbidden' || error === 'invalid_request' ? undefined : scope)
  const login = refusal?.kind === 'insufficient_user_authentication'
  const said: readonly (readonly [name: string, value: string | undefined])[] = [
    ['realm', space.realm],
    ['error', error],
    ['error_description', refusal?.description],
    ['acr_values', login ? acrValues?.join(' ') : undefined],
    ['max_age', login ? maxAge?.toString() : undefined],
    ['scope', wanted],
    ['resource_metadata', metadata],
  ]
  const drafts = said.flatMap(([name, value]): ParamDraft[] => (value === undefined ? [] : [[name, value, 'quoted']]))
  return { challenges: [printElement('Bearer', drafts)], space }
}

/** The token goes as it is: nothing is calculated, and nothing proves that it is the sender's. */
async function answer({ secret }: Ask): Promise<Answer> {
  return { fields: [['Authorization', printElement('Bearer', secret.token)]], workings: [] }
}

/** Also what is not quite a token is one to whoever can guess what was meant. */
function exposes({ field, credentials }: Shown): readonly string[] {
  const behind = field.value.text.slice((credentials?.scheme.span.end ?? 0) - field.value.span.start).trim()
  return credentials && behind ? [behind] : []
}

const bearer: Scheme<BearerSettings, null> = {
  name: 'Bearer',
  cite: 'RFC 6750 §2.1',
  registered: true,
  secret: 'token',
  field: 'Authorization',
  strength: 2,
  malformed: 400,
  dialog: false,
  params,
  challenge,
  answer,
  usable: (_offer: Challenge) => true,
  judge,
  anatomy: (node) => ('scheme' in node ? anatomy(node) : []),
  exposes,
}

export default bearer
