/** An OAuth 1.0 server and a client on a table: what their tests play with. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Challenge } from '../../../auth/challenge.ts'
import { parseChallenges } from '../../../auth/parse-challenges.ts'
import { parseCredentials } from '../../../auth/parse-credentials.ts'
import type { Env, Judgement, Pair, Secret } from '../../../auth/scheme.ts'
import { envAt } from '../../../auth/testing/env.ts'
import { fieldsNamed } from '../../../http/field.ts'
import type { HttpRequest } from '../../../http/message.ts'
import { parseRequest } from '../../../http/parse.ts'
import { withFields } from '../../../http/print.ts'
import { octetsOf } from '../../../text/octets.ts'
import { DEMO_KEY } from '../demo-key.ts'
import oauth from '../scheme.ts'
import type { OAuthSettings, Space } from '../space.ts'

export const START = 1_719_922_727
export const GET = 'GET /photos?file=vacation.jpg&size=original HTTP/1.1\nHost: photos.example.net\n\n'
const { n, e } = DEMO_KEY

export const photos: Secret = {
  id: 'photos',
  kind: 'oauth1',
  consumerKey: 'dpf43f3p2l4k3l03',
  consumerSecret: 'kd94hf93k423kf44',
  token: 'nnch734d00sl2jdk',
  tokenSecret: 'pfkkdhi9sl3r4s00',
}
export const signer: Secret = {
  ...DEMO_KEY,
  id: 'rsa',
  kind: 'oauth1',
  method: 'RSA-SHA1',
  consumerKey: 'rsa',
  token: 'r',
}

export const spaceOf = (settings: Partial<OAuthSettings> = {}): Space => ({
  id: 'photos',
  scheme: 'oauth',
  realm: 'Photos',
  users: [{ id: 'jane', name: 'Jane', roles: [], secrets: [] }],
  settings: {
    methods: ['HMAC-SHA1', 'RSA-SHA1', 'PLAINTEXT'],
    skew: 300,
    clients: [
      { key: 'dpf43f3p2l4k3l03', name: 'Printer', secret: 'kd94hf93k423kf44' },
      { key: 'rsa', name: 'Album', secret: '', rsa: { n, e } },
      { key: 'other', name: 'Other', secret: 'its own' },
    ],
    tokens: [
      { token: 'nnch734d00sl2jdk', secret: 'pfkkdhi9sl3r4s00', client: 'dpf43f3p2l4k3l03', user: 'jane' },
      { token: 'revoked', secret: 'pfkkdhi9sl3r4s00', client: 'dpf43f3p2l4k3l03', user: 'jane', revoked: true },
      { token: 'nobody', secret: 'pfkkdhi9sl3r4s00', client: 'dpf43f3p2l4k3l03', user: 'joe' },
      { token: 'r', secret: '', client: 'rsa', user: 'jane' },
    ],
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

export async function sign(
  source: string,
  secret: Secret,
  env: Env,
  earlier: readonly Pair[] = [],
): Promise<HttpRequest> {
  const request = parseRequest(source)
  const { fields } = await oauth.answer({ offer: challengeOf('OAuth realm="Photos"'), secret, request, earlier, env })
  return parseRequest(withFields(request, fields))
}

export async function judgeText(request: HttpRequest, space: Space, env: Env): Promise<Judgement<Space>> {
  const [field] = fieldsNamed(request, 'Authorization')
  if (!field) throw new Error('No Authorization')
  return oauth.judge({ field, credentials: parseCredentials(field.value).value }, space, request, env) as Promise<
    Judgement<Space>
  >
}

/** `granted`, or the question that failed, and the status. */
export const outcome = ({ result, steps, ...more }: Judgement<Space>): string =>
  result === 'granted'
    ? 'granted'
    : `${steps.find((each) => each.result === 'fail')?.check} ${'status' in more ? more.status : ''}`

/** The request with something in its text changed; nothing to change is a mistake of the test's. */
export function edited(request: HttpRequest, from: RegExp | string, to: string): HttpRequest {
  const source = request.source.replace(from, to)
  if (source === request.source) throw new Error(`Nothing to edit: ${from}`)
  return parseRequest(source)
}
