/** How a Mutual server is set up, and what it remembers of its sessions (RFC 8120 §6, §11). */

import type { Env, ProtectionSpace, User } from '../../auth/scheme.ts'
import type { Validation } from './binding.ts'
import { verifierOf } from './kam3.ts'
import { nameOf, passwordOf, unsendable } from './names.ts'

/** What the server keeps of somebody: `J`, in hex. It checks a password and is none. */
export type MutualAccount = {
  /** Id of the user. */
  readonly user: string
  readonly username: string
  readonly verifier: string
}

export type MutualSettings = {
  /** Where one login is good: a host name, for all of that host (RFC 8120 §5). */
  readonly authScope: string
  /** What proofs are bound to. Absent: the server’s certificate, as over TLS it must be (RFC 8120 §7). */
  readonly validation?: Validation
  readonly accounts: readonly MutualAccount[]
  /** The highest count in a session, and how far counts may arrive out of order (RFC 8120 §6). */
  readonly ncMax: number
  readonly ncWindow: number
  /** Seconds that a session lasts. */
  readonly time: number
}

/** Keys and numbers are hex. */
export type Session = {
  readonly username: string
  /** Id of the user; absent where nobody has that name and the session only pretends. */
  readonly user?: string
  readonly kc1: string
  readonly ks1: string
  readonly serverSecret: string
  readonly made: number
  readonly state: 'key exchanging' | 'authenticated' | 'rejected'
  /** Counts that were used, as far back as the window reaches. */
  readonly seen: readonly number[]
}

/** By `sid`. */
export type MutualMemory = { readonly sessions: Readonly<Record<string, Session>> } | null
export type Space = ProtectionSpace<MutualSettings, MutualMemory>

/** A day: after that, the server forgets. */
const KEPT = 86_400_000

/** Accounts for everybody with a password. Verifiers are made when somebody asks for them, as that takes its time. */
export const accountsFor = (users: readonly User[], realm: string, authScope: string): readonly MutualAccount[] =>
  users.flatMap((user) => {
    const held = user.secrets.find(({ kind }) => kind === 'password')
    if (!held || unsendable(held)) return []
    const username = nameOf(held)
    return [
      {
        user: user.id,
        username,
        get verifier() {
          return verifierOf(passwordOf(held), { authScope, realm, username })
        },
      },
    ]
  })

export const validationOf = ({ settings }: Space): Validation => settings.validation ?? 'tls-server-end-point'

export const accountOf = ({ settings }: Space, username: string): MutualAccount | undefined =>
  settings.accounts.find((each) => each.username === username)

export const sessionOf = ({ memory }: Space, sid: string): Session | undefined =>
  new Map(Object.entries(memory?.sessions ?? {})).get(sid.toLowerCase())

export function remember(space: Space, sid: string, session: Session, env: Env): Space {
  const all = Object.entries({ ...space.memory?.sessions, [sid]: session })
  return { ...space, memory: { sessions: Object.fromEntries(all.filter(([, { made }]) => env.now() - made <= KEPT)) } }
}
