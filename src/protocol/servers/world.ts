/** The simulated world: hosts, users, what servers remember, the virtual clock and the seed. A value, never changed. */

import type { FieldDraft, Gate, Json, ProtectionSpace, User } from '../auth/scheme.ts'
import type { HttpRequest } from '../http/message.ts'
import { targetOf } from '../http/target.ts'

/** What a server sends for one outcome, where that differs from what the specifications want: documented examples do. */
export interface Reply {
  readonly status?: number
  readonly reason?: string
  /** Replaces the challenges that the schemes would open; an empty list sends none. */
  readonly challenges?: readonly string[]
  readonly fields?: readonly FieldDraft[]
  readonly body?: Json
}

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Cross-origin manners of a resource (Fetch §http-cors-protocol); absent: none, so script elsewhere sees nothing. */
export interface Cors {
  readonly allowOrigin: string
  readonly expose: readonly string[]
}

/** A path on a host, with the schemes it accepts, its protection spaces and who is permitted. */
export interface Resource {
  readonly path: string
  readonly methods: readonly Method[]
  /** Ids of the protection spaces it accepts, in the order in which they are offered. None: open to everybody. */
  readonly spaces: readonly string[]
  /** One `WWW-Authenticate` line for all challenges, or one line each (RFC 9110 §11.6.1). */
  readonly lines: 'one' | 'each'
  readonly permits: {
    /** Any of these; none: every user that is authenticated. */
    readonly roles: readonly string[]
    /** Needed of credentials that carry scopes. */
    readonly scope?: string
  }
  readonly content: { readonly type: string; readonly body: Json }
  readonly cors?: Cors
  /** By the gate that failed. `valid` also stands for `fresh` and `form` where they have no reply of their own. */
  readonly replies?: Partial<Record<Gate, Reply>>
  /** Fields of housekeeping that this server sends; absent: both. Several documented examples show neither. */
  readonly sends?: readonly ('Date' | 'Content-Length')[]
}

export interface Host {
  readonly name: string
  readonly resources: readonly Resource[]
}

export interface World {
  /** Milliseconds since 1970. Stands still until somebody moves it. */
  readonly clock: number
  readonly seed: string
  readonly hosts: readonly Host[]
  readonly users: readonly User[]
  /** By id. */
  readonly spaces: Readonly<Record<string, ProtectionSpace>>
}

/** The resource that a request asks for, if its host has one there; the method is not looked at. */
export function resourceFor(world: World, request: HttpRequest): Resource | undefined {
  const { host, path } = targetOf(request)
  return world.hosts.find(({ name }) => name === host)?.resources.find((each) => each.path === path)
}
