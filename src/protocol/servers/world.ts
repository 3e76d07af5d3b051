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
  /** JSON is written as `application/json`; text with a `Content-Type` among the fields is sent as it is. */
  readonly body?: Json
  /** What is sent in its place, by the kind of the scheme's refusal: some vendors have a code for each. */
  readonly by?: Readonly<Record<string, Omit<Reply, 'by'>>>
}

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Cross-origin manners of a resource (Fetch §http-cors-protocol); absent: none, so script elsewhere sees nothing. */
export interface Cors {
  readonly allowOrigin: string
  readonly expose: readonly string[]
  /** Fields that a preflight allows beyond the safelisted ones; absent: `Authorization` and `Content-Type`. */
  readonly allowHeaders?: readonly string[]
  readonly allowCredentials?: boolean
  /** Ways to do it wrong: preflights are asked for credentials too; refusals come without these fields. */
  readonly wrong?: 'guarded-preflight' | 'not-on-refusals'
}

/** Another server that a resource hands requests on to. */
export interface Behind {
  readonly host: string
  /** Replaces the resource's path; absent: the same path. */
  readonly path?: string
  /** Request fields that are taken away on the way (`Authorization`), in lower case. */
  readonly strips?: readonly string[]
  /** Request fields that are set on the way; `{user}` is the user's id. */
  readonly adds?: readonly FieldDraft[]
}

/** A request is answered by a program: its key on the shelf of services, and which of its endpoints. */
export interface ServedBy {
  readonly service: string
  readonly endpoint: string
  /** Id of the protection space whose settings and memory it works with. */
  readonly space: string
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
  /** Answers in place of the content, once the gates are passed. */
  readonly served?: ServedBy
  /** Answers in place of the content, once the gates are passed (RFC 9110 §3.7, gateway). */
  readonly behind?: Behind
  /** The status of a success, and fields that go with it: a redirect's `Location`. */
  readonly success?: { readonly status: number; readonly fields?: readonly FieldDraft[] }
  /** So many refusals by who-are-you within so many seconds, and all further requests get 429 (RFC 6585 §4). */
  readonly lockout?: { readonly refusals: number; readonly seconds: number }
  readonly cors?: Cors
  /**
   * Who may not get here ought not to know of it (RFC 9110 §15.5.4): OPTIONS and methods that it doesn't know are answered
   * as if nothing were here. What the gates say instead of 401 and 403 stands in `replies`.
   */
  readonly hidden?: true
  /** By the gate that failed. `valid` also stands for `fresh` and `form` where they have no reply of their own. */
  readonly replies?: Partial<Record<Gate, Reply>>
  /** Fields of housekeeping that this server sends; absent: both. Several documented examples show neither. */
  readonly sends?: readonly ('Date' | 'Content-Length')[]
}

export interface Host {
  readonly name: string
  readonly resources: readonly Resource[]
  /** Only other servers get there: to everybody else it doesn't exist. */
  readonly internal?: true
  /** A forward proxy (RFC 9110 §3.7): who may use it. Requests in absolute-form reach it first. */
  readonly proxy?: Pick<Resource, 'spaces' | 'lines' | 'permits'>
}

export interface World {
  /** Milliseconds since 1970. Stands still until somebody moves it. */
  readonly clock: number
  /** Where the clock stood when this world began. */
  readonly began: number
  /** The connection that requests travel on, counted from 1, and the id of the secret whose certificate it began with. */
  readonly connection: { readonly number: number; readonly certificate?: string }
  /** Parts of the world that were entered, by their addresses: `api.example.com/dpop`. */
  readonly places: readonly string[]
  /** Refusals so far, by the address of a resource that counts them: their instants. */
  readonly refusals: Readonly<Record<string, readonly number[]>>
  readonly seed: string
  readonly hosts: readonly Host[]
  readonly users: readonly User[]
  /** By id. */
  readonly spaces: Readonly<Record<string, ProtectionSpace>>
}

/** Whether a request is one to a proxy, by its form (RFC 9112 §3.2.2 and §3.2.3). */
export const toProxy = ({ line: { method, target } }: HttpRequest): boolean =>
  method.text === 'CONNECT' || /^https?:\/\//i.test(target.text)

/** The proxy that a request reaches first, if it is for one and there is one. */
export const proxyFor = (world: World, request: HttpRequest): Host | undefined =>
  toProxy(request) && request.faults.length === 0 ? world.hosts.find(({ proxy }) => proxy) : undefined

/** Where a request goes, without its query: what is counted is counted by it. */
export function addressOf(request: HttpRequest): string {
  const { host, path } = targetOf(request)
  return host + path
}

/**
 * Seconds until somebody may try again where so many refusals lock them out; 0 where they may at once, undefined where
 * nothing is counted.
 */
export function lockedOut(world: World, address: string, { lockout }: Resource): number | undefined {
  if (!lockout) return undefined
  const span = lockout.seconds * 1000
  const recent = (world.refusals[address] ?? []).filter((at) => at > world.clock - span)
  const first = recent.at(-lockout.refusals)
  return first === undefined ? 0 : Math.ceil((first + span - world.clock) / 1000)
}

/** The resource that a request asks for, if its host has one there; the method is not looked at. */
export function resourceFor(world: World, request: HttpRequest): Resource | undefined {
  const { host, path } = targetOf(request)
  return world.hosts.find(({ name }) => name === host)?.resources.find((each) => each.path === path)
}
