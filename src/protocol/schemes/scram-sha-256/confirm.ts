/** The client judges the server: only who holds the server key can sign this conversation (RFC 5802 §3, RFC 7804 §5). */

import { param } from '../../auth/challenge.ts'
import type { Confirmation, Pair, Secret } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { base64, hex, sameOctets } from '../../text/octets.ts'
import { prepared } from './answer.ts'
import { keysOf, serverSignature, type Talk } from './keys.ts'
import type { Mechanism } from './mechanism.ts'
import { readServerFinal, type ServerFirst, writeBare, writeServerFirst } from './messages.ts'
import { finalOf, infoIn, type Opened, type Recalled, recall, sentIn } from './recall.ts'

export const confirmWith =
  (mechanism: Mechanism) =>
  async (secret: Secret, exchange: Pair, earlier: readonly Pair[]): Promise<Confirmation | undefined> => {
    const sent = sentIn(exchange.request, mechanism.name)
    const info = infoIn(exchange.response)
    const final = sent && finalOf(sent)
    if (!sent || !info || !final) return undefined
    const { username, password } = prepared(secret)
    const found = conversation(recall(earlier, mechanism.name), param(sent, 'sid')?.value, final.nonce, username)
    if (!found) return undefined
    const talk = { ...found.talk, withoutProof: final.withoutProof }

    const { steps, ask } = transcript(mechanism.key, 'RFC 5802 §3')
    const saw = [info.field.span]
    const knew = { sid: found.sid, got: info.sid ?? '' }
    if (!ask('valid', 'server-sid', info.sid === found.sid, { saw, knew, cite: 'RFC 7804 §5' })) return { steps }
    const { salt, iterations } = found.serverFirst
    const keys = keysOf(mechanism, password, salt, iterations)
    const expected = serverSignature(mechanism, keys, talk)
    const right = sameOctets(expected, readServerFinal(info.text) ?? new Uint8Array())
    const apply = `HMAC-${mechanism.label}`
    const workings = [
      { name: 'ServerKey', apply, input: [{ text: 'SaltedPassword, "Server Key"' }], output: hex(keys.serverKey) },
      { name: 'v', apply, input: [{ text: 'ServerKey, AuthMessage' }], output: base64(expected) },
    ]
    ask('valid', 'server-proof', right, { saw, workings, knew: { expected: base64(expected) } })
    return { steps }
  }

interface Found {
  readonly sid: string
  readonly serverFirst: ServerFirst
  readonly talk: Omit<Talk, 'withoutProof'>
}

/** What came before the client's last message: said, or put together from what both know. */
function conversation(known: Recalled, sid: string | undefined, nonce: string, username: string): Found | undefined {
  const mine = ({ first }: Opened) => first.username === username && nonce.startsWith(first.nonce)
  if (sid !== undefined) {
    const open = known.opened.findLast((each) => each.sid === sid && mine(each))
    return open && { ...open, talk: { clientFirstBare: open.first.bare, serverFirst: open.serverFirst.text } }
  }
  const login = known.confirmed.findLast(mine)
  if (!login) return undefined
  const { salt, iterations } = login.serverFirst
  const talk = {
    clientFirstBare: writeBare(username, login.first.nonce),
    serverFirst: writeServerFirst(nonce, base64(salt), iterations),
  }
  return { ...login, talk }
}
