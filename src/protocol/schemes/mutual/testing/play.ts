/** A Mutual server and a client on a table: what its tests play with. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Challenge } from '../../../auth/challenge.ts'
import { parseChallenges } from '../../../auth/parse-challenges.ts'
import { parseCredentials } from '../../../auth/parse-credentials.ts'
import type { Env, Judgement, Pair, Secret, Step } from '../../../auth/scheme.ts'
import { envAt } from '../../../auth/testing/env.ts'
import { fieldsNamed } from '../../../http/field.ts'
import { parseRequest, parseResponse } from '../../../http/parse.ts'
import { withFields } from '../../../http/print.ts'
import { octetsOf } from '../../../text/octets.ts'
import words from '../en.ts'
import mutual from '../scheme.ts'
import { accountsFor, type MutualSettings, type Space } from '../space.ts'

export const alice: Secret = {
  id: 'alice/mutual',
  kind: 'mutual-client',
  username: 'alice',
  password: 'correct horse',
  seed: 'only the client knows',
}

export function spaceOf(settings: Partial<MutualSettings> = {}, secret = alice): Space {
  const users = [{ id: 'alice', name: 'Alice', roles: [], secrets: [{ ...secret, kind: 'password' }] }]
  const [realm, authScope] = ['Mutual demo', settings.authScope ?? 'example.com']
  const accounts = accountsFor(users, realm, authScope)
  const own = { authScope, accounts, ncMax: 400, ncWindow: 128, time: 300, ...settings }
  return { id: 'mutual', scheme: 'mutual', realm, users, settings: own, memory: null }
}

/** Seconds on the clock; chance that goes on where it was. */
export const clockAt = (seconds: number, drawn = { count: 0 }): Env =>
  envAt(1_772_000_000_000 + seconds * 1000, (n) => sha256(octetsOf(`${drawn.count++}`)).subarray(0, n))

export const challengeOf = (text: string): Challenge => {
  const [first] = parseChallenges({ text, span: { start: 0, end: text.length } }).value
  if (!first) throw new Error(`No challenge: ${text}`)
  return first
}

/** One client and one server, in conversation: what a world and a session do in the page. */
export interface Table {
  readonly space: Space
  readonly env: Env
  readonly earlier: readonly Pair[]
  /** The newest challenge. */
  readonly offer: string
  readonly host: string
}

export interface Played {
  readonly table: Table
  readonly pair: Pair
  readonly judgement: Judgement<Space>
  /** `Authentication-Info`, where there is one. */
  readonly info: string
  /** The question that failed, and the reason in the server's own terms; or `granted`. */
  readonly outcome: string
}

export function meet(space = spaceOf(), env = clockAt(0)): Table {
  const { challenges } = mutual.challenge(space, env)
  return { space, env, earlier: [], offer: challenges[0] ?? '', host: 'example.com' }
}

const requestTo = (host: string) => parseRequest(`GET /resource HTTP/1.1\nHost: ${host}\n\n`)

/** What the client would send now. */
export async function answerTo({ offer, earlier, env, host }: Table, secret = alice): Promise<string> {
  const { fields } = await mutual.answer({ offer: challengeOf(offer), secret, request: requestTo(host), earlier, env })
  return fields[0]?.[1] ?? ''
}

/** The words that steps have used so far, so that a test finds those that nobody uses. */
export const said = new Set<string>()

/** Throws for a step whose words are missing, or have a slot that nobody fills. */
function findWords({ check, result, knew }: Step) {
  const all: Readonly<Record<string, string>> = words
  const question = check.replace('mutual.', '')
  const sentence = all[`${result}.${question}`]
  if (!sentence || !all[`check.${question}`]) throw new Error(`No words for ${result}.${question}`)
  said.add(`check.${question}`).add(`${result}.${question}`)
  const unfilled = [...sentence.matchAll(/\{([\w-]+)\}/g)].filter(([, slot = '']) => !(slot in knew))
  if (unfilled.length > 0) throw new Error(`Nobody fills ${unfilled.join()} of ${result}.${question}`)
}

/** Sends credentials; the table remembers the answer as client and server do. Each step must have words. */
export async function send(table: Table, credentials: string): Promise<Played> {
  const { env } = table
  const request = parseRequest(withFields(requestTo(table.host), [['Authorization', credentials]]))
  const [field] = fieldsNamed(request, 'Authorization')
  if (!field) throw new Error('No Authorization')
  const shown = { field, credentials: parseCredentials(field.value).value }
  const judgement = (await mutual.judge(shown, table.space, request, env)) as Judgement<Space>
  judgement.steps.forEach(findWords)
  const granted = judgement.result === 'granted'
  const info = (granted && judgement.confirm?.({ status: 200, body: '' })[0]?.[1]) || ''
  const offer = granted ? table.offer : (mutual.challenge(judgement.space, env, judgement.refusal).challenges[0] ?? '')
  const head = granted ? `200 OK\nAuthentication-Info: ${info}` : `401 Unauthorized\nWWW-Authenticate: ${offer}`
  const pair = { request, response: parseResponse(`HTTP/1.1 ${head}\n\n`) }
  const failed = judgement.steps.find(({ result }) => result === 'fail')?.check.replace(/^.*\./, '')
  return {
    table: { ...table, space: judgement.space, earlier: [...table.earlier, pair], offer },
    pair,
    judgement,
    info,
    outcome: granted ? 'granted' : `${failed} ${judgement.refusal.kind}`,
  }
}

/** The client answers and sends. */
export const step = async (table: Table, secret = alice): Promise<Played> => send(table, await answerTo(table, secret))

/** Key exchange and proof. */
export async function login(table = meet(), secret = alice): Promise<Played> {
  const first = await step(table, secret)
  return step(first.table, secret)
}

export const later = (table: Table, seconds: number): Table => ({ ...table, env: clockAt(seconds, { count: 900 }) })

/** What the client makes of the server's proof. */
export async function confirmed({ table, pair }: Played, secret = alice): Promise<readonly string[] | undefined> {
  const found = await mutual.confirm?.(secret, pair, table.earlier.slice(0, -1))
  found?.steps.forEach(findWords)
  return found?.steps.map(({ check, result }) => `${check.replace(/^.*\./, '')} ${result}`)
}

/** The credentials with one parameter rewritten. */
export function edited(credentials: string, from: RegExp | string, to: string): string {
  const text = credentials.replace(from, to)
  if (text === credentials) throw new Error(`Nothing to edit: ${from}`)
  return text
}
