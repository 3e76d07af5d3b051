/** The tokens that an authorization server gave out by GNAP (RFC 9635 §3.2): unlike OAuth's, they stand in objects. */

import type { Json } from '../../protocol/auth/scheme.ts'
import { memberOf, textMember, textsOf } from '../../protocol/schemes/gnap/json.ts'
import type { Past, Reading } from '../rule.ts'
import { jsonOf } from './bodies.ts'

export interface Granted {
  readonly value: string
  /** Not bound to a key (RFC 9635 §3.2.1). */
  readonly bearer: boolean
  /** How its key is to be proved, where the server says so: `httpsig`, `mtls`. */
  readonly proof?: string
}

/** Kept as long as the response is: each request that follows asks for it. */
const read = new WeakMap<Reading, readonly Granted[]>()

/** Of all that went before; several rules ask. */
const gathered = new WeakMap<readonly Past[], readonly Granted[]>()

export function grantedIn(before: readonly Past[]): readonly Granted[] {
  const found = gathered.get(before) ?? before.flatMap(grantedBy)
  gathered.set(before, found)
  return found
}

function grantedBy({ request, response }: Past): readonly Granted[] {
  if (!response) return []
  const found = read.get(response) ?? readGranted(response, request)
  read.set(response, found)
  return found
}

function readGranted(response: Reading, request: Reading | undefined): readonly Granted[] {
  const answer = response.message.body.text.includes('"access_token"') ? jsonOf(response) : undefined
  if (!answer) return []
  const asked = proofOf(memberOf(memberOf(jsonOf(request), 'client'), 'key'))
  return [answer.access_token, memberOf(answer.continue, 'access_token')]
    .flatMap((each) => (Array.isArray(each) ? each : [each]))
    .flatMap((each) => granted(each, asked))
}

function granted(token: Json | undefined, asked: string | undefined): readonly Granted[] {
  const value = textMember(token, 'value')
  if (value === undefined) return []
  const bearer = textsOf(memberOf(token, 'flags'))?.includes('bearer') ?? false
  return [{ value, bearer, proof: proofOf(memberOf(token, 'key')) ?? asked }]
}

/** `"proof": "httpsig"`, or an object with a `method` (RFC 9635 §7.3). */
const proofOf = (key: Json | undefined): string | undefined =>
  textMember(key, 'proof') ?? textMember(memberOf(key, 'proof'), 'method')
