/** The server judges the client's message, whichever of the two it is (RFC 7804 §5). */

import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import type { HttpRequest } from '../../http/message.ts'
import { base64, base64url } from '../../text/octets.ts'
import { readMessage } from './form.ts'
import { type Inquiry, inquire } from './inquiry.ts'
import { judgeAgain } from './judge-again.ts'
import { judgeFinal } from './judge-final.ts'
import type { Mechanism } from './mechanism.ts'
import { type ClientFirst, writeServerFirst } from './messages.ts'
import { accountOf, rememberConversation, type Space, saltFor } from './space.ts'

export const judgeWith =
  (mechanism: Mechanism) =>
  async (shown: Shown, space: Space, _request: HttpRequest, env: Env): Promise<Judgement<Space>> => {
    const inquiry = inquire(mechanism, shown, space, env)
    const message = readMessage(inquiry)
    if (!message) return inquiry.refused({ kind: 'malformed' })
    if (!isMyRealm(inquiry)) return inquiry.refused({ kind: 'wrong' })
    if (message.kind === 'first') return goOn(inquiry, message)
    const sid = inquiry.value('sid')
    return sid === undefined ? judgeAgain(inquiry, message) : judgeFinal(inquiry, message, sid)
  }

function isMyRealm({ ask, moot, value, saw, space: { realm } }: Inquiry): boolean {
  const got = value('realm')
  if (got !== undefined) return ask('valid', 'realm', got === realm, { saw: saw('realm'), knew: { realm, got } })
  moot('valid', 'realm', { saw: saw('sid') })
  return true
}

/**
 * The first message proves nothing yet. The server answers with salt, rounds and its half of the nonce, to everybody
 * alike: for a name that nobody has it makes the salt up, the same each time, so that nobody learns who exists.
 */
function goOn({ ask, moot, saw, refused, space, env }: Inquiry, message: ClientFirst): Judgement<Space> {
  const { username, gs2, bare, nonce: clientNonce } = message
  const account = accountOf(space, username)
  const looked = { saw: saw('data'), knew: { user: username }, cite: 'RFC 5802 §5.1' } as const
  if (account) ask('valid', 'user', true, looked)
  else moot('valid', 'user', looked)
  ask('valid', 'proved', false, { saw: saw('data'), cite: 'RFC 5802 §3' })

  const nonce = clientNonce + base64(env.random(18))
  const { salt, iterations } = account ?? {
    salt: saltFor(space.settings.secret, username),
    iterations: space.settings.iterations,
  }
  const serverFirst = writeServerFirst(nonce, salt, iterations)
  const sid = base64url(env.random(12))
  const conversation = {
    gs2,
    clientFirstBare: bare,
    serverFirst,
    nonce,
    clientNonce,
    username,
    made: env.now(),
    over: false,
  }
  return refused({ kind: 'continue', sid, message: serverFirst }, rememberConversation(space, sid, conversation, env))
}
