/** The server judges, after the decision procedure of RFC 8120 §11. */

import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import type { HttpRequest } from '../../http/message.ts'
import { hex } from '../../text/octets.ts'
import { type Message, readMessage } from './form.ts'
import { scalarOf } from './group.ts'
import { type Inquiry, inquire } from './inquiry.ts'
import { judgeProof } from './judge-proof.ts'
import { isPoint, kc1Of, ks1Of } from './kam3.ts'
import { accountOf, remember, type Session, type Space } from './space.ts'

export async function judge(shown: Shown, space: Space, request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const inquiry = inquire(shown, space, request, env)
  const message = readMessage(inquiry)
  if (!message) return inquiry.refused({ kind: 'invalid-parameters' })
  if (!isMyRealm(inquiry)) return inquiry.refused({ kind: 'initial' })
  return message.kind === 'key' ? exchangeKeys(inquiry, message) : judgeProof(inquiry, message)
}

function isMyRealm({ ask, value, saw, space: { realm, settings } }: Inquiry): boolean {
  const got = value('realm') ?? ''
  const scope = value('auth-scope') ?? ''
  const knew = { realm, got, scope: settings.authScope, 'got-scope': scope }
  const mine = got === realm && scope === settings.authScope
  return ask('valid', 'realm', mine, { saw: saw('realm', 'auth-scope'), knew, cite: 'RFC 8120 §5' })
}

/**
 * The client's key proves nothing yet. The server answers with a key of its own, to everybody alike: for a name that
 * nobody has it is any point, from which nobody can tell that no verifier is in it (RFC 8120 §11, note 2).
 */
function exchangeKeys(inquiry: Inquiry, { username, kc1 }: Extract<Message, { kind: 'key' }>): Judgement<Space> {
  const { ask, moot, saw, refused, space, env } = inquiry
  const account = accountOf(space, username)
  const serverSecret = scalarOf(env.random(32))
  const ks1 = account ? ks1Of(serverSecret, account.verifier, kc1) : isPoint(kc1) ? kc1Of(serverSecret) : undefined
  if (!ask('valid', 'point', ks1 !== undefined, { saw: saw('kc1'), cite: 'RFC 8121 §3.3' }) || ks1 === undefined)
    return refused({ kind: 'invalid-parameters' })
  const looked = { saw: saw('user', 'user*'), knew: { user: username } }
  if (account) ask('valid', 'user', true, looked)
  else moot('valid', 'user', looked)
  const workings = account
    ? [
        {
          name: 'K_s1',
          apply: 'P-256',
          input: [
            { text: scalarText(serverSecret), secret: true },
            { text: ' · (' },
            { text: account.verifier, secret: true },
            { text: ' + t_1 · K_c1)' },
          ],
          output: ks1,
        },
      ]
    : []
  ask('valid', 'proved', false, { saw: saw('kc1'), workings, cite: 'RFC 8120 §4.3' })

  const sid = hex(env.random(16))
  const session: Session = {
    username,
    user: account?.user,
    kc1,
    ks1,
    serverSecret: scalarText(serverSecret),
    made: env.now(),
    state: 'key exchanging',
    seen: [],
  }
  return refused({ kind: 'key', sid, ks1 }, remember(space, sid, session, env))
}

const scalarText = (value: bigint): string => value.toString(16).padStart(64, '0')
