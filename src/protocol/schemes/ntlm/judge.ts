/**
 * The server judges a message, on the connection that it came on (MS-NLMP 3.2.5).
 *
 * Departures: on a connection that is somebody's, requests need no field at all. This question is asked only of requests
 * that have one, so here the last message may simply stay in them; a service can ask the memory for all others.
 */

import type { Env, Judgement, Refusal, Shown } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import { base64, fromBase64, hex } from '../../text/octets.ts'
import type { Span } from '../../text/span.ts'
import { CHALLENGE, CONNECTION, NEGOTIATE } from './cites.ts'
import { judgeResponse } from './judge-response.ts'
import {
  type Authenticate,
  FLAG,
  hasSignature,
  type Negotiate,
  readMessage,
  typeOf,
  writeChallenge,
} from './messages.ts'
import { connectionOf, digestOf, remember, type Space } from './space.ts'
import { AV, writePairs } from './target-info.ts'
import { filetime, utf16 } from './wire.ts'

/** One judging under way. */
export interface Inquiry extends Transcript {
  readonly saw: readonly Span[]
  readonly space: Space
  readonly env: Env
  /** `after` is the space that remembers something else. */
  refused(refusal: Refusal, after?: Space): Judgement<Space>
}

export async function judge(
  { field, credentials }: Shown,
  space: Space,
  _request: HttpRequest,
  env: Env,
): Promise<Judgement<Space>> {
  const notes = transcript('ntlm', NEGOTIATE)
  const token = credentials?.payload.kind === 'token68' ? credentials.payload.token68 : undefined
  const inquiry: Inquiry = {
    ...notes,
    saw: [token?.span ?? field.value.span],
    space,
    env,
    refused: (refusal, after = space) => ({
      result: 'refused',
      status: 401,
      refusal,
      steps: notes.steps,
      space: after,
    }),
  }
  const message = readable(inquiry, token?.text)
  if (!message) return inquiry.refused({ kind: 'malformed' })
  if (message.type === 1) return challenged(inquiry, message)

  const digest = digestOf(token?.text ?? '')
  const before = connectionOf(space, env)
  const owner = before && 'user' in before ? space.users.find(({ id }) => id === before.user) : undefined
  const knew = { connection: env.connection.id, user: owner?.name ?? '' }
  if (owner && before && 'message' in before && before.message === digest) {
    inquiry.ask('valid', 'connection', true, { saw: inquiry.saw, knew, cite: CONNECTION })
    return { result: 'granted', user: owner, steps: notes.steps, space }
  }
  inquiry.moot('valid', 'connection', { saw: inquiry.saw, knew, cite: CONNECTION })
  return judgeResponse(inquiry, message, digest)
}

/** A message that clients send, if it is one. */
function readable({ ask, saw }: Inquiry, text: string | undefined): Negotiate | Authenticate | undefined {
  const octets = text === undefined ? undefined : fromBase64(text)
  if (!ask('form', 'token', octets !== undefined, { saw, cite: 'RFC 9110 §11.2' }) || !octets) return undefined
  if (!ask('form', 'signature', hasSignature(octets), { saw })) return undefined
  const knew = { type: String(typeOf(octets)) }
  if (!ask('form', 'type', knew.type === '1' || knew.type === '3', { saw, knew })) return undefined
  const message = readMessage(octets)
  const whole = message !== undefined && message.type !== 2
  if (!ask('form', 'message', whole, { saw, knew: { octets: String(octets.length) } }) || !whole) return undefined
  return message
}

/** The first message proves nothing. It is answered with a challenge, which waits on this connection for the third. */
function challenged({ ask, saw, space, env, refused }: Inquiry, { flags }: Negotiate): Judgement<Space> {
  const knew = { flags: `0x${flags.toString(16).padStart(8, '0')}` }
  // Not all say that they know Unicode (curl doesn't), and all do.
  if (!ask('valid', 'flags', (flags & FLAG.ntlm) !== 0, { saw, knew }))
    return refused({ kind: 'wrong' }, remember(space, env))
  const challenge = env.random(8)
  const { domain, server } = space.settings
  const message = writeChallenge({
    flags: (flags & FLAG.extendedSecurity) | FLAG.unicode | FLAG.ntlm | FLAG.requestTarget | OWN,
    target: domain,
    challenge,
    targetInfo: writePairs([
      { id: AV.domain, value: utf16(domain) },
      { id: AV.server, value: utf16(server) },
      { id: AV.timestamp, value: filetime(env.now()) },
    ]),
  })
  const waits = { connection: env.connection.id, challenge: hex(challenge) }
  ask('valid', 'proved', false, { saw, knew: waits, cite: CHALLENGE })
  const after = remember(space, env, { challenge: waits.challenge, made: env.now() })
  return refused({ kind: 'continue', message: base64(message) }, after)
}

const OWN = FLAG.targetDomain | FLAG.targetInfo
