/** The login page, and what it posts: user name and password, checked here and shown to no client. */

import type { User } from '../../auth/scheme.ts'
import { base64url, octetsOf, sameOctets } from '../../text/octets.ts'
import { clientNamed } from './clients.ts'
import { drawConsent } from './consent.ts'
import type { Inquiry, Outcome } from './inquiry.ts'
import { replaced, type Session, type Ticket } from './memory.ts'
import { draw, drawError, type Press } from './page.ts'
import { COOKIE, satisfies, ticketOf } from './sessions.ts'
import { type Client, PASSWORD, TWO_FACTORS } from './settings.ts'

export function drawLogin(inquiry: Pick<Inquiry, 'settings'>, ticket: Ticket, client: Client, again = false) {
  const wants = ticket.request.acr
  const strong = wants !== undefined && !satisfies(PASSWORD, wants)
  const press = (key: string, more: Press['values'] = []): Press => ({
    key,
    path: '/login',
    values: [['ticket', ticket.id], ...more],
    person: true,
  })
  return draw(inquiry, {
    title: 'page.login',
    status: again ? 403 : 200,
    lines: [
      { key: 'page.login-for', slots: { client: client.name } },
      ...(again ? [{ key: 'page.login-again' }] : []),
      ...(strong ? [{ key: 'page.login-strong', slots: { acr: wants } }] : []),
    ],
    presses: strong
      ? [press('page.log-in-confirmed', [['confirmed', 'phone']]), press('page.log-in')]
      : [press('page.log-in')],
  })
}

export function login(inquiry: Inquiry): Outcome {
  const { parameters, memory, env, settings } = inquiry
  const ticket = ticketOf(inquiry)
  if (!ticket) return drawError(inquiry, 'page.wrong-ticket')
  const client = clientNamed(inquiry, ticket.request.client)
  if (!client) return drawError(inquiry, 'page.wrong-client', { client: ticket.request.client })
  const user = personOf(inquiry)
  if (!user) return drawLogin(inquiry, ticket, client, true)
  // Modelled: pressing the button is the second factor.
  const acr = parameters.value('confirmed') === 'phone' ? TWO_FACTORS : PASSWORD
  const session: Session = { id: base64url(env.random(12)), user: user.id, at: env.now(), acr }
  const held = { ...ticket, session }
  const cookie = `${COOKIE}=${session.id}; Path=/; Max-Age=${settings.lives.session}; Secure; HttpOnly; SameSite=Lax`
  return {
    ...drawConsent(inquiry, held, client, [['Set-Cookie', cookie]]),
    memory: {
      ...memory,
      sessions: [...memory.sessions, session],
      tickets: replaced(memory.tickets, ticket, held),
    },
  }
}

/** Whose name and password these are. */
export function personOf({ parameters, users, ask }: Inquiry): User | undefined {
  const name = parameters.value('username')?.normalize('NFC') ?? ''
  const password = parameters.value('password')?.normalize('NFC') ?? ''
  const user = users.find((each) => passwordOf(each)?.username?.normalize('NFC') === name)
  const stored = (user && passwordOf(user)?.password?.normalize('NFC')) ?? ''
  const right = user !== undefined && sameOctets(octetsOf(password), octetsOf(stored))
  const saw = parameters.saw('username', 'password')
  if (!ask('valid', 'password', right, { saw, knew: { user: name }, cite: 'OpenID §Authenticates' }) || !user)
    return undefined
  return ask('permitted', 'active', !user.suspended, { saw, knew: { user: user.name }, cite: 'RFC 6749 §4.1.1' })
    ? user
    : undefined
}

/** The first: a user's further ones belong to their programs. */
const passwordOf = ({ secrets }: User) => secrets.find(({ kind }) => kind === 'password')
