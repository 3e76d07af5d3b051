/** A HOBA server and a client on a table: what the tests play with. */

import type { Challenge } from '../../../auth/challenge.ts'
import { parseChallenges } from '../../../auth/parse-challenges.ts'
import { parseCredentials } from '../../../auth/parse-credentials.ts'
import type { Env, Judgement, Secret, Step, User } from '../../../auth/scheme.ts'
import { envAt } from '../../../auth/testing/env.ts'
import { fieldsNamed } from '../../../http/field.ts'
import type { HttpRequest } from '../../../http/message.ts'
import { parseRequest } from '../../../http/parse.ts'
import { withFields } from '../../../http/print.ts'
import { DEMO_KEYS } from '../demo-keys.ts'
import words from '../en.ts'
import hoba from '../scheme.ts'
import type { HobaSettings, Space } from '../space.ts'

export const NOON = Date.UTC(2026, 0, 1, 12)
export const GET = 'GET /hoba HTTP/1.1\nHost: api.example.com\n\n'
export const ada: User = { id: 'ada', name: 'Ada', roles: [], secrets: [] }
export const key: Secret = { id: 'ada/hoba-key', kind: 'hoba-key', ...DEMO_KEYS.ada }

/** Seconds after noon; chance that goes on where it was. */
export const at = (seconds: number, drawn = { count: 0 }): Env =>
  envAt(NOON + seconds * 1000, (n) => {
    drawn.count++
    return Uint8Array.from({ length: n }, (_, i) => (drawn.count * 31 + i * 7) & 255)
  })

export const spaceOf = (settings: Partial<HobaSettings> = {}, realm = 'House'): Space => ({
  id: 'hoba',
  scheme: 'hoba',
  realm,
  users: [ada],
  settings: {
    maxAge: 60,
    algorithms: ['0'],
    origin: 'https://api.example.com:443',
    keys: [{ kid: DEMO_KEYS.ada.kid, n: DEMO_KEYS.ada.n, e: DEMO_KEYS.ada.e, user: 'ada', device: 'engine' }],
    ...settings,
  },
  memory: null,
})

export function challengeOf(text: string): Challenge {
  const [first] = parseChallenges({ text, span: { start: 0, end: text.length } }).value
  if (!first) throw new Error(`No challenge: ${text}`)
  return first
}

export interface Table {
  readonly space: Space
  readonly offer: Challenge
}

export function meet(space: Space, env: Env): Table {
  const opened = hoba.challenge(space, env)
  return { space: opened.space, offer: challengeOf(opened.challenges[0] ?? '') }
}

export async function answerAt({ offer }: Table, env: Env, source = GET, secret = key): Promise<HttpRequest> {
  const request = parseRequest(source)
  const { fields } = await hoba.answer({ offer, secret, request, earlier: [], env })
  return parseRequest(withFields(request, fields))
}

export const authorized = (value: string, source = GET): HttpRequest =>
  parseRequest(withFields(parseRequest(source), [['Authorization', value]]))

export const sent = (request: HttpRequest): string => fieldsNamed(request, 'Authorization')[0]?.value.text ?? ''

/** What was said, so that a test at the end finds words that nobody uses. */
export const said = new Set<string>()

/** Throws for a step whose words are missing, or have a slot that nobody fills. */
function say({ check, result, knew }: Step) {
  const all: Readonly<Record<string, string>> = words
  const question = check.replace('hoba.', '')
  const sentence = all[`${result}.${question}`]
  if (!sentence || !all[`check.${question}`]) throw new Error(`No words for ${result}.${question}`)
  const unfilled = [...sentence.matchAll(/\{([\w-]+)\}/g)].filter(([, slot = '']) => !(slot in knew))
  if (unfilled.length > 0) throw new Error(`Nobody fills ${unfilled.join()} of ${result}.${question}`)
  said.add(`check.${question}`).add(`${result}.${question}`)
}

export interface Played {
  readonly judgement: Judgement<Space>
  readonly table: Table
  /** `granted`, or the question that failed with the reason in the server's own terms. */
  readonly outcome: string
}

export async function send(table: Table, request: HttpRequest, env: Env): Promise<Played> {
  const field = fieldsNamed(request, 'Authorization')[0]
  if (!field) throw new Error('No Authorization')
  const credentials = parseCredentials(field.value).value
  const judgement = await hoba.judge({ field, credentials }, table.space, request, env)
  judgement.steps.forEach(say)
  const failed = judgement.steps.at(-1)?.check
  const outcome = judgement.result === 'granted' ? 'granted' : `${failed} ${judgement.status} ${judgement.refusal.kind}`
  return { judgement, table: { ...table, space: judgement.space }, outcome }
}
