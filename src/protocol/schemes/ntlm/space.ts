/** How an NTLM server is set up, and what it remembers: not of requests, but of connections. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Env, ProtectionSpace, User } from '../../auth/scheme.ts'
import { hex, octetsOf } from '../../text/octets.ts'
import { capitals, ntHash } from './ntlmv2.ts'

export type NtlmAccount = {
  /** Id of the user. */
  readonly user: string
  readonly username: string
  /** Hex. As good as the password to whoever steals it: nothing in the calculation needs more. */
  readonly ntHash: string
}

export type NtlmSettings = {
  /** The NetBIOS names of domain and server. */
  readonly domain: string
  readonly server: string
  /** What clients that say for whom a response is made have to say: `HTTP/api.example.com`. */
  readonly target: string
  /** Seconds that a response is good for. */
  readonly lifetime: number
  readonly accounts: readonly NtlmAccount[]
}

/** A connection on which a challenge waits, or that is somebody's. Absent: it is nobody's, and nothing waits. */
export type NtlmConnection =
  | { readonly challenge: string; readonly made: number }
  | { readonly user: string; readonly message: string; readonly made: number }

export type NtlmMemory = { readonly connections: Readonly<Record<string, NtlmConnection>> } | null

export type Space = ProtectionSpace<NtlmSettings, NtlmMemory>

/** An hour: who comes later finds the connection closed. */
const KEPT = 3_600_000

export const accountsFor = (users: readonly User[]): readonly NtlmAccount[] =>
  users.flatMap((user) => {
    const held = user.secrets.find(({ kind }) => kind === 'password')
    if (!held?.username || held.password === undefined) return []
    return [{ user: user.id, username: held.username, ntHash: hex(ntHash(held.password)) }]
  })

export const accountOf = ({ settings }: Space, username: string): NtlmAccount | undefined =>
  settings.accounts.find((each) => capitals(each.username) === capitals(username))

export function connectionOf({ memory }: Space, { connection, now }: Env): NtlmConnection | undefined {
  const found = new Map(Object.entries(memory?.connections ?? {})).get(connection.id)
  return found && now() - found.made <= KEPT ? found : undefined
}

/** Without `state`, the connection is as good as new. */
export function remember(space: Space, { connection, now }: Env, state?: NtlmConnection): Space {
  const others = Object.entries(space.memory?.connections ?? {}).filter(
    ([id, { made }]) => id !== connection.id && now() - made <= KEPT,
  )
  return {
    ...space,
    memory: { connections: Object.fromEntries(state ? [...others, [connection.id, state]] : others) },
  }
}

/** What stays of a message: enough to know it again. */
export const digestOf = (message: string): string => hex(sha256(octetsOf(message)))
