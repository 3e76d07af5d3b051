/** How the authorization server is set up, and the grants that are under way. */

import type { Env, ProtectionSpace } from '../../auth/scheme.ts'
import type { ClientKey } from '../../schemes/gnap/space.ts'
import type { Uses } from '../../signatures/examination.ts'
import { base64url } from '../../text/octets.ts'
import type { HashMethod } from './interaction-hash.ts'

export type GrantSettings = {
  readonly host: string
  /** Where grants are asked for: it goes into the interaction hash, too. */
  readonly grantUri: string
  readonly interactPath: string
  readonly continueUri: string
  /** Access that can be granted, by reference (RFC 9635 §8.1). */
  readonly access: readonly string[]
  /** Id of the protection space that takes the tokens. */
  readonly tokenSpace: string
  /** Seconds: of a signature, of a grant that waits, of a token. */
  readonly lives: { readonly signature: number; readonly grant: number; readonly token: number }
}

export type Grant = {
  /** Stands in the interaction's address. */
  readonly id: string
  /** What people are told who is asking. */
  readonly client: string
  readonly key: ClientKey
  readonly access: readonly string[]
  readonly finish: { readonly uri: string; readonly nonce: string; readonly method: HashMethod }
  readonly serverNonce: string
  /** The hash of the continuation token. */
  readonly continuation: string
  /** Milliseconds since 1970. */
  readonly until: number
  readonly decision?: {
    readonly result: 'allowed' | 'denied'
    /** Empty where somebody declined. */
    readonly user: string
    readonly interactRef: string
  }
}

export type GrantMemory = { readonly grants: readonly Grant[]; readonly uses: Uses } | null
export type Space = ProtectionSpace<GrantSettings, GrantMemory>

/** Those that still wait. */
export const grantsIn = ({ memory }: Space, env: Env): readonly Grant[] =>
  memory?.grants.filter(({ until }) => until > env.now()) ?? []

/** The space with this grant in the place of the one with its id, or behind the others. */
export function withGrant(space: Space, grant: Grant, env: Env, uses: Uses = space.memory?.uses ?? {}): Space {
  const grants = grantsIn(space, env)
  const known = grants.some(({ id }) => id === grant.id)
  const told = known ? grants.map((each) => (each.id === grant.id ? grant : each)) : [...grants, grant]
  return { ...space, memory: { grants: told, uses } }
}

export const withoutGrant = (space: Space, { id }: Grant, env: Env, uses: Uses): Space => ({
  ...space,
  memory: { grants: grantsIn(space, env).filter((each) => each.id !== id), uses },
})

/** Unguessable. */
export const newName = (env: Env): string => base64url(env.random(15))
