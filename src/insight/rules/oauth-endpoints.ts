/** What an exchange with an authorization server is, as far as its parameters and its path tell (RFC 6749 §3). */

import type { HttpRequest, HttpResponse } from '../../protocol/http/message.ts'
import { reasonOf } from '../../protocol/http/reason.ts'
import { targetOf } from '../../protocol/http/target.ts'
import { linesOf, shownIn } from '../reading.ts'
import type { Fix, Past, Reading, View } from '../rule.ts'
import { formOf, jsonOf, mediaTypeOf, memberOf, type Pair, pairNamed, queryOf } from './bodies.ts'

export type Endpoint =
  | 'authorization'
  | 'token'
  /** RFC 8628 §3.1. */
  | 'device'
  /** RFC 9126 §2. */
  | 'par'
  /** RFC 7662 §2. */
  | 'introspection'
  /** RFC 7009 §2. */
  | 'revocation'
  /** RFC 7591 §3. */
  | 'registration'
  /** RFC 8414 §3. */
  | 'metadata'

export interface Call {
  readonly endpoint: Endpoint
  readonly request: Reading<HttpRequest>
  readonly response?: Reading<HttpResponse>
  /** Where the parameters stand that make it one. */
  readonly by: 'form' | 'query' | 'json'
  readonly params: readonly Pair[]
  readonly past: Past
}

type Found = Pick<Call, 'endpoint' | 'by' | 'params'>

/** All rules of the subject ask the same, so what was read is kept as long as the request is. */
const kept = new WeakMap<Reading<HttpRequest>, { readonly response: Past['response']; readonly found?: Found }>()

/** Undefined where it is none of these, or where one can't tell. A response that has no status is left out. */
export function callOf(past: Past): Call | undefined {
  const { request, response } = past
  if (!request) return undefined
  const known = kept.get(request)
  const found = known && known.response === response ? known.found : readCall(request, response)
  if (!known || known.response !== response) kept.set(request, { response, found })
  return found && { ...found, request, response: response?.message.line.code ? response : undefined, past }
}

/** What has no value counts as not sent (RFC 6749 §3.1, §3.2). */
function readCall(request: Reading<HttpRequest>, response: Past['response']): Found | undefined {
  const found = endpointOf(request, response)
  return found && { ...found, params: found.params.filter(({ value }) => value !== '') }
}

/** The calls that went before, the oldest first. */
export const callsBefore = ({ before }: View): readonly Call[] =>
  before.flatMap((past): readonly Call[] => {
    const call = callOf(past)
    return call ? [call] : []
  })

/** The first parameter of that name. */
export const paramOf = ({ params }: Call, name: string): Pair | undefined => pairNamed(params, name)

function endpointOf(request: Reading<HttpRequest>, response: Past['response']): Found | undefined {
  const { method } = request.message.line
  const query = queryOf(request)
  if (method.text === 'POST') {
    const posted = postedTo(request, response)
    if (posted) return posted
  }
  const { path } = targetOf(request.message)
  if (has(query, 'grant_type')) return { endpoint: 'token', by: 'query', params: query }
  if (has(query, 'client_id') && ['response_type', 'request_uri', 'request'].some((name) => has(query, name))) {
    if (/(?:log-?in|sign-?in|consent)$/i.test(path)) return undefined
    return { endpoint: PUSHED.test(path) ? 'par' : 'authorization', by: 'query', params: query }
  }
  if (WELL_KNOWN.test(path)) return { endpoint: 'metadata', by: 'query', params: query }
  return undefined
}

const WELL_KNOWN = /\/\.well-known\/(?:oauth-authorization-server|openid-configuration)(?:$|\/)/
const PUSHED = /(?:^|[/_-])par$|pushed/i
const DEVICE = /device[/_-]?(?:auth|code)/i

function postedTo(request: Reading<HttpRequest>, response: Past['response']): Found | undefined {
  const params = formOf(request)
  const { path } = targetOf(request.message)
  const at = (endpoint: Endpoint): Found => ({ endpoint, by: 'form', params })
  if (has(params, 'grant_type')) return at('token')
  if (has(params, 'token')) {
    if (/introspect/i.test(path) || typeof jsonOf(response)?.active === 'boolean') return at('introspection')
    return /revo(?:ke|cation)/i.test(path) ? at('revocation') : undefined
  }
  const names = has(params, 'client_id') || shownIn(request, 'Basic').length > 0
  if (names && (has(params, 'response_type') || has(params, 'request') || has(params, 'request_uri'))) {
    const pushed = PUSHED.test(path) || typeof jsonOf(response)?.request_uri === 'string'
    return at(pushed || authenticates({ request, params }) ? 'par' : 'authorization')
  }
  if (names && (DEVICE.test(path) || typeof jsonOf(response)?.device_code === 'string')) return at('device')
  return postedAsJson(request, path)
}

/** What only a client's registration has (RFC 7591 §2). */
const METADATA = ['redirect_uris', 'grant_types', 'token_endpoint_auth_method', 'client_name', 'software_statement']

function postedAsJson(request: Reading<HttpRequest>, path: string): Found | undefined {
  const json = jsonOf(request)
  if (!json || ['application/x-www-form-urlencoded', 'multipart/form-data'].includes(mediaTypeOf(request)))
    return undefined
  if (typeof json.grant_type === 'string') return { endpoint: 'token', by: 'json', params: membersOf(request) }
  if (/regist/i.test(path) && METADATA.some((name) => name in json)) {
    return { endpoint: 'registration', by: 'json', params: [] }
  }
  return undefined
}

/** The parameters that rules ask for: a few, as each is searched for in the whole body. */
const PARAMETERS = [
  ...['grant_type', 'client_id', 'client_secret', 'client_assertion', 'code', 'code_verifier', 'refresh_token'],
  ...['device_code', 'resource'],
]

/** The strings of a JSON body, as if they were parameters. */
const membersOf = (request: Reading<HttpRequest>): readonly Pair[] =>
  PARAMETERS.flatMap((name): readonly Pair[] => {
    const value = jsonOf(request)?.[name]
    const raw = typeof value === 'string' ? memberOf(request, name) : undefined
    return typeof value === 'string' && raw ? [{ name, value, raw, pair: raw }] : []
  })

const has = (params: readonly Pair[], name: string): boolean => pairNamed(params, name) !== undefined

/** Whether the client says who it is, and proves it: by a header field, a secret or an assertion (RFC 6749 §2.3). */
export const authenticates = ({ request, params }: Pick<Call, 'request' | 'params'>): boolean =>
  ['authorization', 'oauth-client-attestation'].some((name) => linesOf(request, name).length > 0) ||
  ['client_secret', 'client_assertion'].some((name) => !!pairNamed(params, name)?.value)

/** The OAuth error of a response (RFC 6749 §5.2), whatever its status. */
export function errorOf({ response }: Past): string | undefined {
  const error = jsonOf(response)?.error
  return typeof error === 'string' ? error : undefined
}

/** Whether the response has tokens in it (RFC 6749 §5.1). */
export const grants = ({ response }: Past): boolean =>
  response?.message.line.code === 200 && typeof jsonOf(response)?.access_token === 'string'

/** The status line with another status. */
export function restated({ message: { line } }: Reading<HttpResponse>, code: number): Fix {
  const end = Math.max(line.status.span.end, line.reason.span.end)
  return { span: { start: line.status.span.start, end }, insert: `${code} ${reasonOf(code)}` }
}

/** Whether two calls are of one host: codes and tokens of another are others, though they read the same. */
export const sameServer = (one: Pick<Call, 'request'>, other: Pick<Call, 'request'>): boolean =>
  targetOf(one.request.message).host === targetOf(other.request.message).host
