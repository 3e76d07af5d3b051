/** How a SCRAM server is set up, and what it remembers: conversations half said, and logins that can be taken up again. */

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Env, ProtectionSpace, User } from '../../auth/scheme.ts'
import { base64, fromBase64, octetsOf } from '../../text/octets.ts'
import { keysOf, type Verifier } from './keys.ts'
import type { Mechanism } from './mechanism.ts'
import { saslprep } from './saslprep.ts'

/** What the server keeps of somebody: enough to check a proof, too little to make one. Octets as Base64. */
export type ScramAccount = {
  /** Id of the user. */
  readonly user: string
  readonly username: string
  readonly salt: string
  readonly iterations: number
  readonly storedKey: string
  readonly serverKey: string
}

export type ScramSettings = {
  readonly accounts: readonly ScramAccount[]
  /** Rounds of PBKDF2, said of everybody: at least 4096 (RFC 7677 §4). */
  readonly iterations: number
  /** Seconds that a conversation may take. */
  readonly lifetime: number
  /** Whether logins can be taken up again in one round trip, and how long an `sr` is good for (RFC 7804 §5.1). */
  readonly reauth?: { readonly ttl: number }
  /** Makes the salts of names that nobody has, and seals `sr`. */
  readonly secret: string
}

/** Between the client's first message and its last. Once over it stays, so that a replay is known for one. */
export type Conversation = {
  readonly gs2: string
  readonly clientFirstBare: string
  readonly serverFirst: string
  readonly nonce: string
  readonly clientNonce: string
  readonly username: string
  readonly made: number
  readonly over: boolean
}

/** A login that was right: its client nonce finds it again, and the count says which is the next time. */
export type Login = {
  readonly user: string
  readonly clientNonce: string
  readonly gs2: string
  readonly nextCount: number
  readonly made: number
}

/** Both by `sid`. */
export type ScramMemory = {
  readonly conversations: Readonly<Record<string, Conversation>>
  readonly logins: Readonly<Record<string, Login>>
} | null

export type Space = ProtectionSpace<ScramSettings, ScramMemory>

/** A day: after that, the server forgets. */
const KEPT = 86_400_000

/** A salt that is the same each time for the same name, whether somebody has that name or not. */
export const saltFor = (secret: string, username: string): string =>
  base64(hmac(sha256, octetsOf(secret), octetsOf(username)).subarray(0, 16))

/** Accounts for everybody with a password. The keys are made when somebody asks for them, as that takes its time. */
export const accountsFor = (
  mechanism: Mechanism,
  users: readonly User[],
  { secret, iterations }: Pick<ScramSettings, 'secret' | 'iterations'>,
): readonly ScramAccount[] =>
  users.flatMap((user) => {
    const held = user.secrets.find(({ kind }) => kind === 'password')
    const [username, password] = [saslprep(held?.username ?? ''), saslprep(held?.password ?? '')]
    if (username === undefined || password === undefined) return []
    const salt = saltFor(secret, username)
    const keys = () => keysOf(mechanism, password, fromBase64(salt) ?? new Uint8Array(), iterations)
    return [
      {
        user: user.id,
        username,
        salt,
        iterations,
        get storedKey() {
          return base64(keys().storedKey)
        },
        get serverKey() {
          return base64(keys().serverKey)
        },
      },
    ]
  })

export const verifierOf = ({ storedKey, serverKey }: ScramAccount): Verifier => ({
  storedKey: fromBase64(storedKey) ?? new Uint8Array(),
  serverKey: fromBase64(serverKey) ?? new Uint8Array(),
})

export const accountOf = ({ settings }: Space, username: string): ScramAccount | undefined =>
  settings.accounts.find((each) => each.username === saslprep(username))

export const conversationOf = ({ memory }: Space, sid: string): Conversation | undefined =>
  new Map(Object.entries(memory?.conversations ?? {})).get(sid)

export function rememberConversation(space: Space, sid: string, conversation: Conversation, env: Env): Space {
  const conversations = alive({ ...space.memory?.conversations, [sid]: conversation }, env)
  return { ...space, memory: { logins: alive(space.memory?.logins ?? {}, env), conversations } }
}

export function rememberLogin(space: Space, sid: string, login: Login, env: Env): Space {
  const logins = alive({ ...space.memory?.logins, [sid]: login }, env)
  return { ...space, memory: { conversations: alive(space.memory?.conversations ?? {}, env), logins } }
}

const alive = <T extends { readonly made: number }>(all: Readonly<Record<string, T>>, env: Env) =>
  Object.fromEntries(Object.entries(all).filter(([, { made }]) => env.now() - made <= KEPT))

export interface Continued {
  readonly sid: string
  readonly login: Login
  readonly count: number
  readonly sr: string
}

/**
 * The login that a nonce goes on from: `c-nonce count sr`, nothing between (RFC 7804 §5.1). Where several begin like it,
 * the longest.
 */
export function continued({ memory }: Space, nonce: string): Continued | undefined {
  const found = Object.entries(memory?.logins ?? {}).flatMap(([sid, login]): readonly Continued[] => {
    if (!nonce.startsWith(login.clientNonce)) return []
    const [, count, sr = ''] = /^([1-9][0-9]{0,9})([^0-9].*)$/s.exec(nonce.slice(login.clientNonce.length)) ?? []
    return count === undefined ? [] : [{ sid, login, count: Number(count), sr }]
  })
  return found.toSorted((one, other) => one.login.clientNonce.length - other.login.clientNonce.length).at(-1)
}
