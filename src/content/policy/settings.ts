/** How a space is set up that a policy writes out: for each scheme in front, what can be chosen, and all the rest. */

import * as v from 'valibot'
import type { Json, User } from '../../protocol/auth/scheme.ts'
import type { BasicSettings } from '../../protocol/schemes/basic/scheme.ts'
import type { BearerSettings } from '../../protocol/schemes/bearer/scheme.ts'
import type { AlgorithmName } from '../../protocol/schemes/digest/hash.ts'
import type { DigestSettings } from '../../protocol/schemes/digest/space.ts'
import type { XApiKeySettings } from '../../protocol/schemes/x-api-key/scheme.ts'
import { AUDIENCE, ISSUER, KEY, REVOKED } from '../world/tokens.ts'
import { because, flag, list, object, oneOf, text, unique, whole } from './shapes.ts'

type Chosen = Readonly<Record<string, Json | undefined>>

const ALGORITHMS: readonly AlgorithmName[] = [
  'SHA-256',
  'SHA-256-sess',
  'SHA-512-256',
  'SHA-512-256-sess',
  'MD5',
  'MD5-sess',
]

const charset = v.optional(oneOf(['UTF-8']))

const shapes = {
  basic: { charset },
  bearer: {
    scope: v.optional(text(500)),
    audience: v.optional(text(200)),
    metadata: v.optional(text(500)),
    acrValues: v.optional(list(10, text(100))),
    maxAge: v.optional(whole(0, 1_000_000)),
  },
  digest: {
    algorithms: v.optional(unique(list(ALGORITHMS.length, oneOf(ALGORITHMS)), 1)),
    qop: v.optional(unique(list(2, oneOf(['auth', 'auth-int'])), 0)),
    opaque: v.optional(text(200)),
    nonceLifetime: v.optional(whole(1, 86_400)),
    nextnonce: v.optional(flag),
    userhash: v.optional(flag),
    charset,
    domain: v.optional(text(500)),
  },
  'x-api-key': { challenge: v.optional(flag) },
} as const

/** By the scheme's key. */
export const SETTINGS: ReadonlyMap<string, v.GenericSchema<unknown, Chosen>> = new Map<
  keyof typeof shapes,
  v.GenericSchema<unknown, Chosen>
>([
  ['basic', object(shapes.basic)],
  ['bearer', object(shapes.bearer)],
  [
    'digest',
    v.pipe(
      object(shapes.digest),
      // A session's key is made with the client's nonce, which only goes with a `qop` (RFC 7616 §3.4.2).
      v.check(
        ({ algorithms = [], qop }) => qop?.length !== 0 || !algorithms.some((name) => name.endsWith('-sess')),
        because('session'),
      ),
    ),
  ],
  ['x-api-key', object(shapes['x-api-key'])],
])

/** The schemes that a policy can write out, with the names of their settings. */
export const WRITABLE: readonly { readonly scheme: string; readonly settings: readonly string[] }[] = Object.entries(
  shapes,
).map(([scheme, entries]) => ({ scheme, settings: Object.keys(entries) }))

/** All that the server needs besides: nobody's secrets stand in a policy, as links carry it to others. */
export function setUp(scheme: string, chosen: Chosen, users: readonly User[]): Json {
  const rest: Readonly<Record<string, Chosen>> = {
    basic: {} satisfies BasicSettings,
    bearer: {
      audience: AUDIENCE,
      issuer: ISSUER,
      keys: [{ ...KEY }],
      tokens: [],
      revoked: REVOKED,
    } satisfies BearerSettings,
    digest: {
      algorithms: ['SHA-256'],
      qop: ['auth'],
      opaque: '',
      nonceLifetime: 60,
      secret: 'only the server knows',
    } satisfies DigestSettings,
    'x-api-key': { keys: keysOf(users) } satisfies XApiKeySettings,
  }
  return { ...rest[scheme], ...chosen }
}

const keysOf = (users: readonly User[]) =>
  users.flatMap(({ id, secrets }) =>
    secrets.flatMap(({ kind, key }) => (kind === 'api-key' && key !== undefined ? [{ key, user: id }] : [])),
  )
