/** What ties an answer to the browser that asked. */

import type { Rule } from '../../rule.ts'
import { pairNamed } from '../bodies.ts'
import { callOf, paramOf } from '../oauth-endpoints.ts'
import { answersOf, askedFor, asksOpenly } from '../oauth-flows.ts'

const asks = (rest: string) =>
  `GET /authorize?client_id=a&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&${rest} HTTP/1.1\nHost: as.example\n\n`
const PKCE = 'code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256'
const back = (location: string) => `---\nHTTP/1.1 303 See Other\nLocation: ${location}\n\n`
const CONSENT = 'POST /consent HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\nyes=1\n'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9700 §2.1',
  title: '`state` is missing, or not what was sent',
  why: 'Without PKCE, `nonce` or a one-time `state`, anybody can make a browser deliver a foreign code. A server returns `state` as it came, letter by letter, and a client refuses an answer with another one.',
  examples: {
    bad: [
      asks('response_type=«code»'),
      `${asks('response_type=code&state=af0')}${back('«https://app.example/cb?code=c1»')}`,
      `${asks(`response_type=code&state=a%2Bb&${PKCE}`)}---\nHTTP/1.1 200 OK\n\n===\n${CONSENT}${back('https://app.example/cb?code=c1&state=«a+b»')}`,
      `${asks('response_type=code&state=af0')}===\nGET /cb?code=c9&state=«zzz» HTTP/1.1\nHost: app.example\n\n`,
    ],
    good: [
      asks(`response_type=code&${PKCE}`),
      asks('response_type=code&scope=openid&nonce=n'),
      `${asks('response_type=code&state=a%2Bb')}${back('https://app.example/cb?code=c1&state=a%2Bb')}`,
      `${asks(`response_type=code&${PKCE}`)}${back('https://app.example/cb?code=c1')}`,
      `${asks('response_type=code&state=one')}===\n${asks('response_type=code&state=two')}===\nGET /cb?error=access_denied&state=one HTTP/1.1\nHost: app.example\n\n`,
      `${asks('response_type=code&state=af0')}===\nGET /coupons?code=SUMMER HTTP/1.1\nHost: app.example\n\n`,
      `GET /authorize?client_id=a&request_uri=urn%3Ax HTTP/1.1\nHost: as.example\n\n${back('https://app.example/cb?code=c1&state=b')}`,
    ],
  },
  check(view) {
    const call = callOf(view)
    const type = asksOpenly(call) ? paramOf(call, 'response_type') : undefined
    const bare = call && type && !['state', 'code_challenge', 'nonce'].some((name) => paramOf(call, name))
    const lone = view.circumstances.excerpt ? ({ needs: 'whole' } as const) : undefined
    return [
      ...(bare ? [lone ?? ({ in: 'request', span: type.raw.span } as const)] : []),
      ...answersOf(view, view.circumstances).flatMap((answer) => {
        const asked = askedFor(view, answer) ?? []
        const state = answer.param('state')
        const known = asked.some(({ params = [] }) => pairNamed(params, 'state')?.value === state?.value)
        return asked.length === 0 || known ? [] : [{ in: answer.in, span: (state?.raw ?? answer.whole).span }]
      }),
    ]
  },
}

export default rule
