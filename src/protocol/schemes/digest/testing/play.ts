/** A Digest server and a client on a table: what their tests play with. */

import { sha256 } from '@noble/hashes/sha2.js'
import { type Challenge, param } from '../../../auth/challenge.ts'
import { parseChallenges } from '../../../auth/parse-challenges.ts'
import { parseCredentials } from '../../../auth/parse-credentials.ts'
import type { Env, Judgement, Pair, Refusal, Secret, Step } from '../../../auth/scheme.ts'
import { connectionNamed } from '../../../auth/testing/env.ts'
import { fieldsNamed } from '../../../http/field.ts'
import type { HttpRequest } from '../../../http/message.ts'
import { parseRequest, parseResponse } from '../../../http/parse.ts'
import { withFields } from '../../../http/print.ts'
import { octetsOf } from '../../../text/octets.ts'
import words from '../en.ts'
import { judge } from '../judge.ts'
import digest from '../scheme.ts'
import type { DigestSettings, Space } from '../space.ts'

export const GET = 'GET /dir/index.html?a=1 HTTP/1.1\nHost: www.example.org\n\n'
export const mufasa: Secret = { id: 'mufasa', kind: 'password', username: 'Mufasa', password: 'Circle of Life' }

export const spaceOf = (
  settings: Partial<DigestSettings> = {},
  realm = 'http-auth@example.org',
  secret = mufasa,
): Space => ({
  id: 'digest',
  scheme: 'digest',
  realm,
  users: [{ id: secret.id, name: secret.username ?? '', roles: [], secrets: [secret] }],
  settings: {
    algorithms: ['SHA-256'],
    qop: ['auth'],
    opaque: 'T3BhcXVl',
    nonceLifetime: 30,
    secret: 'the server’s own',
    ...settings,
  },
  memory: null,
})

/** Seconds on the clock; chance that goes on where it was. */
export const envAt = (seconds: number, drawn = { count: 0 }): Env => ({
  now: () => 1_719_922_727_000 + seconds * 1000,
  random: (n) => sha256(octetsOf(`${drawn.count++}`)).subarray(0, n),
  connection: connectionNamed('1'),
})

export const challengeOf = (text: string): Challenge => {
  const [first] = parseChallenges({ text, span: { start: 0, end: text.length } }).value
  if (!first) throw new Error(`No challenge: ${text}`)
  return first
}

export const authorized = (request: HttpRequest, authorization: string): HttpRequest =>
  parseRequest(withFields(request, [['Authorization', authorization]]))

export async function judgeText(space: Space, request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const field = fieldsNamed(request, 'Authorization')[0]
  if (!field) throw new Error('No Authorization')
  return judge({ field, credentials: parseCredentials(field.value).value }, space, request, env)
}

/** One client and one server, in conversation: what a world and a session do in the page. */
export interface Table {
  readonly space: Space
  readonly offer: Challenge
  readonly earlier: readonly Pair[]
}

export function meet(space: Space, env: Env, which = 0, refusal?: Refusal): Table {
  const opened = digest.challenge(space, env, refusal)
  return { space: opened.space as Space, offer: challengeOf(opened.challenges[which] ?? ''), earlier: [] }
}

export interface Played {
  readonly table: Table
  readonly request: HttpRequest
  readonly judgement: Judgement<Space>
  /** `Authentication-Info`, where there is one. */
  readonly info: string
  readonly failed?: string
}

/** The client's own answer to the offer, as it would be sent. */
export async function answerAt(table: Table, env: Env, source = GET, secret = mufasa): Promise<HttpRequest> {
  const request = parseRequest(source)
  const { fields } = await digest.answer({ ...table, secret, request, env })
  return parseRequest(withFields(request, fields))
}

/** Throws for a step whose words are missing, or have a slot that nobody fills. */
function findWords({ check, result, knew }: Step) {
  const all: Readonly<Record<string, string>> = words
  const question = check.replace('digest.', '')
  const sentence = all[`${result}.${question}`]
  if (!sentence || !all[`check.${question}`]) throw new Error(`No words for ${result}.${question}`)
  const unfilled = [...sentence.matchAll(/\{([\w-]+)\}/g)].filter(([, slot = '']) => !(slot in knew))
  if (unfilled.length > 0) throw new Error(`Nobody fills ${unfilled.join()} of ${result}.${question}`)
}

/** Sends a request; the table remembers the answer as client and server do. Each step of the judgement must have words. */
export async function send(table: Table, request: HttpRequest, env: Env, body = 'content'): Promise<Played> {
  const judgement = await judgeText(table.space, request, env)
  judgement.steps.forEach(findWords)
  const granted = judgement.result === 'granted'
  const info = (granted && judgement.confirm?.({ status: 200, body })[0]?.[1]) || ''
  const status = granted ? '200 OK' : `${judgement.status} No`
  const response = parseResponse(`HTTP/1.1 ${status}\n${info ? `Authentication-Info: ${info}\n` : ''}\n${body}`)
  return {
    table: { ...table, space: judgement.space, earlier: [...table.earlier, { request, response }] },
    request,
    judgement,
    info,
    failed: judgement.steps.find(({ result }) => result === 'fail')?.check,
  }
}

/** The request with one parameter of its credentials rewritten. */
export function edited(request: HttpRequest, from: RegExp | string, to: string): HttpRequest {
  const { value } = fieldsNamed(request, 'Authorization')[0] ?? { value: { text: '' } }
  const text = value.text.replace(from, to)
  if (text === value.text) throw new Error(`Nothing to edit: ${from}`)
  return authorized(request, text)
}

/** What a parameter of the request's credentials means; empty where it isn't there. */
export function sentValue(request: HttpRequest, name: string): string {
  const field = fieldsNamed(request, 'Authorization')[0]
  const sent = field && parseCredentials(field.value).value
  return (sent && param(sent, name)?.value) ?? ''
}

/** The question that failed, the status, and the reason in the server's own terms. */
export const outcome = ({ judgement, failed }: Played): string =>
  judgement.result === 'granted' ? 'granted' : [failed, judgement.status, judgement.refusal.kind].join(' ')
