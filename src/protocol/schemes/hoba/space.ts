/** How a HOBA server is set up, and what it remembers: the challenges that it gave, and the keys that were registered. */

import type { Env, ProtectionSpace } from '../../auth/scheme.ts'
import { base64url } from '../../text/octets.ts'
import type { Alg } from './signature.ts'

/** A client public key (CPK), and whose it is. */
export type HobaKey = {
  readonly kid: string
  /** Modulus and exponent, base64url (RFC 7518 §6.3.1). */
  readonly n: string
  readonly e: string
  /** Id of the user. */
  readonly user: string
  /** What the person calls the device that holds it (`did`, RFC 7486 §6.1). */
  readonly device?: string
}

export type HobaSettings = {
  /** Seconds for which a challenge may be answered; 0: it may be answered once (RFC 7486 §3). */
  readonly maxAge: number
  readonly algorithms: readonly Alg[]
  /** The server's own, with its port: `https://api.example.com:443`. */
  readonly origin: string
  /** Origins that are known to imitate it: a signature that was made for one of them gets a word of its own. */
  readonly imitations?: readonly string[]
  /** Keys that were known from the start. */
  readonly keys: readonly HobaKey[]
}

/** What became of a challenge: when it was given (milliseconds since 1970), and the nonces of the answers so far. */
type Given = { readonly at: number; readonly nonces: readonly string[] }

/** `null` at first. */
export type HobaMemory = {
  readonly given: Readonly<Record<string, Given>>
  /** Keys that were registered since. */
  readonly keys: readonly HobaKey[]
} | null
export type Space = ProtectionSpace<HobaSettings, HobaMemory>

/** How long a challenge is remembered when nobody can answer it any more, so that a late answer is told from a wrong one. */
const DAY = 24 * 60 * 60 * 1000

export const lifetime = ({ settings }: Space): number => settings.maxAge * 1000

export const keysOf = ({ settings, memory }: Space): readonly HobaKey[] => [...settings.keys, ...(memory?.keys ?? [])]

export const givenAs = ({ memory }: Space, challenge: string): Given | undefined =>
  new Map(Object.entries(memory?.given ?? {})).get(challenge)

const remember = (space: Space, challenge: string, given: Given): Space => ({
  ...space,
  memory: { keys: space.memory?.keys ?? [], given: { ...space.memory?.given, [challenge]: given } },
})

/** A challenge that nobody got before: 128 bits, as RFC 7486 §2 wants at least. */
export function give(space: Space, env: Env): { readonly challenge: string; readonly space: Space } {
  const challenge = base64url(env.random(16))
  const forgotten = env.now() - lifetime(space) - DAY
  const given = Object.entries(space.memory?.given ?? {}).filter(([, { at }]) => at >= forgotten)
  const memory = { keys: space.memory?.keys ?? [], given: Object.fromEntries(given) }
  return { challenge, space: remember({ ...space, memory }, challenge, { at: env.now(), nonces: [] }) }
}

/** The space that remembers this answer as well. */
export function answered(space: Space, challenge: string, nonce: string): Space {
  const given = givenAs(space, challenge)
  return given ? remember(space, challenge, { ...given, nonces: [...given.nonces, nonce] }) : space
}

/** The space that knows this key as well: for whoever registers keys. */
export const withKey = (space: Space, key: HobaKey): Space => ({
  ...space,
  memory: { given: space.memory?.given ?? {}, keys: [...(space.memory?.keys ?? []), key] },
})
