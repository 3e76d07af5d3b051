/** The few lines of JavaScript that read a response, each with the value that it gets. */

import type { Seen } from '../../protocol/clients/script.ts'
import { targetOf } from '../../protocol/http/target.ts'
import type { Exchange } from '../../protocol/servers/decision.ts'

/** Code, what it gives, or code with what it gives beside it. */
export interface CodeLine {
  readonly code?: string
  readonly value?: string
}

export function readingCode({ request }: Pick<Exchange, 'request'>, seen: Seen): readonly CodeLine[] {
  const { host, path, query } = targetOf(request)
  const url = `https://${host}${path}${query && `?${query}`}`
  const call = `response = await fetch(${quoted(url)}, …)`
  if (seen.result === 'error') return [{ code: call }, { value: 'TypeError: Failed to fetch' }]
  const got = (name: string) => {
    const field = seen.fields.find((each) => each.field.toLowerCase() === name.toLowerCase() && each.visible)
    return { code: `response.headers.get(${quoted(name)})`, value: field ? quoted(shortened(field.value)) : 'null' }
  }
  return [
    { code: call },
    { code: 'response.status', value: String(seen.status) },
    { code: 'response.statusText', value: quoted(seen.statusText) },
    { code: 'response.ok', value: String(seen.ok) },
    { code: 'response.type', value: quoted(seen.type) },
    got('WWW-Authenticate'),
  ]
}

/** The whole value stands among the fields. */
const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 56)} …` : text)

/** As a JavaScript literal. */
const quoted = (text: string): string => (/^[ -&(-[\]-~…]*$/.test(text) ? `'${text}'` : JSON.stringify(text))
