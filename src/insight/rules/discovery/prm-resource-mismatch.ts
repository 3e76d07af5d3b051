/** Metadata is only worth something about the resource that it was fetched for. */

import type { Rule, View } from '../../rule.ts'
import { jsonOf, memberOf } from '../bodies.ts'
import { parsed, urlOf } from '../origins.ts'
import { metadataOf, metadataUrlsIn, WELL_KNOWN } from '../resource-metadata.ts'

const METADATA = (resource: string) =>
  `---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"resource": ${resource}, "authorization_servers": ["https://as.example"]}`
const ASKED = 'GET /.well-known/oauth-protected-resource/mcp HTTP/1.1\nHost: a.example\n\n'
const challenged = (url: string) =>
  `GET /mcp/files HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata="${url}"\n\n===\n`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9728 §3.3',
  title: 'This metadata is about another resource',
  why: '`resource` must be the very URL for which the metadata was fetched: here {wanted}. Otherwise anybody could speak for somebody else’s resource, so clients must not use the document.',
  examples: {
    bad: [
      `${ASKED}${METADATA('«"https://a.example"»')}`,
      `${ASKED}${METADATA('«"https://b.example/mcp"»')}`,
      `${challenged('https://meta.example/a.json')}GET /a.json HTTP/1.1\nHost: meta.example\n\n${METADATA('«"https://b.example/"»')}`,
    ],
    good: [
      `${ASKED}${METADATA('"https://a.example/mcp"')}`,
      `GET /.well-known/oauth-protected-resource HTTP/1.1\nHost: a.example\n\n${METADATA('"https://a.example/"')}`,
      // What the challenge stood for is the URL that was asked for, and what lies above it.
      `${challenged('https://meta.example/a.json')}GET /a.json HTTP/1.1\nHost: meta.example\n\n${METADATA('"https://a.example/mcp/files"')}`,
      `${challenged('https://a.example/.well-known/oauth-protected-resource')}GET /.well-known/oauth-protected-resource HTTP/1.1\nHost: a.example\n\n${METADATA('"https://a.example/mcp"')}`,
      // Any document.
      `GET /a.json HTTP/1.1\nHost: a.example\n\n${METADATA('"https://b.example/"')}`,
    ],
  },
  check(view) {
    const { request, response } = view
    if (response?.message.line.code !== 200 || request?.message.line.method.text !== 'GET') return []
    if (!response.message.body.text.includes('"resource"')) return []
    const asked = askedBefore(view)
    const { resource } = metadataOf(view) ?? (asked.length > 0 ? (jsonOf(response) ?? {}) : {})
    if (typeof resource !== 'string' || resource === '') return []
    const wanted = asked.length > 0 ? asked : derivedFrom(urlOf(request, view.circumstances))
    const [first] = wanted
    const fits =
      asked.length > 0 ? (url: string) => isWithin(url, resource) : (url: string) => bare(url) === bare(resource)
    const said = memberOf(response, 'resource')
    if (first === undefined || wanted.some(fits) || !said) return []
    const fix = asked.length > 0 ? undefined : { span: said.span, insert: JSON.stringify(first) }
    return [{ in: 'response', span: said.span, slots: { wanted: first }, fix }]
  },
}

/** The URLs whose challenges led here. */
function askedBefore({ request, before, circumstances }: View): readonly string[] {
  if (before.length === 0) return []
  const url = urlOf(request, circumstances)?.href
  return before.flatMap((past) => {
    const led = metadataUrlsIn(past.response).some(({ value }) => parsed(value)?.href === url)
    const from = led ? urlOf(past.request, circumstances) : undefined
    return from ? [from.origin + from.pathname + from.search] : []
  })
}

/** The resource into whose URL the well-known part was put. */
function derivedFrom(url: URL | undefined): readonly string[] {
  if (!url?.pathname.startsWith(WELL_KNOWN)) return []
  const rest = url.pathname.slice(WELL_KNOWN.length)
  return rest === '' || rest.startsWith('/') ? [url.origin + rest + url.search] : []
}

/** A slash at the end was taken away when the metadata's URL was made (RFC 9728 §3.1). */
const bare = (url: string): string => url.replace(/\/$/, '')

/**
 * Departure from RFC 9728 §3.3, which wants them to be the same: that a challenge leads to the metadata of all that lies
 * under one path of the same origin is common, and there is a draft to allow it.
 */
function isWithin(url: string, resource: string): boolean {
  const [inner, outer] = [parsed(url), parsed(resource)]
  if (!inner || !outer || inner.origin !== outer.origin) return false
  return `${bare(inner.pathname)}/`.startsWith(`${bare(outer.pathname)}/`)
}

export default rule
