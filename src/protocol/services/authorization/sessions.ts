/** Who is logged in, and who is on the way there. */

import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { base64url } from '../../text/octets.ts'
import { type Inquiry, secondsFrom } from './inquiry.ts'
import type { AuthorizationRequest, Memory, Session, Ticket } from './memory.ts'
import { PASSWORD, TWO_FACTORS } from './settings.ts'

/** `__Host-`: for this host only, and over TLS only. */
export const COOKIE = '__Host-login'

/** The session that the request's cookie names, if it is good still. */
export function sessionOf({ request, memory, settings, env }: Inquiry): Session | undefined {
  const id = cookieOf(request)
  const session = id === undefined ? undefined : memory.sessions.find((each) => each.id === id)
  return session && env.now() < session.at + settings.lives.session * 1000 ? session : undefined
}

function cookieOf(request: HttpRequest): string | undefined {
  const pairs = fieldsNamed(request, 'Cookie').flatMap(({ value }) => value.text.split(';'))
  const own = pairs.map((pair) => pair.trim()).find((pair) => pair.startsWith(`${COOKIE}=`))
  return own?.slice(COOKIE.length + 1)
}

/** Whether a login is young and strong enough for what is asked (RFC 9470 §4). */
export function enough({ ask, env }: Inquiry, { at, acr }: Session, request: AuthorizationRequest): boolean {
  const { maxAge, acr: wants } = request
  const age = Math.floor((env.now() - at) / 1000)
  const young = maxAge === undefined || age <= maxAge
  const strong = wants === undefined || satisfies(acr, wants)
  if (maxAge !== undefined || wants !== undefined) {
    const knew = { age: String(age), acr, maxAge: String(maxAge ?? '∞'), wants: wants ?? acr }
    // Not a failure: whoever falls short logs in again.
    if (young && strong) ask('fresh', 'login-enough', true, { knew, cite: 'RFC 9470 §4' })
  }
  return young && strong
}

/** A login with two factors is as good as one with a password alone. */
export const satisfies = (acr: string, wants: string): boolean =>
  wants.split(' ').some((each) => each === acr || (each === PASSWORD && acr === TWO_FACTORS))

export function openTicket(
  inquiry: Inquiry,
  request: AuthorizationRequest,
  session?: Session,
): { readonly ticket: Ticket; readonly memory: Memory } {
  const { env, memory, settings } = inquiry
  const expires = secondsFrom(inquiry, settings.lives.ticket)
  const ticket: Ticket = { id: base64url(env.random(12)), request, session, expires }
  return { ticket, memory: { ...memory, tickets: [...memory.tickets, ticket] } }
}

/** The ticket that a page's form brings back; `undefined` once the question has been answered with no. */
export function ticketOf({ parameters, memory, env, ask }: Inquiry): Ticket | undefined {
  const id = parameters.value('ticket')
  const ticket = memory.tickets.find((each) => each.id === id)
  const saw = parameters.saw('ticket')
  if (!ask('valid', 'ticket', ticket !== undefined, { saw, cite: 'RFC 6749 §10.12' }) || !ticket) return undefined
  return ask('fresh', 'ticket-fresh', env.now() < ticket.expires, { saw, cite: 'RFC 6749 §10.12' }) ? ticket : undefined
}
