/** Dynamic registration: a program that the server has never seen introduces itself (RFC 7591 §3). */

import type { Json } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import { base64url } from '../../text/octets.ts'
import { type Inquiry, isFailure, NO_STORE, type Outcome, refuse } from './inquiry.ts'
import { clientFrom, metadataOf, readMetadata } from './registration.ts'

const JSON_TYPE = /^application\/json\s*(?:;|$)/i

export function register(inquiry: Inquiry): Outcome {
  const { request, memory, env, ask } = inquiry
  const saw = [request.body.span]
  const typed = fieldsNamed(request, 'Content-Type').some(({ value }) => JSON_TYPE.test(value.text))
  const members = typed ? readMetadata(request.body.text) : undefined
  if (!ask('form', 'metadata-readable', members !== undefined, { saw, cite: 'RFC 7591 §3.1' }) || !members)
    return refuse({ error: 'invalid_client_metadata', description: 'The content has to be a JSON object' })
  const id = base64url(env.random(12))
  const client = clientFrom(inquiry, members, id, saw)
  if (isFailure(client)) return refuse(client)
  const secret = client.method.startsWith('client_secret') ? base64url(env.random(24)) : undefined
  const kept = secret ? { ...client, secret } : client
  const now = Math.floor(env.now() / 1000)
  const body: Json = {
    client_id: id,
    client_id_issued_at: now,
    ...(secret ? { client_secret: secret, client_secret_expires_at: 0 } : {}),
    ...metadataOf(kept),
  }
  return { status: 201, fields: NO_STORE, body, memory: { ...memory, registered: [...memory.registered, kept] } }
}
