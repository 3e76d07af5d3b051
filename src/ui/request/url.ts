/** The address that a request is for, as one URL, and back: `https://host/path?query` ⇄ request-target and `Host`. */

import { fieldsNamed } from '../../protocol/http/field.ts'
import type { HttpRequest } from '../../protocol/http/message.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import { edit, withFields, writeRequest } from '../../protocol/http/print.ts'
import { targetOf } from '../../protocol/http/target.ts'

/** Why the request's address can't be shown as a URL, or what was typed can't be taken for one. */
export type UrlProblem = 'host-missing' | 'host-repeated' | 'empty' | 'scheme' | 'unfinished' | 'userinfo' | 'host'

export interface ShownUrl {
  readonly text: string
  readonly problem?: UrlProblem
}

const ABSOLUTE = /^(https?:\/\/)([^/?#]*)/i

/** A tunnel has no path: its target is the host itself (RFC 9112 §3.2.3). */
const isTunnel = ({ line }: HttpRequest): boolean => line.method.text === 'CONNECT'

/** RFC 9110 §7.1. An `*` stands for the host without a path (RFC 9112 §3.2.4). */
export function urlOf(request: HttpRequest): ShownUrl {
  const target = request.line.target.text
  if (ABSOLUTE.test(target) || isTunnel(request)) return { text: target }
  const [host, second] = fieldsNamed(request, 'Host')
  if (second) return { text: target, problem: 'host-repeated' }
  if (!host?.value.text) return { text: target, problem: 'host-missing' }
  return { text: `https://${host.value.text}${target === '*' ? '' : target}` }
}

export type ReadUrl =
  | {
      readonly result: 'read'
      /** Absent where only a path was typed. */
      readonly host?: string
      readonly target: string
      /** What stands behind `#` stays in the browser (RFC 9110 §4.2.5). */
      readonly fragment: boolean
    }
  | { readonly result: 'unread'; readonly problem: UrlProblem; readonly scheme?: string }

/** White space and what is not ASCII can't stand in a request-target (RFC 9112 §3.2). */
const encoded = (text: string): string => text.toWellFormed().replace(/[^!-~]+/g, encodeURIComponent)

const isHost = (authority: string): boolean => {
  const source = writeRequest({ method: 'GET', target: '/', fields: [['Host', authority]] })
  return targetOf(parseRequest(source)).host !== ''
}

export function readUrl(typed: string, method: string): ReadUrl {
  const text = typed.trim()
  if (text === '') return { result: 'unread', problem: 'empty' }
  if (method === 'CONNECT') return { result: 'read', target: encoded(text), fragment: false }
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? []
  if (scheme && scheme.toLowerCase() !== 'https') return { result: 'unread', problem: 'scheme', scheme }
  // A host without its scheme is one when it has a dot, so that a scheme being typed is none.
  const bare = /^[^/?#@\s]+@|^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d*)?(?:[/?#]|$)/i.test(text)
  if (!scheme && !bare && !text.startsWith('/')) return { result: 'unread', problem: 'unfinished' }
  const rest = scheme ? text.slice(scheme.length + '://'.length) : text
  const [, authority = '', path = '', fragment] = /^([^/?#]*)([^#]*)(#.*)?$/s.exec(rest) ?? []
  if (authority.includes('@')) return { result: 'unread', problem: 'userinfo' }
  const host = authority.replace(/:(?:443)?$/, '')
  const local = text.startsWith('/')
  if (!local && !isHost(host)) return { result: 'unread', problem: host === '' ? 'unfinished' : 'host' }
  const asterisk = method === 'OPTIONS' && path === ''
  const target = asterisk ? '*' : encoded(path.startsWith('/') ? path : `/${path}`)
  return { result: 'read', host: local ? undefined : host, target, fragment: fragment !== undefined }
}

/** The request's source for another host, or another target; all else stays as it was. */
export function withUrl(request: HttpRequest, { host, target }: { host?: string; target?: string }): string {
  const before = request.line.target.text
  const absolute = ABSOLUTE.exec(before)
  if (absolute) {
    const [whole, scheme = '', authority = ''] = absolute
    const rest = target ?? before.slice(whole.length)
    const aimed = edit(request, { target: `${scheme}${host ?? authority}${rest}` })
    return host && fieldsNamed(request, 'Host').length > 0 ? withFields(parseRequest(aimed), [['Host', host]]) : aimed
  }
  // Without a method the target would be taken for one.
  const method = request.line.method.text === '' ? { method: 'GET' } : {}
  const aimed = target === undefined ? request : parseRequest(edit(request, { ...method, target }))
  if (host === undefined) return aimed.source
  if (fieldsNamed(aimed, 'Host').length > 0) return withFields(aimed, [['Host', host]])
  // `Host` is best the first of all fields (RFC 9110 §7.2).
  const { source, line } = aimed
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n'
  return `${source.slice(0, line.span.end)}${lineEnd}Host: ${host}${source.slice(line.span.end)}`
}
