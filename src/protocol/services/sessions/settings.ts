/** What the program behind the pages is set up with, what it remembers, and one visit to it. */

import type { FieldDraft, ProtectionSpace } from '../../auth/scheme.ts'
import type { Transcript } from '../../auth/transcript.ts'
import type { Space as Cookies } from '../../schemes/cookie/space.ts'
import type { Call, Served } from '../service.ts'

export type Settings = {
  /** Id of the protection space of the cookies. */
  readonly space: string
  readonly origin: string
  readonly paths: {
    readonly login: string
    readonly account: string
    readonly transfer: string
    readonly logout: string
  }
}

/** What was sent to whom, by the id of the sender. */
export type Memory = { readonly sent: Readonly<Record<string, number>>; readonly logins: number }

export interface Visit extends Transcript {
  readonly call: Call<Settings, Memory>
  readonly cookies: Cookies
}

export type Own = ProtectionSpace<Settings, Memory>
export type Outcome = Omit<Served<Settings, Memory>, 'steps' | 'space'> & { readonly space?: Own }

/** Everybody begins with as many. */
export const COINS = 100

export const coinsOf = (memory: Memory, user: string): number =>
  COINS - (new Map(Object.entries(memory.sent)).get(user) ?? 0)

/** `303`: whatever was posted, the next request is a GET (RFC 9110 §15.4.4). */
export const seeOther = (location: string, ...fields: readonly FieldDraft[]): Outcome => ({
  status: 303,
  fields: [['Location', location], ['Cache-Control', 'no-store'], ...fields],
})
