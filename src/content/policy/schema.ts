/**
 * What a policy may say, as a schema: it checks what somebody types in the Lab and, as links from elsewhere are hostile
 * input, what a shared link brings along. Nothing that it lets through can end a header line or grow without bounds.
 */

import * as v from 'valibot'
import type { Json } from '../../protocol/auth/scheme.ts'
import { isToken } from '../../protocol/http/grammar.ts'
import type { Cors, Method, Resource } from '../../protocol/servers/world.ts'
import { run } from '../../protocol/text/cursor.ts'
import { SETTINGS } from './settings.ts'
import { because, flag, list, notList, object, oneOf, text, unique, whole } from './shapes.ts'

/**
 * A protection space, in one of three ways: by its id; by its id and under another realm; or written out, for the
 * schemes in front.
 */
export type SpaceEntry =
  | string
  | { readonly space: string; readonly realm: string }
  | { readonly scheme: string; readonly realm: string; readonly settings?: Readonly<Record<string, Json | undefined>> }

/** How a resource is guarded. What isn't in it isn't there: no replies of its own, no CORS, no lockout. */
export interface Policy extends Pick<Resource, 'lines' | 'methods' | 'permits' | 'replies' | 'cors' | 'lockout'> {
  /** In the order in which they are offered. None: open to everybody. */
  readonly spaces: readonly SpaceEntry[]
}

const METHODS: readonly Method[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Names of fields and of challenges' schemes are tokens; values are one line. */
const Token = v.pipe(text(200), v.check(isToken, because('token')))
/** Also what is wrong in a documented example can be written: `fetch` takes it, and the linter says what is wrong. */
const Line = text(2000)

/** 205 has no body, though a reply may have one, and 1xx are no answers (RFC 9110 §15.2, §15.3.6). */
const isStatus = (status: number) => Number.isInteger(status) && status >= 200 && status <= 599 && status !== 205
const isLatin1 = (reason: string) => run(reason, 0, (unit) => unit <= 0xff) === reason.length

const plainReply = {
  status: v.optional(v.pipe(v.number(because('status')), v.check(isStatus, because('status')))),
  reason: v.optional(v.pipe(text(100), v.check(isLatin1, because('latin')))),
  challenges: v.optional(list(10, Line)),
  fields: v.optional(list(20, v.strictTuple([Token, Line], because('pair')))),
  // Whatever is JSON: it is data, and stays within the text's own bounds.
  body: v.optional(v.custom<Json>(() => true)),
}
const OneReply = object({
  ...plainReply,
  by: v.optional(notList(v.record(text(100), object(plainReply), because('object')))),
})

const Replies = object({
  resource: v.optional(OneReply),
  sent: v.optional(OneReply),
  scheme: v.optional(OneReply),
  form: v.optional(OneReply),
  valid: v.optional(OneReply),
  fresh: v.optional(OneReply),
  permitted: v.optional(OneReply),
})

/** An origin is visible characters only (RFC 6454 §6.2); whether it is a right one is for the browser to say. */
const isVisible = (origin: string) => /^[!-~]+$/.test(origin)

const CrossOrigin = object({
  allowOrigin: v.pipe(text(200), v.check(isVisible, because('origin'))),
  expose: list(20, Token),
  allowHeaders: v.optional(list(20, Token)),
  allowCredentials: v.optional(flag),
  wrong: v.optional(oneOf(['guarded-preflight', 'not-on-refusals'] satisfies readonly Cors['wrong'][])),
})

/** Each way to name a space has its own shape, so that a complaint is about the one that was meant. */
const Space = v.lazy((input: unknown) => {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return ById
  return 'scheme' in input ? writtenOut(input.scheme) : Renamed
})
const ById = v.pipe(v.string(because('space')), v.maxLength(300, because('long', { most: 300 })))
const Renamed = object({ space: ById, realm: text(200) })
function writtenOut(scheme: unknown) {
  const settings = typeof scheme === 'string' ? SETTINGS.get(scheme) : undefined
  return object({
    scheme: oneOf([...SETTINGS.keys()]),
    realm: text(200),
    settings: v.optional(settings ?? v.custom<Readonly<Record<string, Json | undefined>>>(() => true)),
  })
}

export const PolicySchema: v.GenericSchema<unknown, Policy> = object({
  spaces: list(8, Space),
  lines: oneOf(['one', 'each']),
  methods: unique(list(METHODS.length, oneOf(METHODS)), 1),
  permits: object({ roles: list(10, text(100)), scope: v.optional(text(500)) }),
  replies: v.optional(Replies),
  cors: v.optional(CrossOrigin),
  lockout: v.optional(object({ refusals: whole(1, 100), seconds: whole(1, 86_400) })),
})
