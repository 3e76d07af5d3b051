/**
 * A browser's cookie jar: what it keeps of a `Set-Cookie` line, and what it sends to whom (RFC 6265 §5, and the draft that
 * follows it, draft-ietf-httpbis-rfc6265bis: SameSite, prefixes, limits).
 *
 * Departures: there is no list of public suffixes, so a name of one label counts as one, and a site is the last two labels;
 * nothing is thrown out because there is too much of it; `Partitioned` is passed over.
 */

import { octetsOf } from '../text/octets.ts'
import { cookieDate } from './cookie-date.ts'

export interface Cookie {
  readonly name: string
  readonly value: string
  /** Without a leading dot, in lower case. */
  readonly domain: string
  /** No `Domain` was given: only this very host gets it. */
  readonly hostOnly: boolean
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  /** `default` is treated like `Lax`. */
  readonly sameSite: 'Strict' | 'Lax' | 'None' | 'default'
  /** Milliseconds since 1970; absent: until the browser is closed. */
  readonly expires?: number
  readonly created: number
}

/** Why a cookie is not kept. */
export type NotKept =
  | 'control'
  | 'nameless'
  | 'too-long'
  | 'domain-other'
  | 'domain-public'
  | 'secure-insecure'
  | 'none-insecure'
  | 'cross-site'
  | 'prefix-secure'
  | 'prefix-host'
  | 'covers-secure'

export type Kept =
  | { readonly jar: readonly Cookie[]; readonly cookie: Cookie }
  | { readonly jar: readonly Cookie[]; readonly problem: NotKept }

/** Who asks for what. */
export interface CookieAsk {
  readonly url: string
  readonly method: string
  /** The page on which the link or form stood; absent for the address line and bookmarks. */
  readonly from?: string
  readonly now: number
}

/** 400 days: no cookie lasts longer. */
const LONGEST = 400 * 24 * 60 * 60 * 1000
const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'TRACE']

/** What `Set-Cookie` does to the jar. */
export function withCookie(jar: readonly Cookie[], line: string, ask: CookieAsk): Kept {
  const url = new URL(ask.url)
  const read = readSetCookie(line)
  if ('problem' in read) return { jar, problem: read.problem }
  const { name, value, attributes } = read
  const host = url.hostname
  const last = (key: string) => attributes.findLast(([each]) => each === key)?.[1]
  const asked = (last('domain') ?? '').replace(/^\./, '').toLowerCase()
  const isPublic = asked !== '' && !asked.includes('.')
  if (isPublic && asked !== host) return { jar, problem: 'domain-public' }
  const hostOnly = asked === '' || isPublic
  if (!hostOnly && !domainMatches(host, asked)) return { jar, problem: 'domain-other' }
  const path = last('path')
  const same = /^(?:strict|lax|none)$/i.exec(last('samesite') ?? '')?.[0].toLowerCase()
  const cookie: Cookie = {
    name,
    value,
    domain: hostOnly ? host : asked,
    hostOnly,
    path: path?.startsWith('/') ? path : defaultPath(url.pathname),
    secure: last('secure') !== undefined,
    httpOnly: last('httponly') !== undefined,
    sameSite: same === 'strict' ? 'Strict' : same === 'lax' ? 'Lax' : same === 'none' ? 'None' : 'default',
    expires: expiry(last('max-age'), last('expires'), ask.now),
    created: ask.now,
  }
  const problem = problemOf(cookie, jar, url, ask, path)
  if (problem) return { jar, problem }
  const isOld = (each: Cookie) =>
    each.name === name && each.domain === cookie.domain && each.hostOnly === hostOnly && each.path === cookie.path
  const old = jar.find(isOld)
  const stored = old ? { ...cookie, created: old.created } : cookie
  const rest = jar.filter((each) => !isOld(each))
  return { jar: isOver(stored, ask.now) ? rest : [...rest, stored], cookie: stored }
}

function problemOf(cookie: Cookie, jar: readonly Cookie[], url: URL, ask: CookieAsk, path?: string) {
  const isSafe = url.protocol === 'https:'
  const { name, value, secure, hostOnly, sameSite } = cookie
  // A value without a name would look like a cookie with that prefix when it is sent.
  const prefix = /^__(?:secure|host)-/i.exec(name || value)?.[0].toLowerCase()
  if (secure && !isSafe) return 'secure-insecure'
  if (sameSite === 'None' && !secure) return 'none-insecure'
  if (prefix && (!secure || name === '')) return 'prefix-secure'
  if (prefix === '__host-' && (!hostOnly || path !== '/')) return 'prefix-host'
  const covers = (each: Cookie) =>
    each.secure &&
    each.name === name &&
    (domainMatches(each.domain, cookie.domain) || domainMatches(cookie.domain, each.domain)) &&
    pathMatches(cookie.path, each.path)
  if (!isSafe && jar.some((each) => covers(each) && !isOver(each, ask.now))) return 'covers-secure'
  return undefined
}

/** The cookies that go along, those with the longer path first, then the older ones. */
export function cookiesFor(jar: readonly Cookie[], ask: CookieAsk): readonly Cookie[] {
  const url = new URL(ask.url)
  const isSame = ask.from === undefined || siteOf(ask.from) === siteOf(ask.url)
  const goes = (cookie: Cookie) =>
    !isOver(cookie, ask.now) &&
    (cookie.hostOnly ? url.hostname === cookie.domain : domainMatches(url.hostname, cookie.domain)) &&
    pathMatches(url.pathname, cookie.path) &&
    (!cookie.secure || url.protocol === 'https:') &&
    (isSame || cookie.sameSite === 'None' || (cookie.sameSite !== 'Strict' && SAFE.includes(ask.method)))
  return jar.filter(goes).sort((one, other) => other.path.length - one.path.length || one.created - other.created)
}

/** `cookie-string`, RFC 6265 §4.2.1. */
export const cookieText = (cookies: readonly Cookie[]): string =>
  cookies.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ')

/** What `document.cookie` shows. */
export const forScript = (jar: readonly Cookie[], ask: CookieAsk): string =>
  cookieText(cookiesFor(jar, ask).filter(({ httpOnly }) => !httpOnly))

/** When the browser is closed, cookies without a date go. */
export const afterClosing = (jar: readonly Cookie[]): readonly Cookie[] =>
  jar.filter(({ expires }) => expires !== undefined)

const isOver = ({ expires }: Cookie, now: number): boolean => expires !== undefined && expires <= now

/** Max-Age wins over Expires; what is neither a number nor a date is passed over. */
function expiry(maxAge: string | undefined, expires: string | undefined, now: number): number | undefined {
  const date = cookieDate(expires ?? '')
  const seconds = maxAge !== undefined && /^-?\d+$/.test(maxAge) ? Number(maxAge) : undefined
  const end = seconds !== undefined ? (seconds <= 0 ? 0 : now + seconds * 1000) : date
  return end === undefined ? undefined : Math.min(end, now + LONGEST)
}

type SetCookie =
  | { readonly name: string; readonly value: string; readonly attributes: readonly (readonly [string, string])[] }
  | { readonly problem: NotKept }

/** Name, value and attributes; the keys in lower case, what is too long left out. */
function readSetCookie(line: string): SetCookie {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(line)) return { problem: 'control' }
  const [first = '', ...rest] = line.split(';')
  const [left, right] = cut(first)
  const [name, value] = right === undefined ? ['', left] : [left, right]
  if (name === '' && value === '') return { problem: 'nameless' }
  if (octetsOf(name + value).length > 4096) return { problem: 'too-long' }
  const attributes = rest
    .map((each) => cut(each))
    .filter(([, given = '']) => given.length <= 1024)
    .map(([key, given = '']) => [key.toLowerCase(), given] as const)
  return { name, value, attributes }
}

function cut(pair: string): readonly [string, string | undefined] {
  const at = pair.indexOf('=')
  const trim = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, '')
  return at < 0 ? [trim(pair), undefined] : [trim(pair.slice(0, at)), trim(pair.slice(at + 1))]
}

/** Domain matching, RFC 6265 §5.1.3: the same, or below it; an address has nothing below it. */
export const domainMatches = (host: string, domain: string): boolean =>
  host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$|^\[/.test(host))

/** Path matching, RFC 6265 §5.1.4. */
export const pathMatches = (path: string, cookiePath: string): boolean =>
  path === cookiePath || (path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path[cookiePath.length] === '/'))

/** The default path, RFC 6265 §5.1.4: up to the last slash, without it. */
const defaultPath = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 1))

/** Schemeful: http and https are two. */
function siteOf(address: string): string {
  const { protocol, hostname } = new URL(address)
  const isAddress = /^[\d.]+$|^\[/.test(hostname)
  return `${protocol}//${isAddress ? hostname : hostname.split('.').slice(-2).join('.')}`
}
