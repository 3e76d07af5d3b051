/** An NTLM server and a client on a table, with connections between them. */

import { sha256 } from '@noble/hashes/sha2.js'
import { parseChallenges } from '../../../auth/parse-challenges.ts'
import { parseCredentials } from '../../../auth/parse-credentials.ts'
import type { Env, Secret, Step, User } from '../../../auth/scheme.ts'
import { connectionNamed, envAt } from '../../../auth/testing/env.ts'
import { fieldsNamed } from '../../../http/field.ts'
import { parseRequest } from '../../../http/parse.ts'
import { base64, fromBase64, octetsOf } from '../../../text/octets.ts'
import words from '../en.ts'
import ntlm from '../scheme.ts'
import { accountsFor, type Space } from '../space.ts'

export const user: Secret = { id: 'user/password', kind: 'password', username: 'User', password: 'Password' }
export const NOW = Date.UTC(2026, 2, 2, 9)

export function spaceOf(secret = user): Space {
  const users: readonly User[] = [{ id: 'user', name: 'User', roles: [], secrets: [secret] }]
  const settings = { domain: 'Domain', server: 'Server', target: 'HTTP/api.example.com', lifetime: 60 }
  return {
    id: 'intranet',
    scheme: 'ntlm',
    realm: '',
    users,
    settings: { ...settings, accounts: accountsFor(users) },
    memory: null,
  }
}

/** The environment of one move: seconds on the clock, and the connection. */
export const envOn = (connection = '1', seconds = 0, seed = ''): Env =>
  envAt(
    NOW + seconds * 1000,
    (n) => sha256(octetsOf(`${seed}/${connection}/${seconds}`)).subarray(0, n),
    connectionNamed(connection),
  )

const GET = 'GET /intranet HTTP/1.1\nHost: api.example.com\n\n'

export async function answerTo(offer: string, secret = user, env = envOn(), get = GET): Promise<string> {
  const [challenge] = parseChallenges({ text: offer, span: { start: 0, end: offer.length } }).value
  if (!challenge) throw new Error(`No challenge: ${offer}`)
  const made = await ntlm.answer({ offer: challenge, secret, request: parseRequest(get), earlier: [], env })
  return made.fields[0]?.[1] ?? ''
}

/** What steps have said, so that a test finds words that nobody uses. */
export const said = new Set<string>()

function say({ check, result, knew }: Step) {
  const all: Readonly<Record<string, string>> = words
  const question = check.replace('ntlm.', '')
  for (const key of [`check.${question}`, `${result}.${question}`]) {
    const text = all[key]
    if (text === undefined) throw new Error(`No words for ${key}`)
    said.add(key)
    const unfilled = [...text.matchAll(/\{([\w-]+)\}/g)].filter(([, slot = '']) => !(slot in knew))
    if (unfilled.length > 0) throw new Error(`Nobody fills ${unfilled.join()} of ${key}`)
  }
}

export async function send(space: Space, credentials: string, env = envOn()) {
  const request = parseRequest(GET.replace('\n\n', `\nAuthorization: ${credentials}\n\n`))
  const [field] = fieldsNamed(request, 'Authorization')
  if (!field) throw new Error('No Authorization')
  const judgement = await ntlm.judge({ field, credentials: parseCredentials(field.value).value }, space, request, env)
  judgement.steps.forEach(say)
  const after = judgement.space as Space
  const refusal = judgement.result === 'refused' ? judgement.refusal : undefined
  return {
    judgement,
    space: after,
    offer: refusal ? (ntlm.challenge(after, env, refusal).challenges[0] ?? '') : '',
    /** The question that failed, or `granted`. */
    outcome: judgement.steps.find(({ result }) => result === 'fail')?.check.replace('ntlm.', '') ?? judgement.result,
  }
}

/** Messages 1 to 3. */
export async function login(space = spaceOf(), env = envOn(), secret = user) {
  const first = await send(space, await answerTo('NTLM', secret, env), env)
  const credentials = await answerTo(first.offer, secret, env)
  return { ...(await send(first.space, credentials, env)), credentials, challenged: first }
}

export const octetsIn = (credentials: string): Uint8Array => fromBase64(credentials.slice(5)) ?? new Uint8Array()

/** The same credentials with other octets in the message. */
export function changed(credentials: string, change: (octets: Uint8Array) => void): string {
  const octets = octetsIn(credentials).slice()
  change(octets)
  return `NTLM ${base64(octets)}`
}
