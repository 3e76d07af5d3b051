/** A request shows one set of credentials to a server, not several to choose from. */

import { parseChallenges } from '../../../protocol/auth/parse-challenges.ts'
import type { Span } from '../../../protocol/text/span.ts'
import { linesOf, type Shown, shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.6.2',
  title: 'Credentials are sent once',
  why: '`Authorization` is no list: with two of them, proxy and server may each believe another one. Servers answer 400.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n«Authorization»: Bearer abc\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer abc, «Basic» YTpi\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nProxy-Authorization: Basic YTpi\nAuthorization: Bearer abc\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer abc, def\n\n',
    ],
  },
  check({ request }) {
    const repeated = ['authorization', 'proxy-authorization'].flatMap((name) => linesOf(request, name).slice(1))
    const spans = [...repeated.map(({ field }) => field.name.span), ...shownIn(request).flatMap(joined)]
    return spans.map((span) => ({ in: 'request', span }))
  },
}

/** Read as the list that it is not, a line may hold credentials of a second scheme. */
function joined({ field: { value } }: Shown): readonly Span[] {
  if (!value.text.includes(',')) return []
  const [, ...others] = parseChallenges(value).value
  return others.filter(({ payload }) => payload.kind !== 'bare').map(({ scheme }) => scheme.span)
}

export default rule
