/**
 * A browser's memory of logins: whose name and password it has for which protection space, and where it sends them
 * without being asked (RFC 9110 §11.5, RFC 7617 §2.2, RFC 7616 §3.3).
 *
 * Departures: browsers don't heed Digest's `domain`, and take the folder of the path for all schemes; here it is as
 * specified, but another origin that `domain` names is passed over, as it never agreed.
 */

import { type Challenge, param, sameScheme } from '../auth/challenge.ts'

export interface Login {
  /** Of the server; absent for the proxy's. */
  readonly origin?: string
  readonly realm: string
  readonly offer: Challenge
  /** Id of the secret that did. */
  readonly secret: string
  /** Where it is sent without being asked: what begins so. Empty for schemes that must be asked first. */
  readonly paths: readonly string[]
}

const realmOf = (offer: Challenge): string => param(offer, 'realm')?.value ?? ''

/** Whether an offer is made in the protection space of a login: by the same origin, scheme and realm. */
export const isFor = (login: Login, origin: string | undefined, offer: Challenge): boolean =>
  login.origin === origin && login.realm === realmOf(offer) && sameScheme(login.offer.scheme.text, offer.scheme.text)

/** Keeps credentials that were accepted; `origin` is absent where a proxy accepted them. */
export function withLogin(logins: readonly Login[], url: string, offer: Challenge, secret: string, proxy = false) {
  const { origin } = new URL(url)
  const server = proxy ? undefined : origin
  const old = logins.find((each) => isFor(each, server, offer))
  const earlier = old?.secret === secret ? old.paths : []
  const paths = [...new Set([...earlier, ...pathsOf(url, offer)])]
  const login: Login = { origin: server, realm: realmOf(offer), offer, secret, paths }
  return [login, ...logins.filter((each) => each !== old)]
}

/** Forgets credentials that were refused. That is the only thing that a response can do about them. */
export const withoutLogin = (logins: readonly Login[], login: Login): readonly Login[] =>
  logins.filter(({ origin, realm, offer }) => {
    const isThat = origin === login.origin && realm === login.realm
    return !(isThat && sameScheme(offer.scheme.text, login.offer.scheme.text))
  })

/** What a server, or the proxy on the way, is sent before it asks. */
export function loginFor(logins: readonly Login[], url: string, proxy = false): Login | undefined {
  const { origin, pathname } = new URL(url)
  const reach = ({ paths }: Login) =>
    Math.max(-1, ...paths.filter((path) => proxy || covers(path, pathname)).map((path) => path.length))
  const server = proxy ? undefined : origin
  return logins
    .filter((login) => login.origin === server && reach(login) >= 0)
    .sort((one, other) => reach(other) - reach(one))[0]
}

/** What answers a challenge without asking the person: the space is known, wherever it was met. */
export const loginIn = (logins: readonly Login[], url: string, offer: Challenge, proxy = false): Login | undefined =>
  logins.find((each) => isFor(each, proxy ? undefined : new URL(url).origin, offer))

/** Paths compare by whole segments where they don't end with a slash. */
const covers = (path: string, asked: string): boolean =>
  path.endsWith('/') ? asked.startsWith(path) : asked === path || asked.startsWith(`${path}/`)

function pathsOf(url: string, offer: Challenge): readonly string[] {
  const { origin, pathname } = new URL(url)
  const name = offer.scheme.text
  // At or below the depth of the last element of the path, RFC 7617 §2.2.
  if (sameScheme(name, 'Basic')) return [pathname.slice(0, pathname.lastIndexOf('/') + 1)]
  if (!sameScheme(name, 'Digest')) return []
  const domain = param(offer, 'domain')?.value.trim() ?? ''
  if (domain === '') return ['/']
  return domain.split(/\s+/).flatMap((each) => {
    const named = URL.parse(each, url)
    return named?.origin === origin ? [named.pathname] : []
  })
}
