/** What a client remembers of its conversations with a server: all of it stands in the messages that went before. */

import { type AuthElement, param, sameScheme } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { parseParams } from '../../auth/parse-params.ts'
import type { Pair } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest, HttpResponse } from '../../http/message.ts'
import type { Token } from '../../text/span.ts'
import {
  type ClientFinal,
  type ClientFirst,
  readClientFinal,
  readClientFirst,
  readData,
  readServerFirst,
  type ServerFirst,
} from './messages.ts'

/** What both sides said first. */
export interface Opened {
  readonly realm: string
  readonly sid: string
  readonly first: ClientFirst
  readonly serverFirst: ServerFirst
  /** The client said its last word in it. */
  readonly over: boolean
}

/** A login that the server confirmed, and how often it was taken up again since. */
export interface Confirmed extends Opened {
  readonly again: number
}

export interface Recalled {
  readonly opened: readonly Opened[]
  readonly confirmed: readonly Confirmed[]
  /** The newest `sr` of each realm. */
  readonly srs: Readonly<Record<string, string>>
  /** Of the newest challenge that named one. */
  readonly realm: string
}

/** Credentials of the scheme, in a request. */
export function sentIn(request: HttpRequest, scheme: string): AuthElement | undefined {
  const [field] = fieldsNamed(request, 'Authorization')
  const sent = field && parseCredentials(field.value).value
  return sent && sameScheme(sent.scheme.text, scheme) ? sent : undefined
}

const challengesIn = (response: HttpResponse, scheme: string): readonly AuthElement[] =>
  fieldsNamed(response, 'WWW-Authenticate')
    .flatMap(({ value }) => parseChallenges(value).value)
    .filter((each) => sameScheme(each.scheme.text, scheme))

/** The server's last message, with its place. */
export interface Info {
  readonly field: Token
  readonly sid?: string
  readonly text: string
}

export function infoIn(response: HttpResponse): Info | undefined {
  for (const { value } of fieldsNamed(response, 'Authentication-Info')) {
    const found = new Map(parseParams(value).value.map((each) => [each.name.text.toLowerCase(), each.value]))
    const text = readData(found.get('data') ?? '')
    if (text?.startsWith('v=')) return { field: value, sid: found.get('sid'), text }
  }
  return undefined
}

const textOf = (element: AuthElement, name: string): string | undefined => param(element, name)?.value

export function finalOf(sent: AuthElement): ClientFinal | undefined {
  return readClientFinal(readData(textOf(sent, 'data') ?? '') ?? '')
}

const nothing: Recalled = { opened: [], confirmed: [], srs: {}, realm: '' }

/** Reads the messages in the order in which they went. */
export const recall = (earlier: readonly Pair[], scheme: string): Recalled =>
  earlier.reduce((so, pair) => {
    const challenges = challengesIn(pair.response, scheme)
    return challenges.reduce(withChallenge, afterRequest(so, pair, challenges, scheme))
  }, nothing)

function withChallenge(so: Recalled, challenge: AuthElement): Recalled {
  const realm = textOf(challenge, 'realm')
  const sr = textOf(challenge, 'sr')
  if (realm === undefined) return so
  return { ...so, realm, srs: sr === undefined ? so.srs : { ...so.srs, [realm]: sr } }
}

function afterRequest(so: Recalled, pair: Pair, challenges: readonly AuthElement[], scheme: string): Recalled {
  const sent = sentIn(pair.request, scheme)
  if (!sent) return so
  const sid = textOf(sent, 'sid')
  const right = infoIn(pair.response) !== undefined
  if (sid !== undefined) return closed(so, sid, right)
  const first = readClientFirst(readData(textOf(sent, 'data') ?? '') ?? '')
  if (first) return opened(so, first, textOf(sent, 'realm') ?? '', challenges)
  const stale = challenges.some((each) => textOf(each, 'stale')?.toLowerCase() === 'true')
  return takenUp(so, finalOf(sent)?.nonce ?? '', right, stale)
}

function opened(so: Recalled, first: ClientFirst, realm: string, challenges: readonly AuthElement[]): Recalled {
  for (const challenge of challenges) {
    const sid = textOf(challenge, 'sid')
    const serverFirst = readServerFirst(readData(textOf(challenge, 'data') ?? '') ?? '')
    if (sid === undefined || !serverFirst) continue
    return { ...so, opened: [...so.opened, { realm, sid, first, serverFirst, over: false }] }
  }
  return so
}

function closed(so: Recalled, sid: string, right: boolean): Recalled {
  const found = so.opened.find((each) => each.sid === sid)
  if (!found) return so
  const over = { ...found, over: true }
  return {
    ...so,
    opened: so.opened.map((each) => (each === found ? over : each)),
    confirmed: right ? [...so.confirmed, { ...over, again: 0 }] : so.confirmed,
  }
}

/** A login that was refused, and not for being stale, is none any more: the client logs in from the start. */
function takenUp(so: Recalled, nonce: string, right: boolean, stale: boolean): Recalled {
  const found = so.confirmed.findLast(({ first }) => nonce.startsWith(first.nonce))
  if (!found || (!right && stale)) return so
  const others = so.confirmed.filter((each) => each !== found)
  return { ...so, confirmed: right ? [...others, { ...found, again: found.again + 1 }] : others }
}
