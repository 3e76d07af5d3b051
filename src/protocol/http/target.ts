/** What a request asks for: which host, which path, which query (RFC 9112 §3.2, RFC 9110 §7.1). */

import { run } from '../text/cursor.ts'
import { fieldsNamed } from './field.ts'
import type { HttpRequest } from './message.ts'

export type TargetProblem = 'target-invalid' | 'target-userinfo' | 'host-missing' | 'host-repeated' | 'host-invalid'

export interface Target {
  /** Lower-cased, with its port where one is given; empty where there is no valid one. */
  readonly host: string
  /** As sent, neither decoded nor normalised; `*` in asterisk-form, empty in authority-form. */
  readonly path: string
  /** Behind the question mark; empty where there is none. */
  readonly query: string
  readonly problem?: TargetProblem
}

/** `Host = uri-host [ ":" port ]`, RFC 9110 §7.2: the characters of `reg-name`, or an `IP-literal`, RFC 3986 §3.2.2. */
const HOST = /^(?:\[[0-9A-Fa-fv:.]+\]|(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})+)(?::[0-9]*)?$/

/** `absolute-form = absolute-URI`, RFC 9112 §3.2.2, of the two schemes that HTTP has. */
const ABSOLUTE = /^https?:\/\/([^/?#]*)(.*)$/is

/** `request-target = origin-form / absolute-form / authority-form / asterisk-form`, RFC 9112 §3.2. */
export function targetOf(request: Pick<HttpRequest, 'line' | 'fields'>): Target {
  const method = request.line.method.text
  const target = request.line.target.text
  const absolute = ABSOLUTE.exec(target)
  const field = hostField(request)
  if (method === 'CONNECT') return { path: '', query: '', ...tunnel(target) }
  if (absolute) {
    const [, authority = '', rest = ''] = absolute
    const asked = named(authority)
    // The target's host wins over the field (RFC 9112 §3.2.2), but a bad field is bad all the same (§3.2).
    return { ...locate(rest.startsWith('/') ? rest : `/${rest}`), host: asked.host, ...problemOf(asked, field) }
  }
  if (target === '*' && method === 'OPTIONS') return { path: '*', query: '', ...field }
  if (!target.startsWith('/')) return { path: '', query: '', host: field.host, problem: 'target-invalid' }
  const { problem, ...place } = locate(target)
  return { ...place, host: field.host, ...problemOf({ problem }, field) }
}

interface Named {
  readonly host: string
  readonly problem?: TargetProblem
}

const problemOf = (...found: readonly { readonly problem?: TargetProblem }[]): { problem?: TargetProblem } => {
  const problem = found.find((each) => each.problem)?.problem
  return problem ? { problem } : {}
}

/** Exactly one `Host` field line with a valid value, RFC 9112 §3.2. */
function hostField(request: Pick<HttpRequest, 'fields'>): Named {
  const [first, second] = fieldsNamed(request, 'Host')
  if (!first) return { host: '', problem: 'host-missing' }
  if (second) return { host: '', problem: 'host-repeated' }
  return named(first.value.text)
}

/** `authority = [ userinfo "@" ] host [ ":" port ]`, RFC 3986 §3.2, where userinfo is refused, RFC 9110 §4.2.4. */
function named(authority: string): Named {
  if (HOST.test(authority)) return { host: authority.toLowerCase() }
  return { host: '', problem: authority.includes('@') ? 'target-userinfo' : 'host-invalid' }
}

/** `authority-form = uri-host ":" port`, RFC 9112 §3.2.3: where a tunnel is to lead; the port must be there. */
const tunnel = (target: string): Named =>
  /:[0-9]+$/.test(target) ? named(target) : { host: '', problem: 'target-invalid' }

/** `origin-form = absolute-path [ "?" query ]`, RFC 9112 §3.2.1. A fragment never belongs on the wire (§3.2). */
function locate(text: string): { readonly path: string; readonly query: string; readonly problem?: TargetProblem } {
  const hash = run(text, 0, (unit) => unit !== 0x23)
  const mark = run(text, 0, (unit) => unit !== 0x3f && unit !== 0x23)
  const place = { path: text.slice(0, mark), query: text.slice(mark + 1, hash) }
  return /^[!-~\u0080-\uffff]*$/.test(text) && hash === text.length ? place : { ...place, problem: 'target-invalid' }
}
