/** The questions about form: can these credentials be read at all? (RFC 7616 §3.4) */

import type { HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'
import { readExtValue } from './ext-value.ts'
import type { Inquiry } from './inquiry.ts'

export function isWellFormed({ ask, moot, value, saw, space, request }: Inquiry): boolean {
  const counted = space.settings.qop.length > 0 || value('qop') !== undefined
  const wanted = ['username', 'realm', 'nonce', 'uri', 'response', ...(counted ? ['qop', 'nc', 'cnonce'] : [])]
  const there = (name: string) => value(name) !== undefined || (name === 'username' && value('username*') !== undefined)
  const missing = wanted.filter((name) => !there(name))
  if (!ask('form', 'params', missing.length === 0, { saw: saw(), knew: { missing: missing.join(', ') } })) return false

  const extended = value('username*')
  if (extended !== undefined) {
    const user = readExtValue(extended)
    const alone = value('username') === undefined && value('userhash')?.toLowerCase() !== 'true'
    const looked = { saw: saw('username', 'username*', 'userhash'), knew: { user: user ?? extended } }
    if (!ask('form', 'username-ext', user !== undefined && alone, looked)) return false
  }

  const { target } = request.line
  const uri = value('uri') ?? ''
  const sawBoth = [...saw('uri'), target.span]
  const knew = { uri, target: target.text }
  if (!ask('form', 'uri', agrees(uri, request), { saw: sawBoth, knew, cite: 'RFC 7616 §3.4.6' })) return false

  const nc = value('nc') ?? ''
  if (counted)
    return ask('form', 'nc', /^[0-9a-f]{8}$/i.test(nc), { saw: saw('nc'), knew: { nc }, cite: 'RFC 7616 §3.5' })
  moot('form', 'nc', { cite: 'RFC 2069 §2.1.2' })
  return true
}

/**
 * Whether `uri` names the resource that the request line does (RFC 7616 §3.4.6).
 *
 * Departures: to an absolute-form target the path alone is enough, as curl sends no more; and a proxy may have made
 * an absolute target into a path on the way.
 */
function agrees(uri: string, request: HttpRequest): boolean {
  const one = divide(uri)
  const other = divide(request.line.target.text)
  return one.path === other.path && (one.host === undefined || one.host === targetOf(request).host)
}

/** `absolute-form`, RFC 9112 §3.2.2, as host and path with query; anything else is all path. */
function divide(target: string): { readonly host?: string; readonly path: string } {
  const [, host, path = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(target) ?? []
  if (host === undefined) return { path: target }
  return { host: host.toLowerCase(), path: path.startsWith('/') ? path : `/${path}` }
}
