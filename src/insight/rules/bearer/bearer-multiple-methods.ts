/** One token, sent in one way. */

import type { HttpRequest } from '../../../protocol/http/message.ts'
import { shownIn } from '../../reading.ts'
import type { Fix, Found, Rule } from '../../rule.ts'
import { tokensInForm, tokensInQuery } from '../bearer-tokens.ts'
import type { Pair } from '../bodies.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6750 §2',
  title: 'The token is sent in two ways',
  why: 'A client must send its token once: in `Authorization`, in a form or in the query. Which of several counts is anybody’s guess, so a server answers 400 and `invalid_request`.',
  examples: {
    bad: [
      'GET /a?«access_token=b»&c=d HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n',
      'GET /a?c=d&«access_token=e» HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n',
      'POST /a?access_token=b HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\nc=d&«access_token=b»',
    ],
    good: [
      'GET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n',
      'POST /a HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\naccess_token=b',
      // Another token, which is what the request is about.
      'POST /linked-accounts HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\nContent-Type: application/x-www-form-urlencoded\n\naccess_token=c',
      // That is the client’s password, not a token.
      'GET /a?access_token=b HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n',
    ],
  },
  check({ request }) {
    const inQuery = tokensInQuery(request)
    const inForm = tokensInForm(request)
    if (!request || inQuery.length + inForm.length === 0) return []
    const inHeader = [...shownIn(request, 'Bearer'), ...shownIn(request, 'DPoP')].flatMap(
      ({ credentials: { payload } }) => (payload.kind === 'token68' ? [payload.token68.text] : []),
    )
    const others = new Set([...inHeader, ...inQuery.map(({ value }) => value)])
    return [
      ...(inHeader.length > 0 ? inQuery : []).map((each): Found => {
        return { in: 'request', span: each.pair.span, fix: without(request.message, each) }
      }),
      ...inForm.filter(({ value }) => others.has(value)).map(({ pair }): Found => ({ in: 'request', span: pair.span })),
    ]
  },
}

/** The query without the pair, and without what parts it from the next. */
function without({ source }: HttpRequest, { pair: { span } }: Pair): Fix {
  const more = source[span.end] === '&'
  return { span: { start: more ? span.start : span.start - 1, end: more ? span.end + 1 : span.end }, insert: '' }
}

export default rule
