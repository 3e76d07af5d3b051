/** A Negotiate server and a client on a table, with connections between them. */

import { parseChallenges } from '../../../auth/parse-challenges.ts'
import { parseCredentials } from '../../../auth/parse-credentials.ts'
import type { Env, Step, User } from '../../../auth/scheme.ts'
import { connectionNamed, envAt } from '../../../auth/testing/env.ts'
import { fieldsNamed } from '../../../http/field.ts'
import { parseRequest, parseResponse } from '../../../http/parse.ts'
import { base64, fromBase64 } from '../../../text/octets.ts'
import words from '../en.ts'
import negotiate from '../scheme.ts'
import type { Space } from '../space.ts'
import { secret } from '../vectors.ts'

export const NOW = Date.UTC(2026, 2, 2, 9)
const user: User = { id: 'user', name: 'User', roles: [], secrets: [secret] }

export const spaceOf = (): Space => ({
  id: 'kerberos',
  scheme: 'negotiate',
  realm: '',
  users: [user],
  settings: {
    service: 'HTTP/www.example.com',
    realm: 'EXAMPLE.COM',
    skew: 300,
    tickets: [
      {
        user: 'user',
        principal: 'user@EXAMPLE.COM',
        sample: 'SAMPLE TICKET',
        sessionKey: 'demonstration session key',
        expires: NOW + 3_600_000,
      },
    ],
  },
  memory: null,
})

export const envOn = (connection = '1', seconds = 0): Env =>
  envAt(NOW + seconds * 1000, (n) => new Uint8Array(n), connectionNamed(connection))

const GET = 'GET / HTTP/1.1\nHost: www.example.com\n\n'

export const elementOf = (text: string) => {
  const [first] = parseChallenges({ text, span: { start: 0, end: text.length } }).value
  if (!first) throw new Error(`No challenge: ${text}`)
  return first
}

export async function answerTo(offer = 'Negotiate', own = secret, env = envOn()): Promise<string> {
  const ask = { offer: elementOf(offer), secret: own, request: parseRequest(GET), earlier: [], env }
  return (await negotiate.answer(ask)).fields[0]?.[1] ?? ''
}

export const said = new Set<string>()

function say({ check, result, knew }: Step) {
  const all: Readonly<Record<string, string>> = words
  const question = check.replace('negotiate.', '')
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
  const shown = { field, credentials: parseCredentials(field.value).value }
  const judgement = await negotiate.judge(shown, space, request, env)
  judgement.steps.forEach(say)
  const after = judgement.space as Space
  const refusal = judgement.result === 'refused' ? judgement.refusal : undefined
  const fields = judgement.result === 'granted' ? (judgement.confirm?.({ status: 200, body: '' }) ?? []) : []
  return {
    judgement,
    request,
    space: after,
    offer: refusal ? (negotiate.challenge(after, env, refusal).challenges[0] ?? '') : '',
    /** The server's last word. */
    final: fields[0]?.[1] ?? '',
    outcome:
      judgement.steps.find(({ result }) => result === 'fail')?.check.replace('negotiate.', '') ?? judgement.result,
  }
}

/** What the client makes of the server's last word. */
export async function confirmed(request: ReturnType<typeof parseRequest>, final: string, own = secret) {
  const response = parseResponse(`HTTP/1.1 200 OK\n${final && `WWW-Authenticate: ${final}\n`}\n`)
  const found = await negotiate.confirm?.(own, { request, response }, [])
  found?.steps.forEach(say)
  return found?.steps.map(({ result }) => result)
}

export const octetsOf = (credentials: string): Uint8Array => fromBase64(credentials.slice(10)) ?? new Uint8Array()
export const withOctets = (octets: Uint8Array): string => `Negotiate ${base64(octets)}`
