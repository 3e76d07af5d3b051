/** What a client remembers of its sessions: it stands in the messages that went before, all but its own secret number. */

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { type AuthElement, param, sameScheme } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Pair, Secret } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest, HttpResponse } from '../../http/message.ts'
import { octetsOf } from '../../text/octets.ts'
import { type Validation, validationNamed } from './binding.ts'
import { scalarOf } from './group.ts'
import type { Place } from './kam3.ts'
import { nameIn } from './names.ts'
import { type Exchanged, exchangedIn } from './offer.ts'

/** Who logs in where, and what the proofs will be bound to. */
export interface Login extends Place {
  readonly validation: Validation
}

export interface Known extends Exchanged, Login {
  readonly kc1: string
  /** Which of the client's key exchanges it was, counted from 0. */
  readonly exchange: number
  /** The highest count used. */
  readonly used: number
  /** The server has refused a proof in it. */
  readonly dead: boolean
}

export interface Recalled {
  readonly exchanges: number
  readonly sessions: readonly Known[]
}

/**
 * `S_c1`, the client's secret number of one key exchange.
 *
 * Departures: a client draws it anew and remembers it (RFC 8121 §3.3). Ours remembers nothing but messages, in which it
 * must never stand: so it follows from a seed that never leaves the client, and from how many exchanges there were.
 */
export const clientSecret = ({ seed }: Secret, exchange: number, { authScope, realm, username }: Place): bigint =>
  scalarOf(hmac(sha256, octetsOf(seed ?? ''), octetsOf(JSON.stringify([exchange, authScope, realm, username]))))

export function sentIn(request: HttpRequest): AuthElement | undefined {
  const [field] = fieldsNamed(request, 'Authorization')
  const sent = field && parseCredentials(field.value).value
  return sent && sameScheme(sent.scheme.text, 'Mutual') ? sent : undefined
}

const challengesIn = (response: HttpResponse): readonly AuthElement[] =>
  fieldsNamed(response, 'WWW-Authenticate')
    .flatMap(({ value }) => parseChallenges(value).value)
    .filter((each) => sameScheme(each.scheme.text, 'Mutual'))

/** Reads the messages in the order in which they went. */
export const recall = (earlier: readonly Pair[]): Recalled =>
  earlier.reduce<Recalled>(
    (so, { request, response }) => {
      const sent = sentIn(request)
      if (!sent) return so
      const challenges = challengesIn(response)
      return param(sent, 'kc1') ? exchanged(so, sent, challenges) : verified(so, sent, challenges.length > 0)
    },
    { exchanges: 0, sessions: [] },
  )

const validationIn = (element: AuthElement): Validation | undefined =>
  validationNamed(param(element, 'validation')?.value)

/** Whether this proof is one of this session: a session made for one validation is good for no other. */
export const isOf = (sent: AuthElement, { sid, validation }: Known): boolean =>
  param(sent, 'sid')?.value.toLowerCase() === sid && validationIn(sent) === validation

function exchanged(so: Recalled, sent: AuthElement, challenges: readonly AuthElement[]): Recalled {
  const value = (name: string) => param(sent, name)?.value ?? ''
  const validation = validationIn(sent)
  const alike = challenges.filter((each) => validationIn(each) === validation)
  const [session] = alike.flatMap((each) => exchangedIn(each) ?? [])
  const username = nameIn(sent)
  const exchanges = so.exchanges + 1
  if (!session || !validation || username === undefined) return { ...so, exchanges }
  const known = {
    ...session,
    kc1: value('kc1').toLowerCase(),
    exchange: so.exchanges,
    realm: value('realm'),
    authScope: value('auth-scope'),
    validation,
    username,
    used: 0,
    dead: false,
  }
  return { exchanges, sessions: [...so.sessions, known] }
}

function verified(so: Recalled, sent: AuthElement, refused: boolean): Recalled {
  const nc = Number(param(sent, 'nc')?.value ?? '')
  const used = (known: Known): Known => ({
    ...known,
    used: Number.isSafeInteger(nc) ? Math.max(known.used, nc) : known.used,
    dead: known.dead || refused,
  })
  return { ...so, sessions: so.sessions.map((each) => (isOf(sent, each) ? used(each) : each)) }
}
