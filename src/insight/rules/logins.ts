/** Attempts to log in with user name and password: in Basic credentials, in a form, or in a JSON object. */

import type { HttpRequest } from '../../protocol/http/message.ts'
import { fromBase64, utf8Text } from '../../protocol/text/octets.ts'
import { shownIn } from '../reading.ts'
import type { Circumstances, Past, Reading, View } from '../rule.ts'
import { formOf, jsonOf, mediaTypeOf } from './bodies.ts'
import { urlOf } from './origins.ts'

export interface Login {
  readonly user: string
  readonly password: string
  readonly by: 'basic' | 'body'
}

/** The first of these that is there. */
const USER = ['username', 'user', 'email', 'login', 'user_name', 'userid', 'j_username', 'log', 'client_id']
const PASSWORD = ['password', 'passwd', 'pass', 'pwd', 'j_password', 'client_secret']

const known = new WeakMap<Reading<HttpRequest>, Login | undefined>()

/** Undefined where there is no password, or no name for it. */
export function loginOf(request: Reading<HttpRequest> | undefined): Login | undefined {
  if (!request) return undefined
  if (!known.has(request)) known.set(request, inBody(request) ?? inBasic(request))
  return known.get(request)
}

/** Longer bodies are no login. */
const LONGEST = 5_000

function inBody(request: Reading<HttpRequest>): Login | undefined {
  const { text } = request.message.body
  if (text.length > LONGEST || !/pass|pwd|secret/i.test(text)) return undefined
  const json = mediaTypeOf(request).endsWith('json') ? jsonOf(request) : undefined
  const pairs = json ? Object.entries(json) : formOf(request).map(({ name, value }) => [name, value] as const)
  const among = (names: readonly string[]) =>
    names.map((wanted) => pairs.find(([name]) => name.toLowerCase() === wanted)?.[1]).find(Boolean)
  return loginWith(among(USER), among(PASSWORD), 'body')
}

function inBasic(request: Reading<HttpRequest>): Login | undefined {
  const payload = shownIn(request, 'Basic')[0]?.credentials.payload
  const octets = payload?.kind === 'token68' ? fromBase64(payload.token68.text) : undefined
  const [user, ...password] = ((octets && utf8Text(octets)) ?? '').split(':')
  return loginWith(user, password.join(':'), 'basic')
}

function loginWith(user: unknown, password: unknown, by: Login['by']): Login | undefined {
  const whole = typeof user === 'string' && typeof password === 'string' && user !== '' && password !== ''
  return whole ? { user, password, by } : undefined
}

/** An attempt that failed. */
export interface Failure extends Login {
  readonly past: Past
}

/** Locked or throttled is another matter (429, 423), and so is a fault of the server's. */
const REFUSED = [400, 401, 403, 404, 422]

/** With Basic, a status other than 401 may have to do with the resource. */
export function failureOf(past: Past): Failure | undefined {
  const code = past.response?.message.line.code ?? 0
  if (!REFUSED.includes(code)) return undefined
  const login = loginOf(past.request)
  return login && (login.by === 'body' || code === 401) ? { ...login, past } : undefined
}

/** Whether an answer speaks of a lock, or of too many attempts. */
export const saysLocked = ({ response }: Past): RegExpExecArray | null =>
  LOCKED.exec(response?.message.body.text.slice(0, LONGEST) ?? '')

const LOCKED =
  /\b(?:account|user) (?:is |has been |was |temporarily |permanently ){0,3}(?:locked|blocked|suspended)\b|\btoo many (?:failed |login |sign-in |password ){0,2}(?:attempts|logins|requests|tries)\b|\b(?:account|user)_(?:locked|blocked|suspended)\b/i

/** The earlier failures at the URL of the present request, whatever the query, with the same method. */
export function failuresBefore({ request, before, circumstances }: View): readonly Failure[] {
  const here = placeOf(request, circumstances)
  if (here === undefined) return []
  return before.flatMap((past) => {
    const failure = failureOf(past)
    return failure && placeOf(past.request, circumstances) === here ? [failure] : []
  })
}

/** Method and URL without the query. */
export function placeOf(request: Reading<HttpRequest> | undefined, circumstances: Circumstances): string | undefined {
  const url = urlOf(request, circumstances)
  return url && `${request?.message.line.method.text} ${url.origin}${url.pathname}`
}
