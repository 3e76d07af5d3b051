/** What script in a page gets to see of an exchange that `fetch` made: less than the wire carries (WHATWG Fetch). */

import { fieldsNamed } from '../http/field.ts'
import type { Field, HttpRequest, HttpResponse } from '../http/message.ts'
import type { Exchange } from '../servers/decision.ts'
import { answerToPreflight, preflightOf } from '../servers/preflight.ts'
import type { World } from '../servers/world.ts'
import type { Cite } from '../text/cite.ts'
import { latin1Text, octetsOf } from '../text/octets.ts'
import { isAllowed, preflightReasons, unsafeFields } from './script-preflight.ts'

/** An exchange; without the world that answered, nobody knows what a preflight would have got, and it counts as passed. */
export type Observed = Pick<Exchange, 'request' | 'response'> & Partial<Pick<Exchange, 'world'>>

/** Where the script's page comes from: the host that it asks, or `ELSEWHERE`. */
export type ScriptOrigin = 'same' | 'cross'
export const ELSEWHERE = 'https://app.example'

export type CredentialsMode = 'omit' | 'include'

/** Why `fetch` rejects: to the script, all of them are the same TypeError. */
export type ScriptError =
  | 'forbidden-method'
  | 'body-on-get'
  | 'proxy-asks'
  | 'preflight'
  | 'preflight-asks'
  | 'cors-missing'
  | 'cors-other-origin'
  | 'cors-wildcard'

/** Why a field is not there for the script. */
export type Hidden = 'forbidden-name' | 'not-exposed' | 'opaque-redirect' | 'no-response'

export interface SeenField {
  /** As on the wire where it stands first. */
  readonly field: string
  readonly visible: boolean
  /** All lines of that name, joined as `headers.get()` joins them. */
  readonly value: string
  readonly reason?: Hidden
}

interface Common {
  readonly fields: readonly SeenField[]
  /** What made the browser ask with OPTIONS before: fields and method that are not harmless; empty where it did not. */
  readonly preflight: readonly string[]
}

export type Seen =
  | (Common & {
      readonly result: 'response'
      readonly type: 'basic' | 'cors' | 'opaqueredirect'
      readonly status: number
      readonly statusText: string
      readonly ok: boolean
      readonly bodyVisible: boolean
    })
  | (Common & { readonly result: 'error'; readonly reason: ScriptError })

export const SCRIPT_CITES: Readonly<Record<ScriptError | Hidden, Cite>> = {
  'forbidden-method': 'Fetch §forbidden-method',
  'body-on-get': 'Fetch §dom-request',
  'proxy-asks': 'Fetch §http-network-or-cache-fetch',
  preflight: 'Fetch §cors-preflight-fetch',
  'preflight-asks': 'Fetch §cors-preflight-fetch',
  'cors-missing': 'Fetch §concept-cors-check',
  'cors-other-origin': 'Fetch §concept-cors-check',
  'cors-wildcard': 'Fetch §concept-cors-check',
  'forbidden-name': 'Fetch §forbidden-response-header-name',
  'not-exposed': 'Fetch §cors-safelisted-response-header-name',
  'opaque-redirect': 'Fetch §concept-filtered-response-opaque-redirect',
  'no-response': 'Fetch §concept-network-error',
}

/**
 * What the script sees, had it made this request with `redirect: 'manual'`, as the playground's own `fetch` does.
 *
 * A preflight is answered by the simulated server itself, also where another server answered the request.
 *
 * Departures: with `credentials: 'include'` from the same origin, a browser may ask the person before any script hears of
 * a 401: see `dialog.ts`.
 */
export function scriptSees(
  { request, response, world }: Observed,
  origin: ScriptOrigin,
  credentials: CredentialsMode = 'omit',
): Seen {
  const preflight = origin === 'cross' ? preflightReasons(request) : []
  const reason =
    refused(request) ??
    (world && preflight.length > 0 ? preflightRefused(world, request, credentials) : undefined) ??
    (response.line.code === 407 ? 'proxy-asks' : undefined) ??
    (origin === 'cross' ? corsCheck(response, credentials) : undefined)
  if (reason) return { result: 'error', reason, preflight, fields: fieldsOf(response, () => 'no-response') }

  const { code } = response.line
  if (REDIRECTS.includes(code)) {
    const fields = fieldsOf(response, () => 'opaque-redirect')
    return { result: 'response', type: 'opaqueredirect', ...NOTHING, fields, preflight }
  }
  const exposed = origin === 'cross' ? exposedBy(response, credentials) : undefined
  const fields = fieldsOf(response, (name) => {
    if (FORBIDDEN.includes(name)) return 'forbidden-name'
    return exposed === undefined || exposed(name) ? undefined : 'not-exposed'
  })
  return {
    result: 'response',
    type: origin === 'cross' ? 'cors' : 'basic',
    status: code,
    statusText: asScriptReads(response.line.reason.text),
    ok: code >= 200 && code <= 299,
    bodyVisible: true,
    fields,
    preflight,
  }
}

/** Redirect statuses, Fetch §redirect-status. */
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]
const NOTHING = { status: 0, statusText: '', ok: false, bodyVisible: false } as const

/** Forbidden response-header names. */
const FORBIDDEN: readonly string[] = ['set-cookie', 'set-cookie2']

/** CORS-safelisted response-header names. */
const SAFELISTED: readonly string[] = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]

/** What the `Request` constructor throws at, before anything is sent. */
function refused({ line, body }: HttpRequest): ScriptError | undefined {
  const method = line.method.text.toUpperCase()
  if (['CONNECT', 'TRACE', 'TRACK'].includes(method)) return 'forbidden-method'
  return body.text !== '' && ['GET', 'HEAD'].includes(method) ? 'body-on-get' : undefined
}

/** Does the server let the browser send the request at all? */
function preflightRefused(world: World, request: HttpRequest, credentials: CredentialsMode): ScriptError | undefined {
  const answer = answerToPreflight(world, preflightOf(request, ELSEWHERE, unsafeFields(request)))
  const { code } = answer.line
  if (code === 401) return 'preflight-asks'
  const isOk = code >= 200 && code <= 299 && corsCheck(answer, credentials) === undefined
  return isOk && isAllowed(request, answer, credentials === 'omit') ? undefined : 'preflight'
}

/** The CORS check: is this response meant for script from elsewhere? */
function corsCheck(response: HttpResponse, credentials: CredentialsMode): ScriptError | undefined {
  const allowed = joined(fieldsNamed(response, 'Access-Control-Allow-Origin'))
  if (allowed === undefined) return 'cors-missing'
  if (credentials === 'omit' && allowed === '*') return undefined
  if (allowed !== ELSEWHERE) return allowed === '*' ? 'cors-wildcard' : 'cors-other-origin'
  const granted = joined(fieldsNamed(response, 'Access-Control-Allow-Credentials')) === 'true'
  return credentials === 'omit' || granted ? undefined : 'cors-wildcard'
}

/** The CORS-exposed header-name list; `*` stands for all where no credentials were included. */
function exposedBy(response: HttpResponse, credentials: CredentialsMode): (name: string) => boolean {
  const lines = joined(fieldsNamed(response, 'Access-Control-Expose-Headers')) ?? ''
  const named = lines.split(',').map((each) => each.trim().toLowerCase())
  const all = credentials === 'omit' && named.includes('*')
  return (name) => all || SAFELISTED.includes(name) || named.includes(name)
}

/** One row a field name, in wire order. */
function fieldsOf(response: HttpResponse, hide: (name: string) => Hidden | undefined): readonly SeenField[] {
  const names = [...new Set(response.fields.map(({ name }) => name.text.toLowerCase()))]
  return names.map((name) => {
    const lines = fieldsNamed(response, name)
    const reason = hide(name)
    const seen = { field: lines[0]?.name.text ?? name, value: joined(lines) ?? '', visible: reason === undefined }
    return reason === undefined ? seen : { ...seen, reason }
  })
}

/** Getting a value from a header list joins with comma and space; where lines end is lost. */
const joined = (lines: readonly Field[]): string | undefined =>
  lines.length === 0 ? undefined : asScriptReads(lines.map(({ value }) => value.text).join(', '))

/** Script reads each octet as the character of its number (Infra §isomorphic-decode): UTF-8 on the wire turns odd. */
const asScriptReads = (text: string): string => latin1Text(octetsOf(text))
