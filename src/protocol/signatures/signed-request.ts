/** Signs a request (RFC 9421 §3.1), with `Content-Digest` where the body is to be covered (RFC 9530 §2). */

import type { Answer, Env } from '../auth/scheme.ts'
import { fieldsNamed } from '../http/field.ts'
import type { FieldDraft, HttpRequest } from '../http/message.ts'
import { parseRequest } from '../http/parse.ts'
import { withFields } from '../http/print.ts'
import { base64 } from '../text/octets.ts'
import { checkContentDigest, contentDigest } from './content-digest.ts'
import { inputFor, signatureFields, type Wanted } from './message-signature.ts'
import { type SigningKey, sign, signing } from './sign.ts'
import { signatureBase } from './signature-base.ts'

/** Seconds, where the server wants an end. */
const LIFETIME = 300

/** `before` are fields that the request gets first, so that they can be covered. */
export function signRequest(
  request: HttpRequest,
  wanted: Wanted,
  key: SigningKey & { readonly keyid: string },
  env: Env,
  before: readonly FieldDraft[] = [],
): Answer {
  const added = [...before, ...digestFor(request, wanted)]
  const message = parseRequest(withFields(request, added))
  const input = inputFor(wanted, { keyid: key.keyid, alg: key.alg, now: env.now(), lifetime: LIFETIME })
  const base = signatureBase(message, input)
  const signature = sign(base.text, key, env)
  return {
    fields: [...added, ...signatureFields(wanted.label, input, base64(signature))],
    workings: [
      ...(added.length > before.length ? checkContentDigest(message).workings : []),
      ...base.workings,
      signing(key, 'signature base', signature),
    ],
  }
}

/** A digest that is there and right stays. */
function digestFor(request: HttpRequest, { items }: Wanted): readonly FieldDraft[] {
  const covered = items.some(({ value }) => value.kind === 'string' && value.text === 'content-digest')
  if (!covered || checkContentDigest(request).result === 'right') return []
  const [field] = fieldsNamed(request, 'Content-Digest')
  const algorithm = field?.value.text.startsWith('sha-512') ? 'sha-512' : 'sha-256'
  return [['Content-Digest', contentDigest(request.body.text, algorithm)]]
}
