/** A Hawk server and a client on a table: what their tests play with. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Challenge } from '../../../auth/challenge.ts'
import { parseChallenges } from '../../../auth/parse-challenges.ts'
import { parseCredentials } from '../../../auth/parse-credentials.ts'
import type { Env, Judgement, Pair, Secret } from '../../../auth/scheme.ts'
import { envAt } from '../../../auth/testing/env.ts'
import { printDate } from '../../../http/date.ts'
import { fieldsNamed } from '../../../http/field.ts'
import type { HttpRequest, HttpResponse } from '../../../http/message.ts'
import { parseRequest, parseResponse } from '../../../http/parse.ts'
import { withFields } from '../../../http/print.ts'
import { octetsOf } from '../../../text/octets.ts'
import hawk from '../scheme.ts'
import type { HawkSettings, Space } from '../space.ts'

export const START = 1_353_832_234
export const GET = 'GET /resource/1?b=1&a=2 HTTP/1.1\nHost: example.com:8000\n\n'
export const POST = 'POST /letters HTTP/1.1\nHost: example.com\nContent-Type: text/plain; charset=utf-8\n\nDear Ada'

export const steve: Secret = {
  id: 'steve',
  kind: 'hawk-key',
  keyId: 'dh37fgj492je',
  key: 'werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn',
  algorithm: 'sha256',
}

export const spaceOf = (settings: Partial<HawkSettings> = {}): Space => ({
  id: 'hawk',
  scheme: 'hawk',
  realm: '',
  users: [{ id: 'steve', name: 'Steve', roles: [], secrets: [] }],
  settings: {
    keys: [
      { keyId: 'dh37fgj492je', key: steve.key ?? '', algorithm: 'sha256', user: 'steve' },
      { keyId: 'bound', key: 'k', algorithm: 'sha1', user: 'steve', app: 'falconer' },
      { keyId: 'nobody', key: 'k', algorithm: 'sha256', user: 'joe' },
    ],
    skew: 60,
    payload: 'required',
    contentType: 'application/json',
    ...settings,
  },
  memory: null,
})

/** Seconds after the start; other octets of chance for each seed. */
export const at = (seconds: number, seed = '0'): Env =>
  envAt((START + seconds) * 1000, (length) => sha256(octetsOf(seed)).subarray(0, length))

export function challengeOf(text: string): Challenge {
  const [first] = parseChallenges({ text, span: { start: 0, end: text.length } }).value
  if (!first) throw new Error(`No challenge: ${text}`)
  return first
}

interface Situation {
  readonly secret?: Secret
  readonly offer?: string
  readonly earlier?: readonly Pair[]
}

export async function sign(
  source: string,
  env: Env,
  { secret = steve, offer = 'Hawk', earlier = [] }: Situation = {},
): Promise<HttpRequest> {
  const request = parseRequest(source)
  const { fields } = await hawk.answer({ offer: challengeOf(offer), secret, request, earlier, env })
  return parseRequest(withFields(request, fields))
}

export async function judgeText(request: HttpRequest, space: Space, env: Env): Promise<Judgement<Space>> {
  const [field] = fieldsNamed(request, 'Authorization')
  if (!field) throw new Error('No Authorization')
  return hawk.judge({ field, credentials: parseCredentials(field.value).value }, space, request, env) as Promise<
    Judgement<Space>
  >
}

/** What the server sends back, as it stands on the wire. */
export function respond(judgement: Judgement<Space>, env: Env, body = '{"a": 1}'): HttpResponse {
  const granted = judgement.result === 'granted'
  const status = granted ? 200 : judgement.status
  const added = granted ? (judgement.confirm?.({ status, body }) ?? []) : []
  const opened = granted ? [] : hawk.challenge(judgement.space, env, judgement.refusal).challenges
  const fields = [
    ['Date', printDate(env.now())],
    ...opened.map((each) => ['WWW-Authenticate', each]),
    ...added,
    ['Content-Type', 'application/json'],
  ]
  return parseResponse(`HTTP/1.1 ${status} So\n${fields.map((each) => each.join(': ')).join('\n')}\n\n${body}`)
}

/** `granted`, or the question that failed, and the status. */
export const outcome = (judgement: Judgement<Space>): string => {
  if (judgement.result === 'granted') return 'granted'
  return `${judgement.steps.find(({ result }) => result === 'fail')?.check} ${judgement.status}`
}

/** The request with something in its text changed; nothing to change is a mistake of the test's. */
export function edited(request: HttpRequest, from: RegExp | string, to: string): HttpRequest {
  const source = request.source.replace(from, to)
  if (source === request.source) throw new Error(`Nothing to edit: ${from}`)
  return parseRequest(source)
}
