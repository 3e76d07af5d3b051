/** What stands in a URL is read by many. */

import { isToken68 } from '../../../protocol/http/grammar.ts'
import { lineEndOf } from '../../../protocol/http/line.ts'
import type { HttpRequest } from '../../../protocol/http/message.ts'
import type { Fix, Reading, Rule } from '../../rule.ts'
import { cannotSetFields, tokensInQuery } from '../bearer-tokens.ts'
import type { Pair } from '../bodies.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 6750 §2.3',
  title: 'A token in the URL',
  why: 'URLs end up in logs, in histories and in `Referer`, and the token with them: whoever finds it can use it. Send it in `Authorization`; OAuth 2.1 and MCP forbid the query altogether.',
  examples: {
    bad: [
      'GET /resource?«access_token=mF_9.B5f-4.1JqM» HTTP/1.1\nHost: server.example.com\n\n',
      'GET /resource?a=b&«access_token=mF_9.B5f-4.1JqM»&p=q HTTP/1.1\nHost: server.example.com\nAuthorization: Basic YTpi\n\n',
    ],
    good: [
      'GET /resource HTTP/1.1\nHost: server.example.com\nAuthorization: Bearer mF_9.B5f-4.1JqM\n\n',
      // A browser’s script can’t send fields with these two.
      'GET /hub?access_token=b HTTP/1.1\nHost: a.example\nConnection: Upgrade\nUpgrade: websocket\n\n',
      'GET /events?access_token=b HTTP/1.1\nHost: a.example\nAccept: text/event-stream\n\n',
      'GET /resource?access_token= HTTP/1.1\nHost: a.example\n\n',
    ],
  },
  check({ request }) {
    const pairs = tokensInQuery(request)
    if (!request || pairs.length === 0 || cannotSetFields(request)) return []
    // Of several nobody knows which was meant.
    const fix = pairs.length === 1 ? pairs.map((each) => moved(request, each))[0] : undefined
    return pairs.map(({ pair }) => ({ in: 'request', span: pair.span, fix }))
  },
}

/** Out of the query, into a field behind the request line; where there is none yet. */
function moved({ message, fields }: Reading<HttpRequest>, { pair, value }: Pair): Fix | undefined {
  if (!isToken68(value) || fields.some(({ name }) => name === 'authorization')) return undefined
  const { source, line } = message
  const more = source[pair.span.end] === '&'
  const start = more ? pair.span.start : pair.span.start - 1
  const rest = source.slice(more ? pair.span.end + 1 : pair.span.end, line.span.end)
  return {
    span: { start, end: line.span.end },
    insert: `${rest}${lineEndOf(source)}Authorization: Bearer ${value}`,
  }
}

export default rule
