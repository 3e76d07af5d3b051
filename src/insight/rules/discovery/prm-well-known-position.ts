/** The well-known part goes between host and path. */

import type { Token } from '../../../protocol/text/span.ts'
import type { Found, Rule } from '../../rule.ts'
import { urlOf } from '../origins.ts'
import { metadataPathOf, metadataUrlsIn, WELL_KNOWN } from '../resource-metadata.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9728 §3.1',
  title: 'The well-known part stands in the wrong place',
  why: 'The metadata of `https://a.example/mcp` is at `https://a.example/.well-known/oauth-protected-resource/mcp`: the well-known part goes in between host and path, not behind. Clients look there, and only there.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata=«"https://a.example/mcp/.well-known/oauth-protected-resource"»\n\n',
      'GET «/mcp/.well-known/oauth-protected-resource» HTTP/1.1\nHost: a.example\n\n',
    ],
    good: [
      'GET /.well-known/oauth-protected-resource/resource1 HTTP/1.1\nHost: resource.example.com\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata="https://resource.example.com/.well-known/oauth-protected-resource"\n\n',
      // The server may name any address; it is the name that is well-known.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata="https://a.example/metadata.json"\n\n',
      // The client only follows the server, which was told about this already.
      'GET /mcp HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata="https://a.example/mcp/.well-known/oauth-protected-resource"\n\n===\nGET /mcp/.well-known/oauth-protected-resource HTTP/1.1\nHost: a.example\n\n',
    ],
  },
  check({ request, response, before, circumstances }) {
    const named = metadataUrlsIn(response).flatMap(({ raw, value }): readonly Found[] => {
      const [, origin = '', path = ''] = /^(https?:\/\/[^/?#]+)([^?#]*)/i.exec(value) ?? []
      const right = moved(path)
      if (right === undefined) return []
      const fix =
        path.length + origin.length < value.length ? undefined : { span: raw.span, insert: `"${origin}${right}"` }
      return [{ in: 'response', span: raw.span, fix }]
    })
    const path = metadataPathOf(request)
    const right = path === undefined ? undefined : moved(path)
    const target: Token | undefined = request?.message.line.target
    if (right === undefined || !target) return named
    const url = urlOf(request, circumstances)?.href
    if (before.some((each) => metadataUrlsIn(each.response).some(({ value }) => value === url))) return named
    const fix = target.text === path ? { span: target.span, insert: right } : undefined
    return [...named, { in: 'request', span: target.span, fix }]
  },
}

/** Where it ought to be, if it stands behind a path. */
function moved(path: string): string | undefined {
  const at = path.indexOf(WELL_KNOWN)
  return at > 0 && path.length === at + WELL_KNOWN.length ? WELL_KNOWN + path.slice(0, at) : undefined
}

export default rule
