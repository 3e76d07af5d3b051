/** Protected resource metadata: where it stands, and what it says (RFC 9728). */

import { param } from '../../protocol/auth/challenge.ts'
import type { HttpRequest } from '../../protocol/http/message.ts'
import { targetOf } from '../../protocol/http/target.ts'
import type { JsonObject } from '../../protocol/jose/jwt.ts'
import { challengesOf } from '../reading.ts'
import type { Past, Reading } from '../rule.ts'
import { jsonOf } from './bodies.ts'

/** What is put between host and path of a resource's URL (RFC 9728 §3). */
export const WELL_KNOWN = '/.well-known/oauth-protected-resource'

/** The path of a request for such metadata; undefined for any other request. Without a body it is cheap to ask. */
export function metadataPathOf(request: Reading<HttpRequest> | undefined): string | undefined {
  const { line } = request?.message ?? {}
  if (!request || line?.method.text !== 'GET' || !line.target.text.includes(WELL_KNOWN)) return undefined
  const { path } = targetOf(request.message)
  return path.includes(WELL_KNOWN) ? path : undefined
}

/** What such metadata has besides `resource`. */
const MEMBERS = ['authorization_servers', 'bearer_methods_supported', 'scopes_supported', 'resource_name']

/** The document that was asked for; without its request, whatever looks like one. */
export function metadataOf({ request, response }: Past): JsonObject | undefined {
  if (response?.message.line.code !== 200) return undefined
  if (request) return metadataPathOf(request) === undefined ? undefined : jsonOf(response)
  const found = jsonOf(response)
  return found?.resource !== undefined && MEMBERS.some((name) => found[name] !== undefined) ? found : undefined
}

/** The parameters `resource_metadata` in a response's challenges. */
export const metadataUrlsIn = (response: Reading | undefined) =>
  challengesOf(response).flatMap((challenge) => param(challenge, 'resource_metadata') ?? [])
