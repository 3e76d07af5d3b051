/** Requests that are signed with OAuth 1.0, and what is wrong with their parameters (RFC 5849 §3.1, §3.3). */

import { type AuthParam, param } from '../../protocol/auth/challenge.ts'
import type { HttpRequest } from '../../protocol/http/message.ts'
import { decode } from '../../protocol/schemes/oauth/percent.ts'
import type { Span } from '../../protocol/text/span.ts'
import { type Shown, shownIn } from '../reading.ts'
import type { Reading } from '../rule.ts'
import { formOf, queryOf } from './bodies.ts'

/** The scheme's name is older than the protocol's second version, which took another one. */
export const OAUTH1 = 'OAuth'

export interface SignedRequest {
  readonly line: Shown
  /** Those whose names begin with `oauth_`. */
  readonly params: readonly AuthParam[]
}

export const isOwn = (name: string): boolean => name.startsWith('oauth_')

/** Credentials with at least one parameter of the protocol: what has none is something else under its name. */
export const signedIn = (request: Reading<HttpRequest> | undefined): readonly SignedRequest[] =>
  shownIn(request, OAUTH1).flatMap((line) => {
    const { payload } = line.credentials
    const params = payload.kind === 'params' ? payload.params.filter(({ name }) => isOwn(name.text)) : []
    return params.length > 0 ? [{ line, params }] : []
  })

/** What a parameter says; undefined where it is absent, or no percent-encoded text. */
export function decodedIn({ line }: SignedRequest, name: string): string | undefined {
  const found = param(line.credentials, name)
  return found && decode(found.value)
}

const ALWAYS = ['oauth_consumer_key', 'oauth_signature_method', 'oauth_signature']
/** Only what is signed needs them (RFC 5849 §3.1). */
const SIGNED = ['oauth_timestamp', 'oauth_nonce']

/** An empty one counts as left out. */
export const missingIn = (signed: SignedRequest): readonly string[] =>
  [...ALWAYS, ...(decodedIn(signed, 'oauth_signature_method') === 'PLAINTEXT' ? [] : SIGNED)].filter(
    (name) => !param(signed.line.credentials, name)?.value,
  )

export interface Misplaced {
  readonly name: string
  readonly span: Span
}

/** Parameters that stand in the query or the form as well: each is sent once (RFC 5849 §3.1, §3.5). */
export function repeatedBeside(
  { params }: SignedRequest,
  request: Reading<HttpRequest> | undefined,
): readonly Misplaced[] {
  const names = new Set(params.map(({ name }) => name.text))
  return [...queryOf(request), ...formOf(request)]
    .filter(({ name }) => names.has(name))
    .map(({ name, pair }) => ({ name, span: pair.span }))
}
