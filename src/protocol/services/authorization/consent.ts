/** The consent page, and what it posts: the person says yes or no, and the client learns of it by redirect. */

import type { FieldDraft } from '../../auth/scheme.ts'
import { base64url } from '../../text/octets.ts'
import { clientNamed } from './clients.ts'
import { type Inquiry, type Outcome, secondsFrom } from './inquiry.ts'
import { type Code, hashOf, type Ticket } from './memory.ts'
import { draw, drawError } from './page.ts'
import { sendBack, sendFailure } from './redirect.ts'
import { scopesIn } from './scope.ts'
import { satisfies, ticketOf } from './sessions.ts'
import type { Client } from './settings.ts'

/** What the person reads of scopes and resources, one line each. */
export const linesFor = (scope: string, resources: readonly string[]) => [
  ...scopesIn(scope).map((each) => ({ key: 'page.scope', slots: { scope: each } })),
  ...resources.map((resource) => ({ key: 'page.resource', slots: { resource } })),
]

export function drawConsent(
  inquiry: Pick<Inquiry, 'settings' | 'users'>,
  { id, request, session }: Ticket,
  client: Client,
  fields: readonly FieldDraft[] = [],
) {
  const user = inquiry.users.find((each) => each.id === session?.user)?.name ?? ''
  const press = (decision: string) => ({
    key: `page.${decision}`,
    path: '/consent',
    values: [
      ['ticket', id],
      ['decision', decision],
    ] as const,
  })
  return draw(inquiry, {
    title: 'page.consent',
    fields,
    lines: [{ key: 'page.wants', slots: { client: client.name, user } }, ...linesFor(request.scope, request.resources)],
    presses: [press('allow'), press('deny')],
  })
}

export function consent(inquiry: Inquiry): Outcome {
  const { parameters, memory, env, settings, ask } = inquiry
  const ticket = ticketOf(inquiry)
  const session = ticket?.session
  if (!ticket) return drawError(inquiry, 'page.wrong-ticket')
  const { request } = ticket
  const saw = parameters.saw('ticket')
  const tickets = memory.tickets.filter((each) => each !== ticket)
  if (
    !ask('valid', 'logged-in', session !== undefined, { saw, cite: 'RFC 6749 §3.1' }) ||
    !session ||
    !clientNamed(inquiry, request.client)
  )
    return drawError(inquiry, 'page.wrong-ticket')
  const allowed = parameters.value('decision') === 'allow'
  if (!ask('permitted', 'allowed', allowed, { saw: parameters.saw('decision'), cite: 'RFC 6749 §4.1.2.1' }))
    return sendFailure(inquiry, request, {
      error: 'access_denied',
      description: 'The person said no',
      memory: { ...memory, tickets },
    })
  const wants = request.acr
  const strong = wants === undefined || satisfies(session.acr, wants)
  if (
    wants !== undefined &&
    !ask('valid', 'acr', strong, { saw, knew: { acr: session.acr, wants }, cite: 'RFC 9470 §5' })
  )
    return sendFailure(inquiry, request, {
      error: 'unmet_authentication_requirements',
      description: 'The login is not as strong as the client wants it',
      memory: { ...memory, tickets },
    })
  const code = base64url(env.random(16))
  const kept: Code = { hash: hashOf(code), request, session, expires: secondsFrom(inquiry, settings.lives.code) }
  return sendBack(inquiry, request, [['code', code]], { ...memory, tickets, codes: [...memory.codes, kept] })
}
