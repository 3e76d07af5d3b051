/** The way to the metadata is a whole address. */

import type { Found, Rule } from '../../rule.ts'
import { isLoopback, parsed, urlOf } from '../origins.ts'
import { metadataUrlsIn } from '../resource-metadata.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9728 §5.1',
  title: 'No client can fetch this `resource_metadata`',
  why: '`resource_metadata` is an absolute `https` URL without a fragment. Clients take from that document where to get tokens, so it must come over TLS, and they don’t guess what a relative address is meant to be relative to.',
  examples: {
    bad: [
      'GET /mcp HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata=«"/.well-known/oauth-protected-resource"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata=«"http://a.example/.well-known/oauth-protected-resource"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="ES256", resource_metadata=«"a.example"»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata="https://resource.example.com/.well-known/oauth-protected-resource"\n\n',
      // Somebody tries it out on their own machine.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata="http://localhost:3000/.well-known/oauth-protected-resource"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
    ],
  },
  check({ request, response, circumstances }) {
    return metadataUrlsIn(response).flatMap(({ raw: { span }, value }): readonly Found[] => {
      const url = parsed(value)
      const web = url !== undefined && /^https?:\/\//i.test(value)
      if (web && !value.includes('#') && (url.protocol === 'https:' || isLoopback(url.hostname))) return []
      const absolute = /^\/(?!\/)/.test(value)
        ? parsed(value, urlOf(request, { ...circumstances, transport: 'https' })?.origin)
        : undefined
      const meant = absolute?.href ?? (web ? value.replace(/^http:/i, 'https:') : '')
      const fix = meant === '' || meant.includes('#') ? undefined : { span, insert: `"${meant}"` }
      return [{ in: 'response', span, fix }]
    })
  },
}

export default rule
