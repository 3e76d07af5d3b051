/** The server judges a token, on the connection that it came on (RFC 4559 §4.2, RFC 4178 §3.2). */

import { printElement } from '../../auth/print-element.ts'
import type { Env, Judgement, Refusal, Shown } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import { base64, fromBase64 } from '../../text/octets.ts'
import type { Span } from '../../text/span.ts'
import { judgeTicket } from './judge-ticket.ts'
import { connectionOf, digestOf, remember, type Space } from './space.ts'
import { type Init, isKerberos, isNtlm, mechName, OID, type Resp, readSpnego, writeResp } from './spnego.ts'

/** One judging under way. */
export interface Inquiry extends Transcript {
  readonly saw: readonly Span[]
  readonly space: Space
  readonly env: Env
  /** The message, to know it again. */
  readonly digest: string
  refused(refusal: Refusal, after?: Space): Judgement<Space>
}

/** Of what is bound to connections. */
const CONNECTION = 'RFC 9110 §16.4.2'

export async function judge(
  { field, credentials }: Shown,
  space: Space,
  _request: HttpRequest,
  env: Env,
): Promise<Judgement<Space>> {
  const notes = transcript('negotiate', 'RFC 4559 §4.2')
  const token = credentials?.payload.kind === 'token68' ? credentials.payload.token68 : undefined
  const inquiry: Inquiry = {
    ...notes,
    saw: [token?.span ?? field.value.span],
    space,
    env,
    digest: digestOf(token?.text ?? ''),
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

  const before = connectionOf(space, env)
  const owner = before && 'user' in before ? space.users.find(({ id }) => id === before.user) : undefined
  const knew = { connection: env.connection.id, user: owner?.name ?? '' }
  const more = { saw: inquiry.saw, knew, cite: CONNECTION } as const
  if (owner && before && 'message' in before && before.message === inquiry.digest) {
    inquiry.ask('valid', 'connection', true, more)
    return { result: 'granted', user: owner, steps: notes.steps, space }
  }
  inquiry.moot('valid', 'connection', more)
  return message.kind === 'init' ? judgeInit(inquiry, message) : judgeResp(inquiry, message, before)
}

function readable({ ask, saw }: Inquiry, text: string | undefined): Init | Resp | undefined {
  const octets = text === undefined ? undefined : fromBase64(text)
  if (!ask('form', 'token', octets !== undefined, { saw, cite: 'RFC 4559 §4.2' }) || !octets) return undefined
  if (!ask('form', 'not-ntlm', !isNtlm(octets), { saw })) return undefined
  const message = readSpnego(octets)
  ask('form', 'spnego', message !== undefined, { saw, cite: 'RFC 4178 §4.2' })
  return message
}

/** The client guesses which mechanism it will be, and sends its token along; a wrong guess costs a round trip. */
function judgeInit(inquiry: Inquiry, { mechs, token }: Init): Judgement<Space> {
  const { ask, saw, space, env, refused } = inquiry
  const knew = { mechs: mechs.map(mechName).join(', '), first: mechName(mechs[0] ?? '') }
  const more = { saw, knew, cite: 'RFC 4178 §4.2.1' } as const
  if (!ask('valid', 'mechs', mechs.some(isKerberos), more)) return refused({ kind: 'wrong' }, remember(space, env))
  if (!ask('valid', 'first', isKerberos(mechs[0]) && token !== undefined, more) || !token) {
    const next = writeResp({ state: 'accept-incomplete', mech: OID.kerberos })
    const after = remember(space, env, { agreed: true, made: env.now() })
    return refused({ kind: 'continue', message: base64(next) }, after)
  }
  return judgeTicket(inquiry, token)
}

function judgeResp(inquiry: Inquiry, { token }: Resp, before: ReturnType<typeof connectionOf>): Judgement<Space> {
  const { ask, saw, space, env, refused } = inquiry
  const asked = before !== undefined && 'agreed' in before && token !== undefined
  const knew = { connection: env.connection.id }
  if (!ask('valid', 'asked', asked, { saw, knew, cite: 'RFC 4178 §4.2.2' }) || !token)
    return refused({ kind: 'wrong' }, remember(space, env))
  return judgeTicket(inquiry, token)
}

/** The last word of the server: it could open the ticket, and proves it. */
export const lastWord = (apRep: Uint8Array): string =>
  printElement('Negotiate', base64(writeResp({ state: 'accept-completed', mech: OID.kerberos, token: apRep })))
