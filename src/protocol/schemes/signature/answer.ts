/** The client signs (draft-cavage-http-signatures-12 §2.4). */

import { param } from '../../auth/challenge.ts'
import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Answer, Ask } from '../../auth/scheme.ts'
import { printDate } from '../../http/date.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { FieldDraft, HttpRequest } from '../../http/message.ts'
import { parseRequest } from '../../http/parse.ts'
import { withFields } from '../../http/print.ts'
import { sign, signing, signingKeyOf } from '../../signatures/sign.ts'
import { base64 } from '../../text/octets.ts'
import { digestOf, hasRightDigest } from './body-digest.ts'
import { namesIn, signingString } from './signing-string.ts'
import { OLD_NAMES } from './space.ts'

/** Seconds, where the server wants an end. */
const LIFETIME = 300

export async function answer({ offer, secret, request, env }: Ask): Promise<Answer> {
  const key = signingKeyOf(secret)
  if (!key) throw new Error(`The secret ${secret.id} holds no key that signs`)
  const headers = param(offer, 'headers')?.value
  const wants = (name: string) => namesIn(headers, '').includes(name)
  const modern = headers !== undefined && (wants('(created)') || wants('(expires)'))
  const algorithm = modern ? 'hs2019' : (OLD_NAMES[key.alg] ?? 'hs2019')
  const names = namesIn(headers, algorithm)
  const seconds = Math.floor(env.now() / 1000)
  const instants = {
    ...(names.includes('(created)') && { created: String(seconds) }),
    ...(names.includes('(expires)') && { expires: String(seconds + LIFETIME) }),
  }
  const added = fieldsFor(request, names, env.now())
  const { text, workings } = signingString(parseRequest(withFields(request, added)), names, instants)
  const signature = sign(text, key, env)
  const drafts: readonly ParamDraft[] = [
    ['keyId', secret.keyid ?? '', 'quoted'],
    ['algorithm', algorithm, 'quoted'],
    ...Object.entries(instants).map(([name, value]): ParamDraft => [name, value, 'token']),
    ...(headers === undefined ? [] : [['headers', names.join(' '), 'quoted'] as const]),
    ['signature', base64(signature), 'quoted'],
  ]
  return {
    fields: [...added, ['Authorization', printElement('Signature', drafts)]],
    workings: [...workings, signing(key, 'signing string', signature)],
  }
}

/** `Date` and `Digest`, where they are to be covered and are not there. */
function fieldsFor(request: HttpRequest, names: readonly string[], now: number): readonly FieldDraft[] {
  const date = names.includes('date') && fieldsNamed(request, 'Date').length === 0
  const digest = names.includes('digest') && !hasRightDigest(request)
  return [
    ...(date ? [['Date', printDate(now)] as const] : []),
    ...(digest ? [['Digest', digestOf(request)] as const] : []),
  ]
}
