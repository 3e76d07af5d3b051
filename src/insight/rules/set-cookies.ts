/** Cookies in messages: what a response sets, and what a request sends back (RFC 6265 §4). */

import { cookieDate } from '../../protocol/clients/cookie-date.ts'
import type { HttpRequest } from '../../protocol/http/message.ts'
import { type Crumb, readCrumbs } from '../../protocol/schemes/cookie/cookies.ts'
import type { Span, Token } from '../../protocol/text/span.ts'
import { linesOf } from '../reading.ts'
import type { Past, Reading, View } from '../rule.ts'
import { isLoopback, urlOf } from './origins.ts'

/** A cookie with its name's place; `crumb` is the whole pair. */
export interface Cookie {
  readonly name: string
  readonly value: string
  readonly nameSpan: Span
  readonly crumb: Crumb
}

export interface SetCookie extends Cookie {
  /** In their order; where one stands twice, browsers take the last (RFC 6265 §5.3). */
  readonly attributes: readonly Crumb[]
  /** The field's value. */
  readonly line: Token
}

/** One for each `Set-Cookie` line with a pair in it. */
export function setCookiesOf({ response }: Past): readonly SetCookie[] {
  return linesOf(response, 'set-cookie').flatMap(({ field: { value: line } }) => {
    const [first, ...attributes] = readCrumbs(line)
    return first?.value === undefined ? [] : [{ ...cookie(first), attributes, line }]
  })
}

/** The cookies of a request. */
export const cookiesOf = (request: Reading<HttpRequest> | undefined): readonly Cookie[] =>
  linesOf(request, 'cookie').flatMap(({ field }) => readCrumbs(field.value).map(cookie))

function cookie(crumb: Crumb): Cookie {
  const { start } = crumb.span
  const nameSpan = { start, end: start + crumb.name.length }
  return { name: crumb.name, value: crumb.value ?? '', nameSpan, crumb }
}

/** The attribute that counts; its name compares without case. */
export const attributeOf = ({ attributes }: Pick<SetCookie, 'attributes'>, name: string): Crumb | undefined =>
  attributes.findLast((each) => each.name.toLowerCase() === name)

/** Names under which frameworks keep sessions and tokens, without prefix, in lower case. */
const SESSION =
  /^(?:[sh]?sid|s?sess[0-9a-f]{32,}|aspsessionid\w+|\.aspxauth|wordpress_(?:sec|logged_in)_\w+|remember_web_\w+)$|session$|sess(?:ion)?[_-]?id$|[._-](?:sid|sess)$|(?:^|[._-])(?:auth|jwt|login|token)$|(?:access|refresh|id|auth|login|bearer|api)[._-]?token$|^\.aspnetcore\.(?:cookies|identity\.application)$/

/** What looks like one and is meant for scripts: CSRF tokens, analytics, the session state of OpenID Connect. */
const FOR_SCRIPTS = /csrf|xsrf|^ai_|^_hj|^_pk_|keycloak_session|idsrv\.session|session_state/

/** Whether a cookie holds a login session or a token, as far as its name tells. */
export function isSession(name: string): boolean {
  const lower = name.toLowerCase().replace(/^__(?:host|secure)-/, '')
  return SESSION.test(lower) && !FOR_SCRIPTS.test(lower)
}

const LONG_AGO = Date.UTC(2000)

/** Whether it takes the cookie away instead: nothing in it, or over (RFC 6265 §3.1). */
export function isRemoval(cookie: SetCookie, at = LONG_AGO): boolean {
  const age = attributeOf(cookie, 'max-age')?.value
  const expires = cookieDate(attributeOf(cookie, 'expires')?.value ?? '')
  return cookie.value === '' || /^(?:0|-\d+)$/.test(age ?? '') || (age === undefined && (expires ?? Infinity) <= at)
}

/** The cookies by which a response starts or goes on with a session; not those that it takes away. */
export function sessionsSet(view: Past): readonly SetCookie[] {
  const all = setCookiesOf(view)
  return all.filter((each) => isSession(each.name) && !isRemoval(each, view.at))
}

/** Whether a cookie can't be asked to be `Secure`: on a developer's own machine, or where there is no TLS at all. */
export const isWithoutTls = ({ request, circumstances }: View): boolean =>
  circumstances.transport === 'http' || isLoopback(urlOf(request, circumstances)?.hostname ?? '')

/** What a browser demands of such a name (RFC 6265bis §4.1.3). */
export const prefixOfCookie = (name: string): 'host' | 'secure' | undefined => {
  const found = /^__(host|secure)-/i.exec(name)?.[1]?.toLowerCase()
  return found === 'host' || found === 'secure' ? found : undefined
}
