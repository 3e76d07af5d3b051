/** Metadata is a JSON object that names its resource. */

import { firstValue } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { jsonOf, mediaTypeOf, memberOf } from '../bodies.ts'
import { metadataPathOf } from '../resource-metadata.ts'

const GET = 'GET /.well-known/oauth-protected-resource HTTP/1.1\nHost: a.example\n\n---\n'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9728 §3.2',
  title: 'This is no protected resource metadata',
  why: 'The answer at this address is 200 with `application/json`: an object in which `resource` names the resource. A web page sent for every path makes clients stumble: where there is no metadata, answer 404.',
  examples: {
    bad: [
      `${GET}HTTP/1.1 200 OK\nContent-Type: «text/html; charset=utf-8»\n\n<!doctype html>`,
      `${GET}HTTP/1.1 «201» Created\nContent-Type: application/json\n\n{"resource":"https://a.example"}`,
      `${GET}HTTP/1.1 200 OK\nContent-Type: application/json\n\n«{»"authorization_servers":["https://as.example"]}`,
      `${GET}HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"resource": «["https://a.example"]»}`,
    ],
    good: [
      `${GET}HTTP/1.1 200 OK\nContent-Type: application/json; charset=utf-8\n\n{"resource":"https://a.example"}`,
      `${GET}HTTP/1.1 404 Not Found\nContent-Type: text/html\n\n<!doctype html>`,
      `${GET}HTTP/1.1 304 Not Modified\n\n`,
      { text: `${GET}HTTP/1.1 200 OK\n\n`, circumstances: { excerpt: true } },
    ],
  },
  check({ request, response, circumstances: { excerpt, unseen } }) {
    const { line, body } = response?.message ?? {}
    if (!response || !line || !body || !(line.code >= 200 && line.code < 300)) return []
    if (metadataPathOf(request) === undefined) return []
    if (line.code !== 200) return [{ in: 'response', span: line.status.span }]
    const type = firstValue(response, 'content-type')
    if (type && mediaTypeOf(response) !== 'application/json') return [{ in: 'response', span: type.span }]
    const resource = jsonOf(response)?.resource
    if (typeof resource === 'string') return []
    if (excerpt || unseen?.includes('response')) return [{ needs: 'whole' }]
    const start = body.span.start + body.text.length - body.text.trimStart().length
    const opening = { start, end: start + 1 }
    const wrong = resource === undefined ? undefined : whole(memberOf(response, 'resource')?.span.start, body)
    return [{ in: 'response', span: wrong ?? (opening.end <= body.span.end ? opening : line.status.span) }]
  },
}

/** A value of whatever kind: an array up to where it closes, anything else up to its end. */
function whole(start: number | undefined, { text, span }: { text: string; span: { start: number; end: number } }) {
  if (start === undefined) return undefined
  const rest = text.slice(start - span.start)
  const value = /^(?:\[[^\]]*\]|\{[^}]*\}|[^,}\s]+)/.exec(rest)
  return value ? { start, end: start + value[0].length } : undefined
}

export default rule
