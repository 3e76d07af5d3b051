/**
 * A browser's navigation, as a value: what it sends when a person opens an address, and what it makes of the response: a
 * redirect, an answer of its own, a login dialog, a page.
 *
 * Nothing that a server sends makes a browser forget a login but a refusal of just these credentials, after which it asks the
 * person, and `Clear-Site-Data`. That is the logout problem (RFC 9110 §17.16.2).
 */

import { param } from '../auth/challenge.ts'
import { fieldsNamed } from '../http/field.ts'
import type { FieldDraft, HttpRequest, HttpResponse } from '../http/message.ts'
import { writeRequest } from '../http/print.ts'
import { type Cookie, cookiesFor, cookieText, domainMatches, withCookie } from './cookie-jar.ts'
import { isFor, type Login, loginFor, loginIn, withLogin, withoutLogin } from './credential-cache.ts'
import { type Dialog, dialogFor } from './dialog.ts'
import { redirection } from './redirect.ts'

export interface Browser {
  readonly cookies: readonly Cookie[]
  readonly logins: readonly Login[]
}

export const NEW_BROWSER: Browser = { cookies: [], logins: [] }

/** A person opens an address: by a link, a form, the address line. */
export interface Navigation {
  /** Absolute. */
  readonly url: string
  readonly method: string
  readonly body?: { readonly type: string; readonly text: string }
  /** The page on which the link or form stood; absent for the address line and bookmarks. */
  readonly from?: string
  /** How many redirects led here. */
  readonly redirects: number
}

/** Before credentials are written: they take a calculation, which is the scheme's. */
export interface Outgoing {
  readonly request: string
  /** Whose credentials go along without being asked for. */
  readonly login?: Login
  readonly proxyLogin?: Login
}

/** Fetch §http-redirect-fetch: more than twenty is a network error. */
const MOST_REDIRECTS = 20

export const open = (url: string, from?: string): Navigation => ({ url, method: 'GET', from, redirects: 0 })

export function outgoing(browser: Browser, navigation: Navigation, now: number): Outgoing {
  const { url, method, body } = navigation
  const { host, pathname, search } = new URL(url)
  const cookies = cookieText(cookiesFor(browser.cookies, { ...navigation, now }))
  const fields: readonly (FieldDraft | false)[] = [
    ['Host', host],
    body !== undefined && ['Content-Type', body.type],
    cookies !== '' && ['Cookie', cookies],
  ]
  return {
    request: writeRequest({
      method,
      target: pathname + search,
      fields: fields.filter((each) => each !== false),
      body: body?.text,
    }),
    login: loginFor(browser.logins, url),
    proxyLogin: loginFor(browser.logins, url, true),
  }
}

export type Next =
  | { readonly kind: 'navigation'; readonly navigation: Navigation }
  /** The same request once more, with credentials that the browser has. */
  | { readonly kind: 'answer'; readonly login: Login }
  /** The login dialog. `again`: what was sent did not do. */
  | { readonly kind: 'ask'; readonly again: boolean }
  | { readonly kind: 'too-many-redirects' }
  | { readonly kind: 'page' }

/** A response, and whose credentials its request carried. */
export interface Arrived {
  readonly request: HttpRequest
  readonly response: HttpResponse
  readonly login?: Login
  readonly proxyLogin?: Login
}

/** The browser after a response, and what it does next. */
export function arrived(browser: Browser, navigation: Navigation, given: Arrived, now: number) {
  const cookies = fieldsNamed(given.response, 'Set-Cookie').reduce(
    (jar, { value }) => withCookie(jar, value.text, { ...navigation, now }).jar,
    browser.cookies,
  )
  const dialog = dialogFor(given)
  const logins = loginsAfter(browser.logins, navigation, given, dialog)
  const after = cleared({ cookies, logins }, navigation.url, given.response)
  return { browser: after, next: nextAfter(after, navigation, given, dialog) }
}

function loginsAfter(logins: readonly Login[], { url }: Navigation, given: Arrived, dialog: Dialog): readonly Login[] {
  const { code } = given.response.line
  // A proxy that asks has not passed the request on: nobody said anything about the server's credentials.
  const judged = code === 407 ? [given.proxyLogin] : [given.login, given.proxyLogin]
  return judged.reduce((kept, login) => {
    if (!login) return kept
    const proxy = login.origin === undefined
    if (code !== (proxy ? 407 : 401)) return withLogin(kept, url, login.offer, login.secret, proxy)
    const offer = dialog.result === 'dialog' ? dialog.offer : undefined
    // Another space has said nothing about this one, and a stale nonce nothing about the password.
    const isOther = offer !== undefined && !isFor(login, login.origin, offer)
    const isStale = offer !== undefined && /^true$/i.test(param(offer, 'stale')?.value ?? '')
    return isOther || isStale ? kept : withoutLogin(kept, login)
  }, logins)
}

function nextAfter(browser: Browser, navigation: Navigation, { response }: Arrived, dialog: Dialog): Next {
  const led = redirection(navigation.url, navigation.method, response)
  if (led && /^https?:$/.test(led.to.protocol)) {
    if (navigation.redirects >= MOST_REDIRECTS) return { kind: 'too-many-redirects' }
    const body = led.withBody ? navigation.body : undefined
    const changed = { url: led.to.href, method: led.method, body, redirects: navigation.redirects + 1 }
    return { kind: 'navigation', navigation: { ...navigation, ...changed } }
  }
  if (dialog.result === 'none') return { kind: 'page' }
  const known = loginIn(browser.logins, navigation.url, dialog.offer, dialog.proxy)
  return known ? { kind: 'answer', login: { ...known, offer: dialog.offer } } : { kind: 'ask', again: dialog.again }
}

/**
 * `Clear-Site-Data: "cookies"` takes the cookies of the whole registered domain, and its logins too.
 *
 * Departures: a domain is the last two labels, as in the cookie jar.
 */
function cleared(browser: Browser, url: string, response: HttpResponse): Browser {
  const asked = fieldsNamed(response, 'Clear-Site-Data').flatMap(({ value }) => value.text.split(','))
  if (!asked.some((each) => /^\s*"(?:cookies|\*)"\s*$/.test(each))) return browser
  const { hostname, protocol } = new URL(url)
  if (protocol !== 'https:') return browser
  const domain = hostname.split('.').slice(-2).join('.')
  return {
    cookies: browser.cookies.filter((each) => !domainMatches(each.domain, domain)),
    logins: browser.logins.filter(
      ({ origin }) => origin === undefined || !domainMatches(new URL(origin).hostname, domain),
    ),
  }
}
