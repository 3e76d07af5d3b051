/** How a server keeps sessions: by the hash of a random id, so that whoever reads its memory can't take one over. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { ProtectionSpace } from '../../auth/scheme.ts'
import { hex, octetsOf } from '../../text/octets.ts'

export type CookieSettings = {
  /** The cookie’s name. */
  readonly name: string
  /** Seconds that a session lasts. */
  readonly lifetime: number
}

export type Session = {
  /** SHA-256 of the cookie's value, in hex. */
  readonly hash: string
  /** Id of the user. */
  readonly user: string
  /** What forms of this session have to bring back (OWASP, synchronizer token). */
  readonly csrf: string
  /** Milliseconds since 1970. */
  readonly made: number
}

export type CookieMemory = { readonly sessions: readonly Session[] }
export type Space = ProtectionSpace<CookieSettings, CookieMemory>

/** An id has 144 random bits: nobody guesses it, so a fast hash is enough. */
export const hashOf = (value: string): string => hex(sha256(octetsOf(value)))

export const sessionNamed = ({ memory }: Space, value: string): Session | undefined => {
  const hash = hashOf(value)
  return memory.sessions.find((each) => each.hash === hash)
}

/** As a browser has to be told: `__Host-` wants Secure, Path=/ and no Domain. */
export const setCookie = ({ name }: CookieSettings, value: string, maxAge: number): readonly [string, string] => [
  'Set-Cookie',
  `${name}=${value}; Path=/; Max-Age=${maxAge}; Secure; HttpOnly; SameSite=Lax`,
]

/** Gone at once. */
export const dropCookie = (settings: CookieSettings) => setCookie(settings, '', 0)
