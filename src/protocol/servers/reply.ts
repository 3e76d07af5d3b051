/** The response that a passage through the gates ends in, as text, and the world that remembers it. */

import type { Env, FieldDraft, Json } from '../auth/scheme.ts'
import { printDate } from '../http/date.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { parseResponse } from '../http/parse.ts'
import { writeResponse } from '../http/print.ts'
import { reasonOf } from '../http/reason.ts'
import { schemeOf } from '../schemes/index.ts'
import type { Served } from '../services/service.ts'
import { octetsOf } from '../text/octets.ts'
import type { Passage } from './passage.ts'
import { onSide } from './side.ts'
import type { Reply, Resource, World } from './world.ts'

/** Gates at which failing means "who are you?": each is answered with challenges (RFC 9110 §15.5.2). */
const WHO = ['sent', 'scheme', 'form', 'valid', 'fresh'] as const

/**
 * `world` remembers already what the passage left behind; `served` is what a service answered, where the resource has
 * one and the request got that far.
 */
export function reply(
  world: World,
  passage: Passage,
  request: HttpRequest,
  env: Env,
  served?: Served,
): { source: string; world: World } {
  const { failed, resource, side } = passage
  const said = replyFor(passage)
  const status = said?.status ?? served?.status ?? passage.status
  const opened = openChallenges(world, passage, env)
  const challenges = said?.challenges ?? opened.challenges
  const content = contentFor(passage, status, said, served)
  const sends = resource?.sends ?? ['Date', 'Content-Length']
  const method = request.line.method.text
  const body = method === 'HEAD' ? '' : content.text
  const confirmed = passage.confirm?.({ status, body }) ?? []
  const fields: FieldDraft[] = [
    ...(sends.includes('Date') ? [['Date', printDate(world.clock)] as const] : []),
    ...((passage.status === 405 || passage.told) && resource ? [['Allow', allow(resource)] as const] : []),
    // What is hidden from one may be shown to the next, and a 404 may be stored unless it says no (RFC 9110 §15.5.5).
    ...(failed && status === 404 ? [['Cache-Control', 'no-store'] as const] : []),
    ...(passage.retryAfter === undefined ? [] : [['Retry-After', String(passage.retryAfter)] as const]),
    ...challengeLines(challenges, resource).map((value) => [side.challenge, value] as const),
    ...opened.fields,
    ...confirmed.map(([name, value]) => [onSide(side, name), value] as const),
    ...corsFields(passage),
    ...(said?.fields ?? (failed || passage.told ? [] : (resource?.success?.fields ?? []))),
    ...(served?.fields ?? []),
    ...(content.text && content.type ? [['Content-Type', content.type] as const] : []),
    ...(sends.includes('Content-Length') && status !== 204
      ? [['Content-Length', String(octetsOf(content.text).length)] as const]
      : []),
  ]
  return {
    source: writeResponse({ status, reason: said?.reason ?? reasonOf(status), fields, body }),
    world: opened.world,
  }
}

/**
 * A gate without a reply of its own answers as `valid` does: to the client, all three are bad credentials. Where a reply
 * tells kinds of refusals apart, the one of that kind is it.
 */
function replyFor({ resource, failed, refusal }: Passage): Reply | undefined {
  if (!failed) return undefined
  const replies = resource?.replies
  const said = replies?.[failed] ?? (failed === 'fresh' || failed === 'form' ? replies?.valid : undefined)
  return (refusal && said?.by?.[refusal.kind]) ?? said
}

/**
 * Every accepted scheme opens a challenge on 401; the one that judged says why it refused. On 400 and 403 only that one
 * speaks, if it has something to say (RFC 6750 §3.1).
 */
function openChallenges(
  world: World,
  passage: Passage,
  env: Env,
): { challenges: readonly string[]; fields: readonly FieldDraft[]; world: World } {
  const { failed, resource, space: judged, refusal, side } = passage
  if (!failed || !resource || failed === 'resource') return { challenges: [], fields: [], world }
  const who = passage.status === side.status && WHO.some((gate) => gate === failed)
  const ids = who ? resource.spaces : judged ? [judged.id] : []
  return ids.reduce(
    (so, id) => {
      const space = so.world.spaces[id]
      const scheme = schemeOf(space?.scheme)
      if (!space || !scheme) return so
      const opened = scheme.challenge(space, env, id === judged?.id ? refusal : undefined)
      const spaces = { ...so.world.spaces, [id]: opened.space }
      return {
        challenges: [...so.challenges, ...opened.challenges],
        fields: [...so.fields, ...(opened.fields ?? [])],
        world: { ...so.world, spaces },
      }
    },
    { challenges: [] as readonly string[], fields: [] as readonly FieldDraft[], world },
  )
}

/** One line each, or one list in one line: both are right (RFC 9110 §11.6.1). */
function challengeLines(challenges: readonly string[], resource: Resource | undefined): readonly string[] {
  if (challenges.length === 0) return []
  return resource?.lines === 'one' ? [challenges.join(', ')] : challenges
}

const allow = ({ methods }: Resource) => (methods.includes('GET') ? ['HEAD', ...methods] : methods).join(', ')

/** To a preflight: what a script of another origin may send. To all else: what it may see (Fetch §http-responses). */
function corsFields({ resource, failed, told }: Passage): readonly FieldDraft[] {
  const { cors } = resource ?? {}
  if (!resource || !cors || (cors.wrong === 'not-on-refusals' && failed)) return []
  const { allowOrigin, expose, allowHeaders = ['Authorization', 'Content-Type'], allowCredentials } = cors
  const common: readonly FieldDraft[] = [
    ['Access-Control-Allow-Origin', allowOrigin],
    ...(allowCredentials ? [['Access-Control-Allow-Credentials', 'true'] as const] : []),
    ...(allowOrigin === '*' ? [] : [['Vary', 'Origin'] as const]),
  ]
  if (told)
    return [
      ...common,
      ['Access-Control-Allow-Methods', allow(resource)],
      ['Access-Control-Allow-Headers', allowHeaders.join(', ')],
    ]
  return expose.length > 0 ? [...common, ['Access-Control-Expose-Headers', expose.join(', ')]] : common
}

/** The resource itself, what the documented server says, or a problem document (RFC 9457). */
function contentFor(
  passage: Passage,
  status: number,
  said: Reply | undefined,
  served: Served | undefined,
): { type: string; text: string } {
  const nothing = { type: '', text: '' }
  if (said) {
    const { body, fields } = said
    if (body === undefined) return nothing
    if (!isTyped(fields)) return { type: 'application/json', text: json(body) }
    return { type: '', text: typeof body === 'string' ? body : json(body) }
  }
  if (status === 204) return nothing
  if (served) {
    const { body, fields } = served
    if (body === undefined) return nothing
    return { type: isTyped(fields) ? '' : 'application/json', text: typeof body === 'string' ? body : json(body) }
  }
  if (!passage.failed && passage.resource) {
    const { type, body } = passage.resource.content
    return { type, text: typeof body === 'string' ? body : json(body) }
  }
  const fault = passage.steps.find(({ check }) => check === 'server.well-formed')?.knew
  const detail = fault?.octet ? { detail: `octet ${fault.octet}: expected ${fault.expected}` } : {}
  return { type: 'application/problem+json', text: json({ title: reasonOf(status), status, ...detail }) }
}

const isTyped = (fields: readonly FieldDraft[] = []) => fields.some(([name]) => name.toLowerCase() === 'content-type')

/** On one line with a space behind each colon and comma, as the documented examples print it. */
function json(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(json).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${json(each ?? null)}`)
    .join(', ')}}`
}

/** The response with these fields behind its own. */
export function withFieldsOf(response: HttpResponse, fields: readonly FieldDraft[]): HttpResponse {
  if (fields.length === 0) return response
  const { source } = response
  const end = source.indexOf('\n\n')
  const lines = fields.map(([name, value]) => `\n${name}: ${value}`).join('')
  return parseResponse(source.slice(0, end) + lines + source.slice(end))
}
