/** An application server and a push service: what their tests play with. */

import { expect } from 'vitest'
import type { Challenge } from '../../../auth/challenge.ts'
import { parseChallenges } from '../../../auth/parse-challenges.ts'
import { parseCredentials } from '../../../auth/parse-credentials.ts'
import type { Json, Secret, Step, User } from '../../../auth/scheme.ts'
import { envAt } from '../../../auth/testing/env.ts'
import { fieldsNamed } from '../../../http/field.ts'
import type { HttpRequest } from '../../../http/message.ts'
import { parseRequest } from '../../../http/parse.ts'
import { withFields } from '../../../http/print.ts'
import { signP256 } from '../../../keys/p256.ts'
import { base64url, octetsOf } from '../../../text/octets.ts'
import { token } from '../../../text/span.ts'
import { publicPoint } from '../answer.ts'
import en from '../en.ts'
import vapid from '../scheme.ts'
import type { Space } from '../space.ts'

export const NOW = Date.UTC(2026, 3, 1, 8)
export const HOUR = 3_600_000
export const env = envAt(NOW)
/** RFC 6979 §A.2.5, and another. */
export const D = 'ya-p2EW6dRZrXCFXZ7HWk05Qw9s26JsSe4piKxIPZyE'
export const OTHER = 'qNl3WbcAYYYfQCOAyntwhiw9NeXtrsov31WHvbSuSUk'
export const K = publicPoint(D)
export const secret: Secret = {
  id: 'ada/vapid-key',
  kind: 'vapid-key',
  privateKey: D,
  subject: 'mailto:ada@example.com',
}
export const ada: User = { id: 'ada', name: 'Ada', roles: [], secrets: [secret] }
export const space: Space = {
  id: 'push',
  scheme: 'vapid',
  realm: 'push',
  users: [ada],
  settings: {
    origin: 'https://push.example.com',
    servers: [
      { user: 'ada', key: K },
      { user: 'eve', key: publicPoint(OTHER) },
    ],
    subscriptions: { '/push/ada': ['ada'], '/push/eve': ['eve'] },
  },
  memory: null,
}
export const offer = parseChallenges(token('vapid', 0, 5)).value[0] as Challenge
export const POST = 'POST /push/ada HTTP/1.1\nHost: push.example.com\nTTL: 30\n\n'

export async function signed(source = POST, who = secret, at = env): Promise<HttpRequest> {
  const request = parseRequest(source)
  const { fields } = await vapid.answer({ offer, secret: who, request, earlier: [], env: at })
  return parseRequest(withFields(request, fields))
}

/** What was said, so that a test at the end finds words that nobody uses. */
export const said = new Set<string>()
function say({ check, result, knew }: Step) {
  const name = check.slice(check.indexOf('.') + 1)
  const words: Readonly<Record<string, string>> = en
  for (const key of [`check.${name}`, `${result}.${name}`]) {
    said.add(key)
    const slots = [...(words[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
    expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
  }
}

export async function judge(request: HttpRequest, at = env, where = space) {
  const [field] = fieldsNamed(request, 'Authorization')
  if (!field) throw new Error('No Authorization')
  const judged = await vapid.judge({ field, credentials: parseCredentials(field.value).value }, where, request, at)
  judged.steps.forEach(say)
  const last = judged.steps.at(-1)
  const outcome =
    judged.result === 'granted' ? 'granted' : `${last?.check.split('.')[1]} ${judged.status} ${judged.refusal.kind}`
  return { judged, last, outcome }
}

export const requestWith = (credentials: string, path = '/push/ada', more = '') =>
  parseRequest(`POST ${path} HTTP/1.1\nHost: push.example.com\n${more}Authorization: ${credentials}\n\n`)

export const encoded = (value: unknown) => base64url(octetsOf(JSON.stringify(value)))
export function minted(
  claims: Readonly<Record<string, Json | undefined>>,
  header: object = { typ: 'JWT', alg: 'ES256' },
): string {
  const input = `${encoded(header)}.${encoded(claims)}`
  return `${input}.${base64url(signP256(octetsOf(input), D))}`
}
export const good = { aud: 'https://push.example.com', exp: (NOW + HOUR) / 1000, sub: 'mailto:ada@example.com' }
