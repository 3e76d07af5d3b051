/** A SCRAM server and a client on a table: what the tests of both schemes play with. */

import { sha256 } from '@noble/hashes/sha2.js'
import { type Challenge, param } from '../../../auth/challenge.ts'
import { parseChallenges } from '../../../auth/parse-challenges.ts'
import { parseCredentials } from '../../../auth/parse-credentials.ts'
import type { Env, Judgement, Pair, Refusal, Secret, Step } from '../../../auth/scheme.ts'
import { envAt } from '../../../auth/testing/env.ts'
import { fieldsNamed } from '../../../http/field.ts'
import { parseRequest, parseResponse } from '../../../http/parse.ts'
import { withFields } from '../../../http/print.ts'
import { octetsOf } from '../../../text/octets.ts'
import words from '../en.ts'
import { type Mechanism, SHA_256 } from '../mechanism.ts'
import { readData, writeData } from '../messages.ts'
import { scramWith } from '../scram.ts'
import { accountsFor, type ScramSettings, type Space } from '../space.ts'

export const user: Secret = { id: 'user/password', kind: 'password', username: 'user', password: 'pencil' }

/** Few rounds, so that tests are quick: how many there are is the vectors' business. */
export function spaceOf(settings: Partial<ScramSettings> = {}, secret = user, mechanism = SHA_256): Space {
  const users = [{ id: 'user', name: 'User', roles: [], secrets: [secret] }]
  const own = { iterations: 2, secret: 'only the server knows', ...settings }
  return {
    id: 'scram',
    scheme: mechanism.key,
    realm: 'vault',
    users,
    settings: { lifetime: 60, reauth: { ttl: 120 }, accounts: accountsFor(mechanism, users, own), ...own },
    memory: null,
  }
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
  readonly mechanism: Mechanism
  readonly space: Space
  readonly env: Env
  readonly earlier: readonly Pair[]
  /** The newest challenge. */
  readonly offer: string
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

export function meet(space = spaceOf(), env = clockAt(0), mechanism = SHA_256, refusal?: Refusal): Table {
  const { challenges } = scramWith(mechanism).challenge(space, env, refusal)
  const offer = challenges[0] ?? ''
  const knock = { request: parseRequest(GET), response: parseResponse(refusalWith(offer)) }
  return { mechanism, space: space as Space, env, earlier: [knock], offer }
}

const GET = 'GET /vault HTTP/1.1\nHost: api.example.com\n\n'
const refusalWith = (challenge: string) => `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: ${challenge}\n\n`

/** What the client would send now. */
export async function answerTo({ mechanism, offer, earlier, env }: Table, secret = user): Promise<string> {
  const ask = { offer: challengeOf(offer), secret, request: parseRequest(GET), earlier, env }
  const { fields } = await scramWith(mechanism).answer(ask)
  return fields[0]?.[1] ?? ''
}

/** Throws for a step whose words are missing, or have a slot that nobody fills. */
function findWords({ check, result, knew }: Step) {
  const all: Readonly<Record<string, string>> = words
  const question = check.slice(check.indexOf('.') + 1)
  const sentence = all[`${result}.${question}`]
  if (!sentence || !all[`check.${question}`]) throw new Error(`No words for ${result}.${question}`)
  said.add(`check.${question}`).add(`${result}.${question}`)
  const unfilled = [...sentence.matchAll(/\{([\w-]+)\}/g)].filter(([, slot = '']) => !(slot in knew))
  if (unfilled.length > 0) throw new Error(`Nobody fills ${unfilled.join()} of ${result}.${question}`)
}

/** The words that steps have used so far, so that a test finds those that nobody uses. */
export const said = new Set<string>()

/** Sends credentials; the table remembers the answer as client and server do. Each step must have words. */
export async function send(table: Table, credentials: string): Promise<Played> {
  const { mechanism, env } = table
  const scheme = scramWith(mechanism)
  const request = parseRequest(withFields(parseRequest(GET), [['Authorization', credentials]]))
  const [field] = fieldsNamed(request, 'Authorization')
  if (!field) throw new Error('No Authorization')
  const shown = { field, credentials: parseCredentials(field.value).value }
  const judgement = (await scheme.judge(shown, table.space, request, env)) as Judgement<Space>
  judgement.steps.forEach(findWords)
  const granted = judgement.result === 'granted'
  const info = (granted && judgement.confirm?.({ status: 200, body: '' })[0]?.[1]) || ''
  const offer = granted ? table.offer : (scheme.challenge(judgement.space, env, judgement.refusal).challenges[0] ?? '')
  const source = granted ? `HTTP/1.1 200 OK\nAuthentication-Info: ${info}\n\n` : refusalWith(offer)
  const pair = { request, response: parseResponse(source) }
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
export const step = async (table: Table, secret = user): Promise<Played> => send(table, await answerTo(table, secret))

/** Both round trips. */
export async function login(table = meet(), secret = user): Promise<Played> {
  const first = await step(table, secret)
  return step(first.table, secret)
}

export const later = (table: Table, seconds: number): Table => ({ ...table, env: clockAt(seconds, { count: 900 }) })

/** What the client makes of the server's proof. */
export async function confirmed({ table, pair }: Played, secret = user): Promise<readonly string[] | undefined> {
  const found = await scramWith(table.mechanism).confirm?.(secret, pair, table.earlier.slice(0, -1))
  found?.steps.forEach(findWords)
  return found?.steps.map(({ check, result }) => `${check.replace(/^.*\./, '')} ${result}`)
}

/** The message in the `data` of credentials or of a challenge. */
export const messageIn = (text: string): string =>
  readData(param(challengeOf(text.includes(' ') ? text : `x ${text}`), 'data')?.value ?? '') ?? ''

/** The same credentials with another message in `data`. */
export function withMessage(credentials: string, change: (message: string) => string): string {
  const message = messageIn(credentials)
  const changed = change(message)
  if (changed === message) throw new Error(`Nothing to change in ${message}`)
  return credentials.replace(/data="[^"]*"/, `data="${writeData(changed)}"`)
}
