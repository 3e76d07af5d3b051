/** How the service is set up, and what it remembers between the three steps. */

import type { ProtectionSpace } from '../../auth/scheme.ts'
import { type Space as Resources, tokensOf, type Use } from '../../schemes/oauth/space.ts'

export type Settings = {
  /** Host and paths of its endpoints, as clients know them from its documentation (RFC 5849 §2). */
  readonly host: string
  readonly authorize: string
  readonly token: string
  /** Id of the protection space whose clients these are, and for whose resources tokens are given out. */
  readonly resources: string
  /** Seconds that temporary credentials last. */
  readonly lifetime: number
}

/** Temporary credentials (RFC 5849 §2.1), and what became of them. */
export type Temporary = {
  readonly token: string
  readonly secret: string
  /** Key of the client. */
  readonly client: string
  /** Where the person is sent back to; `oob` where there is no such address. */
  readonly callback: string
  /** Milliseconds since 1970. */
  readonly expires: number
  /** Id of the user who allowed it, and the proof that this very user came back (RFC 5849 §2.2). */
  readonly allowed?: { readonly user: string; readonly verifier: string }
}

/** `null` at first. */
export type Memory = { readonly temporary: readonly Temporary[]; readonly used: readonly Use[] } | null

export type Space = ProtectionSpace<Settings, Memory>

/** The protection space of the resources: its settings say who the clients are, its memory gets the tokens. */
export function resourcesOf(spaces: Readonly<Record<string, ProtectionSpace>>, { settings }: Space): Resources {
  const space = spaces[settings.resources]
  if (!space) throw new Error(`The world names a space that is not there: ${settings.resources}`)
  return space as Resources
}

/** How many tokens were issued so far: the next one's number. */
export const countOf = (resources: Resources): number => tokensOf(resources).length

/** The space with these in the place of what was remembered; what has expired is forgotten. */
export const remember = (space: Space, memory: Partial<NonNullable<Memory>>, now: number): Space => {
  const { temporary, used } = { temporary: [], used: [], ...space.memory, ...memory }
  return { ...space, memory: { temporary: temporary.filter(({ expires }) => now < expires), used } }
}
