/** Every part of a message that has to do with authentication, with what there is to say about it, in reading order. */

import type { AuthElement, AuthParam } from '../protocol/auth/challenge.ts'
import { isSchemeName, registered } from '../protocol/auth/registry.ts'
import type { Part, Scheme, Where } from '../protocol/auth/scheme.ts'
import type { HttpMessage } from '../protocol/http/message.ts'
import { metSchemes, schemeNamed } from '../protocol/schemes/index.ts'
import type { Note } from './note.ts'
import { type FieldReading, read } from './reading.ts'
import { type NoteDraft, startLineNotes } from './start-line.ts'

/**
 * The notes of a message: their spans ascend, and none overlaps another. `answering` is the scheme of the request's
 * credentials: `Authentication-Info` doesn't name it (RFC 9110 §11.6.3).
 */
export function annotate(message: HttpMessage, answering?: string): readonly Note[] {
  const { fields } = read(message)
  const drafts = [...startLineNotes(message), ...fields.flatMap((field) => fieldNotes(field, message, answering))]
  return numbered(drafts.filter(({ span }) => span.end > span.start))
}

/** The scheme of a request's credentials, which its response may speak of without naming it. */
export const answeringScheme = (request: HttpMessage): string | undefined =>
  read(request).fields.find(({ credentials }) => credentials)?.credentials?.scheme.text

/** An id that two parts would share gets `.2`, `.3` … in reading order. */
function numbered(drafts: readonly NoteDraft[]): readonly Note[] {
  const taken = new Set<string>()
  return drafts.map(({ path, ...note }) => {
    let id = path
    for (let count = 2; taken.has(id); count++) id = `${path}.${count}`
    taken.add(id)
    return { ...note, id }
  })
}

function fieldNotes(reading: FieldReading, message: HttpMessage, answering: string | undefined): readonly NoteDraft[] {
  const { field, name, challenges, credentials, info } = reading
  if (credentials) return elementNotes(credentials, name, 'credentials', message)
  if (challenges.length > 0) return challenges.flatMap((each) => elementNotes(each, name, 'challenge', message))
  if (info.length > 0) {
    const [key, scheme] = schemeNamed(answering ?? '') ?? []
    const known =
      key && scheme ? scheme.anatomy(field, 'info').map((part) => draftOf(part, key, scheme, name, message)) : []
    return known.length > 0 ? known : info.map((param) => strangeParam(param, name, 'http.info-param'))
  }
  if (name === 'authorization' || name === 'proxy-authorization') return []
  const owner = metSchemes().find(([, scheme]) =>
    [scheme.field, ...(scheme.fields ?? [])].some((own) => own.toLowerCase() === name),
  )
  if (!owner) return []
  const [key, scheme] = owner
  const where = message.kind === 'request' ? 'credentials' : 'challenge'
  return scheme.anatomy(field, where).map((part) => draftOf(part, key, scheme, name, message))
}

function elementNotes(element: AuthElement, name: string, where: Where, message: HttpMessage): readonly NoteDraft[] {
  const [key, scheme] = schemeNamed(element.scheme.text) ?? []
  if (!key || !scheme) return strangeNotes(element, name)
  return scheme.anatomy(element, where).map((part) => draftOf(part, key, scheme, name, message))
}

function draftOf(part: Part, key: string, scheme: Scheme, name: string, message: HttpMessage): NoteDraft {
  const parameter = part.role.startsWith('param.') ? part.role.slice('param.'.length) : undefined
  const text = message.source.slice(part.span.start, part.span.end)
  const known = parameter === undefined || parameter in scheme.params
  const label = parameter ?? (part.role === 'scheme' ? text : part.role)
  return {
    path: `${name}.${part.role === 'scheme' ? key : `${key}.${label}`}`,
    span: part.span,
    label,
    keys: [`${key}.${part.role}`, ...(known ? [] : ['http.unknown-param'])],
    slots: { value: text, scheme: scheme.name },
    cite: part.cite,
    decoded: part.decoded ?? [],
    scheme: key,
  }
}

/** A scheme that is not on the shelf: its parts are named, and their meaning is not guessed. */
function strangeNotes({ scheme, payload }: AuthElement, name: string): readonly NoteDraft[] {
  const path = `${name}.${scheme.text.toLowerCase()}`
  const entry = registered(scheme.text)
  const met = isSchemeName(scheme.text) ? ['http.met-scheme'] : []
  const slots = { scheme: scheme.text, value: scheme.text }
  const first: NoteDraft = {
    path,
    span: scheme.span,
    label: scheme.text,
    keys: [...(entry ? ['http.registered-scheme'] : met), 'http.unknown-scheme'],
    slots,
    cite: entry?.cite ?? 'RFC 9110 §16.4.1',
    decoded: [],
  }
  if (payload.kind === 'bare') return [first]
  if (payload.kind === 'params') {
    const keyOf = (param: AuthParam) => (sameName(param, 'realm') ? 'http.realm' : 'http.unknown-param')
    return [first, ...payload.params.map((each) => strangeParam(each, path, keyOf(each), slots))]
  }
  const { span } = payload.token68
  const token68 = { path: `${path}.token68`, label: 'token68', keys: ['http.token68'], cite: 'RFC 9110 §11.2' } as const
  return [first, { ...token68, span, slots, decoded: [] }]
}

const sameName = ({ name }: AuthParam, wanted: string): boolean => name.text.toLowerCase() === wanted

function strangeParam({ name, raw, span }: AuthParam, path: string, key: string, slots: Note['slots'] = {}): NoteDraft {
  const label = name.text.toLowerCase()
  const cite =
    key === 'http.realm' ? 'RFC 9110 §11.5' : key === 'http.info-param' ? 'RFC 9110 §11.6.3' : 'RFC 9110 §11.2'
  return { path: `${path}.${label}`, span, label, keys: [key], slots: { ...slots, value: raw.text }, cite, decoded: [] }
}
