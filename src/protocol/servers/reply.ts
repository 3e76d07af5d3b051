/** The response that a passage through the gates ends in, as text, and the world that remembers it. */

import type { Env, FieldDraft, Json } from '../auth/scheme.ts'
import { printDate } from '../http/date.ts'
import { writeResponse } from '../http/print.ts'
import { reasonOf } from '../http/reason.ts'
import { schemeOf } from '../schemes/index.ts'
import { octetsOf } from '../text/octets.ts'
import type { Passage } from './passage.ts'
import type { Reply, Resource, World } from './world.ts'

/** Gates at which failing means "who are you?": each is answered with challenges (RFC 9110 §15.5.2). */
const WHO = ['sent', 'scheme', 'form', 'valid', 'fresh'] as const

export function reply(world: World, passage: Passage, method: string, env: Env): { source: string; world: World } {
  const { failed, resource } = passage
  const said = replyFor(resource, failed)
  const status = said?.status ?? passage.status
  const opened = openChallenges(world, passage, env)
  const challenges = said?.challenges ?? opened.challenges
  const content = contentFor(passage, status, said)
  const sends = resource?.sends ?? ['Date', 'Content-Length']
  const confirmed = passage.confirm?.({ status, body: content.text }) ?? []
  const fields: FieldDraft[] = [
    ...(sends.includes('Date') ? [['Date', printDate(world.clock)] as const] : []),
    ...(passage.status === 405 && resource ? [['Allow', allow(resource)] as const] : []),
    ...challengeLines(challenges, resource),
    ...confirmed,
    ...corsFields(resource),
    ...(said?.fields ?? []),
    ...(content.text ? [['Content-Type', content.type] as const] : []),
    ...(sends.includes('Content-Length') ? [['Content-Length', String(octetsOf(content.text).length)] as const] : []),
  ]
  const body = method === 'HEAD' ? '' : content.text
  return {
    source: writeResponse({ status, reason: said?.reason ?? reasonOf(status), fields, body }),
    world: opened.world,
  }
}

/** A gate without a reply of its own answers as `valid` does: to the client, all three are bad credentials. */
function replyFor(resource: Resource | undefined, failed: Passage['failed']): Reply | undefined {
  if (!failed) return undefined
  const replies = resource?.replies
  return replies?.[failed] ?? (failed === 'fresh' || failed === 'form' ? replies?.valid : undefined)
}

/**
 * Every accepted scheme opens a challenge on 401; the one that judged says why it refused. On 400 and 403 only that one
 * speaks, if it has something to say (RFC 6750 §3.1).
 */
function openChallenges(world: World, passage: Passage, env: Env): { challenges: readonly string[]; world: World } {
  const { failed, resource, space: judged, refusal } = passage
  const told = judged ? { ...world, spaces: { ...world.spaces, [judged.id]: judged } } : world
  if (!failed || !resource || failed === 'resource') return { challenges: [], world: told }
  const who = passage.status === 401 && WHO.some((gate) => gate === failed)
  const ids = who ? resource.spaces : judged ? [judged.id] : []
  return ids.reduce(
    (so, id) => {
      const space = so.world.spaces[id]
      const scheme = schemeOf(space?.scheme)
      if (!space || !scheme) return so
      const opened = scheme.challenge(space, env, id === judged?.id ? refusal : undefined)
      const spaces = { ...so.world.spaces, [id]: opened.space }
      return { challenges: [...so.challenges, ...opened.challenges], world: { ...so.world, spaces } }
    },
    { challenges: [] as readonly string[], world: told as World },
  )
}

/** One line each, or one list in one line: both are right (RFC 9110 §11.6.1). */
function challengeLines(challenges: readonly string[], resource: Resource | undefined): readonly FieldDraft[] {
  if (challenges.length === 0) return []
  const values = resource?.lines === 'one' ? [challenges.join(', ')] : challenges
  return values.map((value) => ['WWW-Authenticate', value] as const)
}

const allow = ({ methods }: Resource) => (methods.includes('GET') ? ['HEAD', ...methods] : methods).join(', ')

function corsFields(resource: Resource | undefined): readonly FieldDraft[] {
  if (!resource?.cors) return []
  const { allowOrigin, expose } = resource.cors
  const exposed = expose.length > 0 ? [['Access-Control-Expose-Headers', expose.join(', ')] as const] : []
  return [['Access-Control-Allow-Origin', allowOrigin], ...exposed]
}

/** The resource itself, what the documented server says, or a problem document (RFC 9457). */
function contentFor(passage: Passage, status: number, said: Reply | undefined): { type: string; text: string } {
  if (said)
    return said.body === undefined ? { type: '', text: '' } : { type: 'application/json', text: json(said.body) }
  if (!passage.failed && passage.resource) {
    const { type, body } = passage.resource.content
    return { type, text: typeof body === 'string' ? body : json(body) }
  }
  const fault = passage.steps.find(({ check }) => check === 'server.well-formed')?.knew
  const detail = fault?.octet ? { detail: `octet ${fault.octet}: expected ${fault.expected}` } : {}
  return { type: 'application/problem+json', text: json({ title: reasonOf(status), status, ...detail }) }
}

/** On one line with a space behind each colon and comma, as the documented examples print it. */
function json(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(json).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${json(each ?? null)}`)
    .join(', ')}}`
}
