/** A client that signs and a server that takes its signatures: what their tests play with. */

import { expect } from 'vitest'
import type { Challenge } from '../../../auth/challenge.ts'
import { parseChallenges } from '../../../auth/parse-challenges.ts'
import { parseCredentials } from '../../../auth/parse-credentials.ts'
import type { Secret, Step, User } from '../../../auth/scheme.ts'
import { envAt } from '../../../auth/testing/env.ts'
import { fieldsNamed } from '../../../http/field.ts'
import type { HttpRequest } from '../../../http/message.ts'
import { parseRequest } from '../../../http/parse.ts'
import { withFields } from '../../../http/print.ts'
import { token } from '../../../text/span.ts'
import en from '../en.ts'
import aws4 from '../scheme.ts'
import type { Space } from '../space.ts'

export const NOW = Date.UTC(2026, 2, 3, 9, 30)
export const env = envAt(NOW)
export const secret: Secret = {
  id: 'ada/aws-key',
  kind: 'aws-key',
  accessKeyId: 'AKIDADA',
  secretAccessKey: 'notes/on+G',
  region: 'eu-central-1',
  service: 's3',
}
export const temporary: Secret = {
  ...secret,
  id: 'ada/aws-session',
  accessKeyId: 'ASIDADA',
  sessionToken: 'c2Vzc2lvbg==',
  expires: '2026-03-03T09:40:00Z',
}
export const ada: User = { id: 'ada', name: 'Ada', roles: [], secrets: [secret, temporary] }
export const spaceFor = (service = 's3'): Space => ({
  id: 'bucket',
  scheme: 'aws4-hmac-sha256',
  realm: 'bucket',
  users: [ada],
  settings: { region: 'eu-central-1', service },
  memory: null,
})
export const offer = parseChallenges(token('AWS4-HMAC-SHA256', 0, 16)).value[0] as Challenge

export const GET = 'GET /notes/a%20b.txt?list&max=2&a=%7e HTTP/1.1\nHost: bucket.example.com\nRange: bytes=0-9\n\n'
export const PUT = 'PUT /notes.txt HTTP/1.1\nHost: bucket.example.com\nContent-Type: text/plain\n\nten coins'

export async function signed(source = GET, who = secret, at = env): Promise<HttpRequest> {
  const request = parseRequest(source)
  const { fields } = await aws4.answer({ offer, secret: who, request, earlier: [], env: at })
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

export async function judge(request: HttpRequest, space = spaceFor(), at = env) {
  const [field] = fieldsNamed(request, 'Authorization')
  if (!field) throw new Error('No Authorization')
  const judged = await aws4.judge({ field, credentials: parseCredentials(field.value).value }, space, request, at)
  judged.steps.forEach(say)
  const last = judged.steps.at(-1)
  const outcome =
    judged.result === 'granted' ? 'granted' : `${last?.check.split('.')[1]} ${judged.status} ${judged.refusal.kind}`
  return { judged, last, outcome }
}

export const edited = (request: HttpRequest, from: string | RegExp, to: string) => {
  const source = request.source.replace(from, to)
  expect(source).not.toBe(request.source)
  return parseRequest(source)
}
