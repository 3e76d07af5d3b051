/** Where a redirect leads, and the request that a browser would send there (RFC 9110 §15.4, Fetch §http-redirect-fetch). */

import { HOSTS } from '../content/world/hosts.ts'
import { type Cookie, cookiesFor, withCookie } from '../protocol/clients/cookie-jar.ts'
import { goesAlong, isOfBody, isPrivate, redirection } from '../protocol/clients/redirect.ts'
import { fieldsNamed } from '../protocol/http/field.ts'
import type { Field, FieldDraft, HttpResponse } from '../protocol/http/message.ts'
import { writeRequest } from '../protocol/http/print.ts'
import { targetOf } from '../protocol/http/target.ts'
import type { Exchange } from '../protocol/servers/decision.ts'

export interface Redirect {
  /** The address that it leads to, absolute. */
  readonly address: string
  /** Absent where nobody here plays that host. */
  readonly request?: string
  /** Fields that stay behind since the other host is another origin. */
  readonly left: readonly string[]
}

/** Fields that a new request takes along; those of its body go with that. */
const KEPT = ['accept', 'accept-language', 'authorization', 'cookie', 'user-agent']

/** Undefined for a response that leads nowhere. */
export function redirectOf({ request, response }: Pick<Exchange, 'request' | 'response'>): Redirect | undefined {
  const from = targetOf(request)
  const led = redirection(`https://${from.host}${from.path}`, request.line.method.text, response)
  if (!led) return undefined
  const { to, method, withBody, elsewhere } = led
  const address = to.href
  const known = HOSTS.some((host) => host === to.host)
  if (to.protocol !== 'https:' || !known) return { address, left: [] }
  const taken = request.fields.filter(
    ({ name }) => goesAlong(name.text, led) && (KEPT.includes(name.text.toLowerCase()) || isOfBody(name.text)),
  )
  const cookies = [...crumbsOf(taken), ...setBy(response, `https://${from.host}${from.path}`, address, method)]
  const left = request.fields.map(({ name }) => name.text).filter(isPrivate)
  return {
    address,
    left: elsewhere ? left : [],
    request: writeRequest({
      method,
      target: to.pathname + to.search,
      fields: [
        ['Host', to.host],
        ...taken.filter((field) => !isCookie(field)).map(({ name, value }): FieldDraft => [name.text, value.text]),
        ...(cookies.length > 0 ? [['Cookie', [...new Map(cookies).values()].join('; ')] as const] : []),
      ],
      body: withBody ? request.body.text : '',
    }),
  }
}

const isCookie = ({ name }: Field): boolean => name.text.toLowerCase() === 'cookie'

type Crumb = readonly [name: string, text: string]

const crumbsOf = (fields: readonly Field[]): readonly Crumb[] =>
  fields
    .filter(isCookie)
    .flatMap(({ value }) => value.text.split(';'))
    .map((text): Crumb => [text.split('=', 1)[0]?.trim() ?? '', text.trim()])

/** The cookies that a response sets and that go along to where it leads; a browser with an empty jar has these only. */
function setBy(response: HttpResponse, from: string, to: string, method: string): readonly Crumb[] {
  const ask = { url: from, method, now: 0 }
  const jar = fieldsNamed(response, 'Set-Cookie').reduce(
    (kept: readonly Cookie[], { value }) => withCookie(kept, value.text, ask).jar,
    [],
  )
  return cookiesFor(jar, { ...ask, url: to, from }).map(({ name, value }): Crumb => [name, `${name}=${value}`])
}
