/** Where a redirect leads, and the request that a browser would send there (RFC 9110 §15.4, Fetch §http-redirect-fetch). */

import { HOSTS } from '../content/world/hosts.ts'
import { fieldsNamed } from '../protocol/http/field.ts'
import type { FieldDraft } from '../protocol/http/message.ts'
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

const REDIRECTS = [301, 302, 303, 307, 308]
/** Fields that a new request takes along. */
const KEPT = ['accept', 'accept-language', 'authorization', 'cookie', 'user-agent']
/** Of these, what another origin doesn't get. */
const PRIVATE = ['authorization', 'cookie']
/** What describes a body goes with it. */
const OF_BODY = ['content-type', 'content-length', 'content-digest']

/** Undefined for a response that leads nowhere. */
export function redirectOf({ request, response }: Pick<Exchange, 'request' | 'response'>): Redirect | undefined {
  const { code } = response.line
  const [location] = fieldsNamed(response, 'Location')
  if (!REDIRECTS.includes(code) || !location) return undefined
  const from = targetOf(request)
  const to = URL.parse(location.value.text, `https://${from.host}${from.path}`)
  if (!to) return undefined
  const address = to.href
  const known = HOSTS.some((host) => host === to.host)
  if (to.protocol !== 'https:' || !known) return { address, left: [] }
  const elsewhere = to.host !== from.host
  const method = request.line.method.text
  // 303 makes a GET of everything but HEAD, 301 and 302 of a POST; 307 and 308 keep method and body.
  const changes = code === 303 ? !['GET', 'HEAD'].includes(method) : code < 303 && method === 'POST'
  const same = !changes
  const taken = request.fields.filter(({ name }) => {
    const key = name.text.toLowerCase()
    if (elsewhere && PRIVATE.includes(key)) return false
    return KEPT.includes(key) || (same && OF_BODY.includes(key))
  })
  const left = request.fields.map(({ name }) => name.text).filter((name) => PRIVATE.includes(name.toLowerCase()))
  return {
    address,
    left: elsewhere ? left : [],
    request: writeRequest({
      method: same ? method : 'GET',
      target: to.pathname + to.search,
      fields: [['Host', to.host], ...taken.map(({ name, value }): FieldDraft => [name.text, value.text])],
      body: same ? request.body.text : '',
    }),
  }
}
