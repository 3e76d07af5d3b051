/** What a form posts, and the two ways to tell whose form it was (OWASP, Cross-Site Request Forgery Prevention). */

import { fieldsNamed } from '../../http/field.ts'
import type { Session } from '../../schemes/cookie/space.ts'
import type { Cite } from '../../text/cite.ts'
import { octetsOf, sameOctets } from '../../text/octets.ts'
import type { Visit } from './settings.ts'

export const CSRF: Cite = 'OWASP §Cross-Site_Request_Forgery_Prevention_Cheat_Sheet'

export type Form = ReadonlyMap<string, string>

const TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i

/** Undefined, and the question answered with no, where a name is missing or stands twice. */
export function readForm({ call, ask }: Visit, needs: readonly string[]): Form | undefined {
  const { request } = call
  const values = new URLSearchParams(request.body.text.trim())
  const typed = fieldsNamed(request, 'Content-Type').some(({ value }) => TYPE.test(value.text))
  const right = typed && needs.every((name) => values.getAll(name).length === 1)
  const knew = { needs: needs.join(', ') }
  if (!ask('form', 'form', right, { saw: [request.body.span], knew, cite: 'RFC 9110 §8.3' })) return undefined
  return new Map(values)
}

/** Browsers say with each POST from where it comes, and no page can make them lie (Fetch §origin-header). */
export function isFromHere({ call, ask, moot }: Visit): boolean {
  const [field] = fieldsNamed(call.request, 'Origin')
  const own = call.space.settings.origin
  const knew = { own, origin: field?.value.text ?? '' }
  const more = { saw: field ? [field.span] : [], knew, cite: 'Fetch §origin-header' } as const
  if (field) return ask('permitted', 'origin', field.value.text === own, more)
  moot('permitted', 'origin', more)
  return true
}

/** Cookies are sent along whoever wrote the form; the token is known to who could read the page. */
export function hasToken(visit: Visit, form: Form, session: Session): boolean {
  const { call, ask } = visit
  const right = sameOctets(octetsOf(form.get('csrf') ?? ''), octetsOf(session.csrf))
  const knew = { user: nameOf(visit, session) }
  return ask('permitted', 'token', right, { saw: [call.request.body.span], knew, cite: CSRF })
}

export const nameOf = ({ cookies }: Visit, session: Session): string =>
  cookies.users.find(({ id }) => id === session.user)?.name ?? ''
