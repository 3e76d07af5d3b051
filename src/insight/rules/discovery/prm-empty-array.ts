/** What has no values is left out. */

import type { Fix, Rule } from '../../rule.ts'
import { metadataOf } from '../resource-metadata.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9728 §3.2',
  title: '`{name}` is empty',
  why: 'In this metadata a parameter without values is left out. An empty `{name}` can be read as “none” or as “nothing said”, and clients differ in that.',
  examples: {
    bad: [
      'GET /.well-known/oauth-protected-resource HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"resource": "https://a.example", "scopes_supported": «[]»}',
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "authorization_servers": «[ ]»,\n  "resource_name": "a",\n  "resource": "https://a.example"\n}',
    ],
    good: [
      'GET /.well-known/oauth-protected-resource HTTP/1.1\nHost: resource.example.com\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"resource":"https://resource.example.com","authorization_servers":["https://as1.example.com"]}',
      'GET /.well-known/oauth-protected-resource HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"resource":"https://a.example","bearer_methods_supported":[]}',
      'GET /items HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"resource":"items","scopes_supported":[]}',
    ],
  },
  check(view) {
    const { response } = view
    const metadata = metadataOf(view)
    if (!response || !metadata) return []
    const { text, span } = response.message.body
    const empty = new Set(Object.keys(metadata).filter((name) => isEmpty(metadata[name]) && name !== MAY_BE_EMPTY))
    if (empty.size === 0) return []
    return [...text.matchAll(/"([^"\\]*)"\s*:\s*(\[\s*\])/g)].flatMap((found) => {
      const [whole, name = '', array = ''] = found
      if (!empty.has(name)) return []
      const [start, end] = [span.start + found.index, span.start + found.index + whole.length]
      return [
        {
          in: 'response',
          span: { start: end - array.length, end },
          slots: { name },
          fix: without(text, span.start, start, end),
        },
      ]
    })
  },
}

/** Here it means that there is no way to send a bearer token (RFC 9728 §2). */
const MAY_BE_EMPTY = 'bearer_methods_supported'

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** Takes the member away, with one of the commas beside it. */
function without(text: string, offset: number, start: number, end: number): Fix {
  const before = text.slice(0, start - offset).trimEnd()
  if (before.endsWith(',')) return { span: { start: offset + before.length - 1, end }, insert: '' }
  const comma = /^\s*,\s*/.exec(text.slice(end - offset))
  return { span: { start, end: end + (comma?.[0].length ?? 0) }, insert: '' }
}

export default rule
