/** What stands in Hawk's fields, and what of a request goes into its MAC. */

import { type AuthElement, param } from '../../auth/challenge.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpMessage, HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'
import type { Span } from '../../text/span.ts'
import type { Artifacts } from './mac.ts'

export interface Attributes {
  /** Undefined for an empty one, too: it counts as left out. */
  value(name: string): string | undefined
  /** Where these stand; the whole element where none of them does. */
  saw(...names: readonly string[]): readonly Span[]
}

export function attributesOf(element: AuthElement | undefined, whole: Span): Attributes {
  const find = (name: string) => element && param(element, name)
  return {
    value: (name) => find(name)?.value || undefined,
    saw: (...names) => {
      const spans = names.flatMap((name) => find(name)?.span ?? [])
      return spans.length > 0 ? spans : [element?.span ?? whole]
    },
  }
}

export const contentTypeOf = (message: HttpMessage): string => fieldsNamed(message, 'Content-Type')[0]?.value.text ?? ''

const ABSOLUTE = /^(https?):\/\/[^/?#]*/i
const HOST = /^(\[[^\]]*\]|[^:]*)(?::([0-9]*))?$/

/**
 * Method, address, and what the attributes say. The port is the scheme's own where none is given; the servers of this world
 * speak https, and a request can say otherwise in absolute-form only (RFC 9112 §3.2.2).
 */
export function artifactsOf(request: HttpRequest, { value }: Pick<Attributes, 'value'>): Artifacts {
  const { method, target } = request.line
  const [start = '', scheme = 'https'] = ABSOLUTE.exec(target.text) ?? []
  const rest = target.text.slice(start.length)
  const [, host = '', port] = HOST.exec(targetOf(request).host) ?? []
  return {
    ts: value('ts') ?? '',
    nonce: value('nonce') ?? '',
    method: method.text,
    resource: start && !rest.startsWith('/') ? `/${rest}` : rest,
    host,
    port: port || (scheme.toLowerCase() === 'http' ? '80' : '443'),
    hash: value('hash'),
    ext: value('ext'),
    app: value('app'),
    dlg: value('dlg'),
  }
}
