/** A session as a link: its moves, in the fragment, which no server ever sees. Links from elsewhere are hostile input. */

import * as v from 'valibot'
import type { Move } from '../content/move.ts'
import { base64url, fromBase64url, octetsOf, utf8Text } from '../protocol/text/octets.ts'

const LONGEST = 100_000

const Text = v.pipe(v.string(), v.maxLength(20_000))
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))
const Played = v.variant('kind', [
  v.strictObject({ kind: v.literal('write'), text: Text }),
  v.strictObject({ kind: v.literal('answer'), offer: Count, secret: v.pipe(v.string(), v.maxLength(100)) }),
  v.strictObject({ kind: v.literal('predict'), status: Count }),
  v.strictObject({ kind: v.literal('wait'), seconds: Count }),
  v.strictObject({ kind: v.literal('connect'), certificate: v.optional(v.pipe(v.string(), v.maxLength(100))) }),
  // What the policy says is read, and refused, when the move is played: it takes the world to judge it.
  v.strictObject({
    kind: v.literal('policy'),
    host: v.pipe(v.string(), v.maxLength(300)),
    path: v.pipe(v.string(), v.maxLength(2000)),
    policy: Text,
  }),
  v.strictObject({ kind: v.literal('send') }),
])
/** Version 1. Later ones get a schema of their own, and this stays readable. */
const Version1 = v.strictObject({
  scenario: v.optional(v.pipe(v.string(), v.regex(/^\d\d-[a-z0-9-]{1,60}$/))),
  moves: v.pipe(v.array(Played), v.maxLength(300)),
})

export interface Shared {
  /** Absent: the Lab. */
  readonly scenario?: string
  readonly moves: readonly Move[]
}

export type Opened =
  | { readonly result: 'shared'; readonly shared: Shared }
  /** Word keys are `shell.refused.<why>`. */
  | { readonly result: 'refused'; readonly why: 'version' | 'malformed' | 'too-long' }

/** `1.<base64url of JSON>`: the version stands in front, readable without the rest. */
export const sharePayload = (shared: Shared): string => `1.${base64url(octetsOf(JSON.stringify(shared)))}`

export function openPayload(payload: string): Opened {
  if (payload.length > LONGEST) return { result: 'refused', why: 'too-long' }
  const [version, text = ''] = payload.split('.')
  if (version !== '1') return { result: 'refused', why: /^\d+$/.test(version ?? '') ? 'version' : 'malformed' }
  const octets = fromBase64url(text)
  const json = octets && utf8Text(octets)
  if (json === undefined) return { result: 'refused', why: 'malformed' }
  try {
    const read = v.safeParse(Version1, JSON.parse(json))
    return read.success ? { result: 'shared', shared: read.output } : { result: 'refused', why: 'malformed' }
  } catch {
    return { result: 'refused', why: 'malformed' }
  }
}
