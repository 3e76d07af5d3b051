/** The authorization endpoint: a program sends its person here, who logs in and decides (RFC 6749 §3.1). */

import { findReturn, type Return, readRequest } from './authorization-request.ts'
import { drawConsent } from './consent.ts'
import { type Inquiry, isFailure, type Outcome } from './inquiry.ts'
import { drawLogin } from './login.ts'
import type { AuthorizationRequest, Session } from './memory.ts'
import { drawError } from './page.ts'
import type { Parameters } from './parameters.ts'
import { unpacked } from './pushed.ts'
import { sendFailure } from './redirect.ts'
import { enough, openTicket, sessionOf } from './sessions.ts'

export function authorize(before: Inquiry): Outcome {
  const found = unpacked(before)
  if (isFailure(found)) return drawError(before, found.description)
  const { inquiry, parameters } = found
  const back = findReturn(inquiry, parameters)
  if (isFailure(back)) return drawError(inquiry, back.description, slotsOf(parameters))
  const { client, redirect } = back
  const pushed = before !== inquiry
  if (client.pushes && !inquiry.ask('permitted', 'must-push', pushed, { cite: 'RFC 9126 §6' }))
    return drawError(inquiry, 'page.wrong-unpushed', slotsOf(parameters))
  const state = parameters.value('state')
  const request = readRequest(inquiry, parameters, back)
  if (isFailure(request)) return sendFailure(inquiry, { redirect, state }, { memory: inquiry.memory, ...request })
  return meetPerson(inquiry, parameters, back, request)
}

const slotsOf = (parameters: Parameters) => ({
  client: parameters.value('client_id') ?? '',
  redirect: parameters.value('redirect_uri') ?? '',
})

/** Who is logged in already decides at once; everybody else, and who must again, logs in first (OpenID Connect Core §3.1.2.1). */
function meetPerson(inquiry: Inquiry, parameters: Parameters, back: Return, request: AuthorizationRequest): Outcome {
  const { ask, memory } = inquiry
  const prompts = (parameters.value('prompt') ?? '').split(' ')
  const session = sessionOf(inquiry)
  const good = session && !prompts.includes('login') && enough(inquiry, session, request) ? session : undefined
  if (prompts.includes('none')) {
    const saw = parameters.saw('prompt')
    // Nobody's consent is remembered here, so without a page there is nothing to be had.
    const error = ask('permitted', 'silent-login', good !== undefined, { saw, cite: 'OpenID §AuthRequest' })
      ? 'consent_required'
      : 'login_required'
    if (good) ask('permitted', 'silent-consent', false, { saw, cite: 'OpenID §AuthRequest' })
    return sendFailure(inquiry, request, { error, description: 'The person has to be asked', memory })
  }
  return shown(inquiry, request, back, good)
}

function shown(inquiry: Inquiry, request: AuthorizationRequest, { client }: Return, session?: Session): Outcome {
  const { ticket, memory } = openTicket(inquiry, request, session)
  const page = session ? drawConsent(inquiry, ticket, client) : drawLogin(inquiry, ticket, client)
  return { ...page, memory }
}
