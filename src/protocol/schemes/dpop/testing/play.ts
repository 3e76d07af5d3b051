/** A client and a server of DPoP for tests, and what was said between them, so that words that nobody says are found. */

import { expect } from 'vitest'
import type { Challenge } from '../../../auth/challenge.ts'
import { parseChallenges } from '../../../auth/parse-challenges.ts'
import { parseCredentials } from '../../../auth/parse-credentials.ts'
import type { Env, Pair, Refusal, Secret, Step, User } from '../../../auth/scheme.ts'
import { envAt } from '../../../auth/testing/env.ts'
import { fieldsNamed } from '../../../http/field.ts'
import type { HttpRequest } from '../../../http/message.ts'
import { parseRequest, parseResponse } from '../../../http/parse.ts'
import { withFields } from '../../../http/print.ts'
import { mintAccessToken } from '../../../jose/access-token.ts'
import type { JwtKey } from '../../../jose/sign.ts'
import { thumbprint } from '../../../jose/thumbprint.ts'
import { publicKeyOf } from '../../../keys/p256.ts'
import { base64url, octetsOf } from '../../../text/octets.ts'
import en from '../en.ts'
import dpop from '../scheme.ts'
import type { DpopSettings, DpopSpace } from '../space.ts'
import { NOON, OURS, SECOND, whole } from './forge.ts'

export const KEY: JwtKey = { kid: 'k1', alg: 'HS256', k: base64url(octetsOf('a key of at least thirty-two octets')) }
export const FOREIGN: JwtKey = { ...KEY, k: base64url(octetsOf('another key of thirty-two octets')) }
export const JKT = thumbprint({ ...publicKeyOf(OURS) }) ?? ''
export const ada: User = { id: 'ada', name: 'Ada', roles: [], secrets: [] }
/** RFC 9449 §7.1: a token that only its server can read. */
export const OPAQUE = 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU'

export const spaceOf = (more: Partial<DpopSettings> = {}): DpopSpace => ({
  id: 'api',
  scheme: 'dpop',
  realm: 'example',
  users: [ada],
  settings: {
    audience: 'https://api.example.com',
    issuer: 'https://as.example.com',
    keys: [KEY],
    tokens: [
      { token: OPAQUE, subject: 'ada', scope: 'read', expires: NOON + 1, claims: { cnf: { jkt: JKT } } },
      { token: 'taken-back', subject: 'ada', scope: '', expires: NOON + 1, revoked: true },
      { token: 'loose', subject: 'ada', scope: '', expires: NOON + 1 },
    ],
    revoked: [],
    lifetime: 60,
    ...more,
  },
  memory: null,
})

/** JSON leaves out what is undefined. */
export const mint = (more: object = {}, key = KEY): string => {
  const times = { iat: SECOND, exp: SECOND + 60 }
  const names = {
    iss: 'https://as.example.com',
    aud: 'https://api.example.com',
    sub: 'ada',
    client_id: 'app',
    jti: 't',
  }
  return mintAccessToken(
    JSON.parse(JSON.stringify({ ...names, ...times, scope: 'read', cnf: { jkt: JKT }, ...more })),
    key,
  )
}

export const secretOf = (token = mint(), d = OURS): Secret => ({ id: 'ada/dpop-key', kind: 'dpop-key', d, token })

/** An environment whose chance never repeats. */
let drawn = 0
export const envOf = (seconds = 0): Env =>
  envAt(NOON + seconds * 1000, (n) => {
    drawn += 1
    return Uint8Array.from({ length: n }, (_, i) => (drawn >> (8 * (i % 4))) & 0xff)
  })

export const challengeOf = (text: string): Challenge => {
  const [challenge] = parseChallenges(whole(text)).value
  return challenge ?? expect.fail('There is no challenge')
}

export const GET = 'GET /r?a=1 HTTP/1.1\nHost: api.example.com\n\n'
const OFFER = challengeOf('DPoP algs="ES256"')

/** The request with the client's answer in it. */
export async function answered(secret = secretOf(), env = envOf(), earlier: readonly Pair[] = [], source = GET) {
  const request = parseRequest(source)
  const { fields } = await dpop.answer({ offer: OFFER, secret, request, earlier, env })
  return parseRequest(withFields(request, fields))
}

const said = new Set<string>()

function say({ check, result, knew }: Step) {
  const name = check.slice(check.indexOf('.') + 1)
  const words: Readonly<Record<string, string>> = en
  for (const key of [`check.${name}`, `${result}.${name}`]) {
    said.add(key)
    const slots = [...(words[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
    expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
  }
}

/** Words about questions that no test of this file has heard. */
export const unsaid = () => Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))

export async function judge(request: HttpRequest, space = spaceOf(), env = envOf()) {
  const [field] = fieldsNamed(request, 'Authorization')
  if (!field) throw new Error('No Authorization field was sent')
  const credentials = parseCredentials(field.value).value
  const judged = await dpop.judge({ field, credentials }, space, request, env)
  judged.steps.forEach(say)
  const last = judged.steps.at(-1)
  const outcome = judged.result === 'granted' ? 'granted' : `${last?.check} ${judged.status} ${judged.refusal.kind}`
  return { judged, outcome, last }
}

/** What the server sends back, as the client sees it, and the space that remembers it. */
export async function exchange(request: HttpRequest, space: DpopSpace, env: Env) {
  const { judged, outcome } = await judge(request, space, env)
  const refusal: Refusal | undefined = judged.result === 'refused' ? judged.refusal : undefined
  const opened = dpop.challenge(judged.space, env, refusal)
  const granted = judged.result === 'granted'
  const fields = granted ? (judged.confirm?.({ status: 200, body: '' }) ?? []) : (opened.fields ?? [])
  const lines = [...(granted ? [] : opened.challenges.map((each) => ['WWW-Authenticate', each] as const)), ...fields]
  const source = `HTTP/1.1 ${granted ? '200 OK' : '401 Unauthorized'}\n${lines.map(([name, value]) => `${name}: ${value}\n`).join('')}\n`
  return { outcome, pair: { request, response: parseResponse(source) }, space: granted ? judged.space : opened.space }
}
