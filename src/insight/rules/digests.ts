/** What Digest's messages hold, and which challenge its credentials answer (RFC 7616 §3.3–§3.6). */

import { type AuthElement, type AuthParam, param, sameScheme } from '../../protocol/auth/challenge.ts'
import type { HttpResponse } from '../../protocol/http/message.ts'
import { targetOf } from '../../protocol/http/target.ts'
import { challengesOf, type FieldReading, linesOf, type Shown, shownIn } from '../reading.ts'
import type { Fix, Found, Lack, Past, Reading, View } from '../rule.ts'
import { infoFor, infoNamed } from './auth-params.ts'

/** Which fields belong together: a proxy has its own of each (RFC 7616 §3.8). */
const FIELDS = {
  authorization: { challenge: 'www-authenticate', info: 'authentication-info', status: 401 },
  'proxy-authorization': { challenge: 'proxy-authenticate', info: 'proxy-authentication-info', status: 407 },
} as const

const fieldsFor = ({ name }: Shown) => (name === 'authorization' ? FIELDS.authorization : FIELDS['proxy-authorization'])

const isDigest = ({ scheme }: AuthElement): boolean => sameScheme(scheme.text, 'Digest')

export const textOf = (element: AuthElement | undefined, name: string): string | undefined =>
  element && param(element, name)?.value

/** As it compares: in lower case, and MD5 where none is named (RFC 7616 §3.3). */
export const algorithmOf = (element: AuthElement): string => textOf(element, 'algorithm')?.toLowerCase() ?? 'md5'

/** The words of a list in a parameter, in lower case. */
export const wordsOf = (list: string): readonly string[] =>
  list.split(',').flatMap((each) => each.trim().toLowerCase() || [])

/** Digest challenges, and the field in which they want their answer. */
export interface Offers {
  readonly answered: keyof typeof FIELDS
  readonly offers: readonly AuthElement[]
}

/** The Digest challenges of a response: those of the server apart from those of the proxy. */
export function offersByField(response: Reading<HttpResponse> | undefined): readonly Offers[] {
  if (challengesOf(response, 'Digest').length === 0) return []
  return (['authorization', 'proxy-authorization'] as const).map((answered) => {
    return { answered, offers: offersIn(response, FIELDS[answered].challenge) }
  })
}

const offersIn = (response: Reading | undefined, field: string): readonly AuthElement[] =>
  linesOf(response, field).flatMap(({ challenges }) => challenges.filter(isDigest))

/** What an exchange asks for, in the field that such credentials answer. */
export const askedIn = ({ response }: Past, shown: Shown): readonly AuthElement[] =>
  offersIn(response, fieldsFor(shown).challenge)

/** Whether it was refused, by the one to whom such credentials go. */
export const refusedIn = ({ response }: Past, shown: Shown): boolean =>
  response?.message.line.code === fieldsFor(shown).status

/** What an exchange showed in the same field. */
export const answerIn = ({ request }: Past, { name }: Shown): AuthElement | undefined =>
  shownIn(request, 'Digest').find((each) => each.name === name)?.credentials

/** What `Authentication-Info` says in all its lines, and the credentials to which it is the reply. */
export interface Confirmation {
  readonly first: FieldReading
  readonly info: readonly AuthParam[]
  readonly sent?: Shown
}

/** Those that have to do with Digest: other schemes have theirs in the same field. */
export function confirmationsIn({ request, response }: Past): readonly Confirmation[] {
  return Object.entries(FIELDS).flatMap(([name, field]) => {
    const lines = linesOf(response, field.info)
    const [first] = lines
    if (!first) return []
    const info = lines.flatMap((line) => line.info)
    const sent = shownIn(request, 'Digest').find((shown) => shown.name === name)
    return sent || (!request && infoNamed(info, 'rspauth')) ? [{ first, info, sent }] : []
  })
}

/** Whether both go to one server; for a proxy's credentials it is always the proxy. */
export function sameServer(one: Past, other: Past, { name }: Shown): boolean {
  if (name !== 'authorization') return true
  if (!one.request || !other.request) return false
  const { host } = targetOf(one.request.message)
  return host !== '' && host === targetOf(other.request.message).host
}

/** The latest challenges with the nonce of these credentials, or with the one that `nextnonce` replaced by it. */
export function offersFor({ before }: View, shown: Shown): readonly AuthElement[] {
  const realm = textOf(shown.credentials, 'realm')
  let nonce = textOf(shown.credentials, 'nonce')
  for (const past of before.toReversed()) {
    const offers = askedIn(past, shown).filter((each) => textOf(each, 'nonce') === nonce)
    const fitting = offers.filter((each) => textOf(each, 'realm') === realm)
    if (fitting.length > 0) return fitting
    if (infoNamed(infoFor(shown, past.response), 'nextnonce')?.value === nonce)
      nonce = textOf(answerIn(past, shown), 'nonce')
    if (nonce === undefined) return []
  }
  return []
}

/** A check that compares credentials with the challenges that they answer, where these are known. */
export function comparing(
  judge: (credentials: AuthElement, offers: readonly AuthElement[]) => readonly Found[],
): (view: View) => readonly (Found | Lack)[] {
  return (view) =>
    shownIn(view.request, 'Digest').flatMap((shown): readonly (Found | Lack)[] => {
      const { credentials } = shown
      if (!param(credentials, 'nonce') || !param(credentials, 'realm')) return []
      const offers = offersFor(view, shown)
      return offers.length === 0 ? [{ needs: 'before' }] : judge(credentials, offers)
    })
}

/** A parameter behind the others. */
export function appended({ scheme, payload }: AuthElement, text: string): Fix | undefined {
  if (payload.kind === 'token68') return undefined
  const last = payload.kind === 'params' ? payload.params.at(-1) : undefined
  const { end } = last?.span ?? scheme.span
  return { span: { start: end, end }, insert: `${last ? ',' : ''} ${text}` }
}

/** All but this parameter, and one comma less. */
export function without({ scheme, payload }: AuthElement, { span }: AuthParam): Fix {
  const params = payload.kind === 'params' ? payload.params : []
  const at = params.findIndex((each) => each.span.start === span.start)
  const [before, next] = [params[at - 1], params[at + 1]]
  if (before) return { span: { start: before.span.end, end: span.end }, insert: '' }
  if (next) return { span: { start: span.start, end: next.span.start }, insert: '' }
  return { span: { start: scheme.span.end, end: span.end }, insert: '' }
}
