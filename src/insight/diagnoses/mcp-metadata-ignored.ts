/** The 401 points to the metadata, and the client guesses other addresses instead. */

import type { Diagnosis } from '../diagnosis.ts'
import type { Past } from '../rule.ts'
import { earlierHere } from '../rules/earlier.ts'
import { parsed, urlOf } from '../rules/origins.ts'
import { metadataUrlsIn } from '../rules/resource-metadata.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'

const ASKED =
  'POST /mcp HTTP/1.1\nHost: mcp.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata="https://mcp.example/.well-known/oauth-protected-resource/mcp"\n\n===\n'
const NOT_FOUND = ' HTTP/1.1\nHost: mcp.example\n\n---\nHTTP/1.1 404 Not Found\n\n'

const diagnosis: Diagnosis = {
  title: 'The client guesses, though the 401 said where to look',
  what: 'The challenge named `resource_metadata`, and the client never fetched it. It asks the resource itself for an authorization server, which lives on another host, and gets `404`.',
  client:
    'Read `resource_metadata` out of `WWW-Authenticate` first, take `authorization_servers` from that document, and ask there (RFC 9728 §5). In MCP, update the SDK: early ones only tried `/.well-known/oauth-authorization-server`.',
  server:
    'Until such clients are gone, redirect `/.well-known/oauth-authorization-server` of this host to the authorization server’s document.',
  scenario: '34-mcp-discovery',
  examples: {
    bad: [`${ASKED}GET «/.well-known/oauth-authorization-server»${NOT_FOUND}`, `${ASKED}POST «/register»${NOT_FOUND}`],
    good: [
      `${ASKED}GET /.well-known/oauth-protected-resource/mcp${NOT_FOUND}`,
      // It has read the document.
      `${ASKED}GET /.well-known/oauth-protected-resource/mcp HTTP/1.1\nHost: mcp.example\n\n---\nHTTP/1.1 200 OK\n\n===\nGET /.well-known/oauth-authorization-server${NOT_FOUND}`,
      'GET /.well-known/oauth-authorization-server HTTP/1.1\nHost: mcp.example\n\n---\nHTTP/1.1 404 Not Found\n\n',
    ],
  },
  recognise(view) {
    const { request, circumstances } = view
    const { target } = request?.message.line ?? {}
    if (!target || codeOf(view) !== 404 || !GUESSES.test(target.text)) return undefined
    const named = earlierHere(view).flatMap((past) => metadataUrlsIn(past.response).map(({ value }) => hrefOf(value)))
    const asked = (past: Past) => named.includes(urlOf(past.request, circumstances)?.href)
    if (named.length === 0 || [...view.before, view].some(asked)) return undefined
    return symptomOf(3, [{ in: 'request', span: target.span }])
  },
}

const hrefOf = (url: string): string | undefined => parsed(url)?.href

/** Where clients look that were made before there was such a document. */
const GUESSES =
  /^\/(?:\.well-known\/(?:oauth-(?:authorization-server|protected-resource)|openid-configuration)|(?:authorize|register|token)(?:$|\?))/

export default diagnosis
