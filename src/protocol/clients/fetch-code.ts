/** A request as JavaScript that a page would run, without what the browser doesn't let scripts say. */

import { unfold } from '../http/field.ts'
import type { HttpRequest } from '../http/message.ts'
import { targetOf } from '../http/target.ts'

/** What script can't do; the words for it go into the code as a comment. */
export type Omission =
  /** Forbidden request-headers: the browser writes them itself, or not at all. */
  | { readonly kind: 'headers'; readonly names: readonly string[] }
  /** `GET` and `HEAD` take no body (Fetch §dom-request). */
  | { readonly kind: 'body' }
  /** `CONNECT`, `TRACE` and `TRACK`: the call throws (Fetch §methods). */
  | { readonly kind: 'method'; readonly method: string }

const FORBIDDEN =
  /^(?:accept-charset|accept-encoding|access-control-request-(?:headers|method)|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|(?:proxy|sec)-.*)$/i

/** `forbidden request-header`, Fetch §forbidden-request-header, of those whose name decides. */
export const isForbiddenToScript = (name: string): boolean => FORBIDDEN.test(name)

const literal = (text: string): string => JSON.stringify(text)

/** An object, as most people write it; pairs where a name stands twice, so that none is lost. */
function headersCode(pairs: readonly (readonly [string, string])[]): readonly string[] {
  if (pairs.length === 0) return []
  const names = pairs.map(([name]) => name.toLowerCase())
  const asPairs = new Set(names).size < names.length || names.includes('__proto__')
  const lines = pairs.map(([name, value]) =>
    asPairs ? `    [${literal(name)}, ${literal(value)}],` : `    ${literal(name)}: ${literal(value)},`,
  )
  return [`  headers: ${asPairs ? '[' : '{'}`, ...lines, `  ${asPairs ? ']' : '}'},`]
}

/** The code; undefined where the request names no host. `comment` finds the words for what is left out. */
export function toFetchCode(request: HttpRequest, comment: (omission: Omission) => string): string | undefined {
  const { host, path, query } = targetOf(request)
  if (host === '') return undefined
  const method = request.line.method.text
  const absolute = /^https?:\/\//i.exec(request.line.target.text)?.[0].toLowerCase()
  const url = `${absolute ?? 'https://'}${host}${path.startsWith('/') ? path : '/'}${query && `?${query}`}`
  const forbidden = request.fields.filter(({ name }) => isForbiddenToScript(name.text))
  const names = [...new Set(forbidden.map(({ name }) => name.text))].filter((name) => name.toLowerCase() !== 'host')
  const sent = request.fields.filter((field) => !forbidden.includes(field))
  const body = request.body.text
  const bodiless = /^(?:GET|HEAD)$/i.test(method)
  const omissions: readonly Omission[] = [
    ...(/^(?:CONNECT|TRACE|TRACK)$/i.test(method) ? [{ kind: 'method', method } as const] : []),
    ...(names.length > 0 ? [{ kind: 'headers', names } as const] : []),
    ...(body !== '' && bodiless ? [{ kind: 'body' } as const] : []),
  ]
  const init = [
    ...(method === 'GET' ? [] : [`  method: ${literal(method)},`]),
    ...headersCode(sent.map(({ name, value }) => [name.text, unfold(value.text)])),
    ...(body === '' || bodiless ? [] : [`  body: ${literal(body)},`]),
  ]
  const comments = omissions.map((each) => `// ${comment(each).replace(/\s+/g, ' ')}`)
  const call = init.length === 0 ? `fetch(${literal(url)})` : `fetch(${literal(url)}, {\n${init.join('\n')}\n})`
  return [...comments, `const response = await ${call}`].join('\n')
}
