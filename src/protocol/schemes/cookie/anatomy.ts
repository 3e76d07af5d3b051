/** The parts of `Cookie` and `Set-Cookie` (RFC 6265 §4). */

import type { AuthElement } from '../../auth/challenge.ts'
import type { Part } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import type { Cite } from '../../text/cite.ts'
import { type Crumb, prefixOf, readCrumbs } from './cookies.ts'

const CSRF: Cite = 'OWASP §Cross-Site_Request_Forgery_Prevention_Cheat_Sheet'

/** Attributes by their names in lower case; the last two came after RFC 6265. */
const ATTRIBUTES: ReadonlyMap<string, readonly [role: string, cite: Cite]> = new Map([
  ['expires', ['expires', 'RFC 6265 §4.1.2.1']],
  ['max-age', ['max-age', 'RFC 6265 §4.1.2.2']],
  ['domain', ['domain', 'RFC 6265 §4.1.2.3']],
  ['path', ['path', 'RFC 6265 §4.1.2.4']],
  ['secure', ['secure', 'RFC 6265 §4.1.2.5']],
  ['httponly', ['http-only', 'RFC 6265 §4.1.2.6']],
  ['samesite', ['same-site', CSRF]],
  ['partitioned', ['partitioned', CSRF]],
])

export function anatomy(node: AuthElement | Field): readonly Part[] {
  if ('scheme' in node) return elementParts(node)
  const crumbs = readCrumbs(node.value)
  if (node.name.text.toLowerCase() !== 'set-cookie')
    return crumbs.map((each) => pair(each, 'cookie', 'RFC 6265 §4.2.1'))
  const [first, ...attributes] = crumbs
  if (!first) return []
  return [pair(first, 'issued', 'RFC 6265 §4.1.1'), ...attributes.map(attribute)]
}

function pair({ name, span }: Crumb, role: string, cite: Cite): Part {
  const prefix = prefixOf(name)
  return { span, role, cite, decoded: prefix ? [{ name: 'prefix', text: prefix, cite: CSRF }] : [] }
}

function attribute({ name, span }: Crumb): Part {
  const [role, cite] = ATTRIBUTES.get(name.toLowerCase()) ?? ['attribute', 'RFC 6265 §5.2']
  return { span, role, cite }
}

/** No server sends such a challenge by right; some do. */
function elementParts({ scheme, payload }: AuthElement): readonly Part[] {
  const opening: Part = { span: scheme.span, role: 'scheme', cite: 'RFC 9110 §16.4.1' }
  if (payload.kind === 'bare') return [opening]
  if (payload.kind === 'token68')
    return [opening, { span: payload.token68.span, role: 'cookie', cite: 'RFC 6265 §4.2.1' }]
  const params = payload.params.map(
    ({ name, span }): Part => ({ span, role: `param.${name.text.toLowerCase()}`, cite: 'RFC 9110 §11.2' }),
  )
  return [opening, ...params]
}
