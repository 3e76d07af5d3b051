/** The client answers: with its first message, with its last, or with the last alone where it knows the rest (RFC 7804 §5). */

import { param } from '../../auth/challenge.ts'
import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Answer, Ask, Secret, Working } from '../../auth/scheme.ts'
import { base64 } from '../../text/octets.ts'
import { clientProof, clientWorkings, keysOf, type Talk } from './keys.ts'
import type { Mechanism } from './mechanism.ts'
import { readData, readServerFirst, type ServerFirst, writeBare, writeData, writeServerFirst } from './messages.ts'
import { type Confirmed, type Opened, recall } from './recall.ts'
import { saslprep } from './saslprep.ts'

/** Our clients bind to no channel and act for themselves (RFC 7804 §5). */
const GS2 = 'n,,'

/** Fewer rounds make guessing cheap (RFC 7677 §4); more than these keep a page busy for seconds. */
const ROUNDS = { least: 4096, most: 100_000 }

/** What a client can make of a challenge: one that names a realm it can open, one that holds a message it can read. */
export function usable(offer: Ask['offer']): boolean {
  const data = param(offer, 'data')?.value
  if (data === undefined) return param(offer, 'realm') !== undefined
  const first = readServerFirst(readData(data) ?? '')
  return first !== undefined && first.iterations >= ROUNDS.least && first.iterations <= ROUNDS.most
}

export const unsendable = ({ username, password }: Secret): string | undefined =>
  saslprep(username ?? '') === undefined || saslprep(password ?? '') === undefined ? 'unprepared' : undefined

/** Name and password as both sides hash them. */
export function prepared({ username, password }: Secret): { readonly username: string; readonly password: string } {
  return { username: saslprep(username ?? '') ?? '', password: saslprep(password ?? '') ?? '' }
}

export const answerWith =
  (mechanism: Mechanism) =>
  async ({ offer, secret, earlier, env }: Ask): Promise<Answer> => {
    const { username, password } = prepared(secret)
    const known = recall(earlier, mechanism.name)
    const sid = param(offer, 'sid')?.value
    const open = known.opened.findLast((each) => each.sid === sid)
    if (open && !open.over && open.first.username === username && goesOn(open)) {
      const { made, workings } = lastMessage(mechanism, password, open.serverFirst, talkIn(open))
      return written(mechanism, [['sid', open.sid, 'token']], made, workings)
    }
    const realm = param(offer, 'realm')?.value ?? open?.realm ?? known.realm
    const login = known.confirmed.findLast((each) => each.realm === realm && each.first.username === username)
    const sr = param(offer, 'sr')?.value ?? new Map(Object.entries(known.srs)).get(realm)
    if (login && sr !== undefined) {
      const { made, workings } = lastMessage(mechanism, password, login.serverFirst, talkAgain(login, username, sr))
      return written(mechanism, [['realm', realm, 'quoted']], made, workings)
    }
    return written(mechanism, [['realm', realm, 'quoted']], GS2 + writeBare(username, base64(env.random(18))), [])
  }

/** A server's nonce goes on from the client's and adds something of its own (RFC 5802 §5.1). */
const goesOn = ({ first, serverFirst }: Opened): boolean =>
  serverFirst.nonce.startsWith(first.nonce) && serverFirst.nonce !== first.nonce

const unproved = (gs2: string, nonce: string): string => `c=${writeData(gs2)},r=${nonce}`

const talkIn = ({ first, serverFirst }: Opened): Talk => ({
  clientFirstBare: first.bare,
  serverFirst: serverFirst.text,
  withoutProof: unproved(first.gs2, serverFirst.nonce),
})

/**
 * The first two messages are not sent again: both sides put them together from what they know. The nonce is the client's
 * own, a count and the server's `sr`; the count begins with the number of rounds (RFC 7804 §5.1).
 *
 * Departures: RFC 7804 has the client's nonce made "as on initial authentication". Here, as in its example, it is the
 * very one of the login: no name travels in this message, and by what else should the server find the login?
 */
export function talkAgain({ first, serverFirst, again }: Confirmed, username: string, sr: string): Talk {
  const nonce = `${first.nonce}${serverFirst.iterations + again}${sr}`
  return {
    clientFirstBare: writeBare(username, first.nonce),
    serverFirst: writeServerFirst(nonce, base64(serverFirst.salt), serverFirst.iterations),
    withoutProof: unproved(first.gs2, nonce),
  }
}

function lastMessage(mechanism: Mechanism, password: string, { salt, iterations }: ServerFirst, talk: Talk) {
  const proof = clientProof(mechanism, keysOf(mechanism, password, salt, iterations), talk)
  return {
    made: `${talk.withoutProof},p=${base64(proof)}`,
    workings: clientWorkings(mechanism, password, { salt, iterations }, talk),
  }
}

function written(
  { name }: Mechanism,
  params: readonly ParamDraft[],
  message: string,
  workings: readonly Working[],
): Answer {
  const data = writeData(message)
  return {
    fields: [['Authorization', printElement(name, [...params, ['data', data, 'quoted']])]],
    workings: [...workings, { name: 'data', apply: 'Base64', input: [{ text: message }], output: data }],
  }
}
