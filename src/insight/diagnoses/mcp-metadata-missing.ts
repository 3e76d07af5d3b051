/** An agent knocks at an MCP server, and the 401 doesn't lead anywhere. */

import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf } from '../reading.ts'
import type { Found, View } from '../rule.ts'
import { jsonOf } from '../rules/bodies.ts'
import { pathOf } from '../rules/password-forms.ts'
import { metadataUrlsIn } from '../rules/resource-metadata.ts'
import { codeOf, statusIn, symptomOf } from './readers/outcomes.ts'
import { showsNothing } from './readers/silence.ts'

const CALL =
  'POST /mcp HTTP/1.1\nHost: a.example\nContent-Type: application/json\n\n{"jsonrpc":"2.0","id":1,"method":"initialize"}\n---\n'

const diagnosis: Diagnosis = {
  title: 'An MCP client can’t find out where to get a token',
  what: 'This 401 carries no `resource_metadata`, the pointer from which an MCP client starts. It has to guess well-known addresses now, and many clients stop with “failed to connect”.',
  client:
    'Try `/.well-known/oauth-protected-resource` on this host, with the path of the server behind it, or configure the authorization server by hand.',
  server:
    'Answer with `WWW-Authenticate: Bearer resource_metadata="https://…/.well-known/oauth-protected-resource/mcp"`, and serve that document without a login (RFC 9728 §5.1).',
  scenario: '34-mcp-discovery',
  examples: {
    bad: [
      `${CALL}HTTP/1.1 «401» Unauthorized\nContent-Type: application/json\n\n{"error":"unauthorized"}`,
      `${CALL}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Bearer» realm="mcp"\n\n`,
    ],
    good: [
      `${CALL}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata="https://a.example/.well-known/oauth-protected-resource/mcp"\n\n`,
      // It has a token already, and that is what is wrong.
      'POST /mcp HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\nContent-Type: application/json\n\n{"jsonrpc":"2.0","id":1,"method":"initialize"}\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
      'POST /rpc HTTP/1.1\nHost: a.example\nContent-Type: application/json\n\n{"jsonrpc":"2.0","id":1,"method":"add"}\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
    ],
  },
  recognise(view) {
    if (codeOf(view) !== 401 || !showsNothing(view) || metadataUrlsIn(view.response).length > 0) return undefined
    if (!isMcp(view)) return undefined
    const places = challengesOf(view.response).map(({ scheme: { span } }): Found => ({ in: 'response', span }))
    return symptomOf(3, places.length > 0 ? places : statusIn(view))
  },
}

/** What such a session begins with; any other call counts at a path that says so. */
function isMcp({ request }: View): boolean {
  if (request?.message.line.method.text !== 'POST') return false
  const { jsonrpc, method } = jsonOf(request) ?? {}
  if (jsonrpc !== '2.0') return false
  return method === 'initialize' || method === 'tools/list' || /\/(?:mcp|sse)\/?$/.test(pathOf(request))
}

export default diagnosis
