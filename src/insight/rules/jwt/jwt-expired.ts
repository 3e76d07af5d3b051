/** A token is good until the second before `exp`. */

import type { Rule } from '../../rule.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7519 §4.1.4',
  title: 'This token has expired',
  why: 'It was good until {until}, and now it is {now}. Servers must refuse it with 401 and `invalid_token`, give or take a little for clocks that differ.',
  examples: {
    bad: [
      // {"exp":1300819380}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJleHAiOjEzMDA4MTkzODB9».AA\n\n',
    ],
    good: [
      // {"exp":1300819381}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjEzMDA4MTkzODF9.AA\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.AA\n\n',
    ],
    circumstances: { now: 1300819380_000 },
  },
  check(view) {
    const { now } = view.circumstances
    if (now === undefined) return []
    return jwtsIn(view).flatMap(({ token, jwt }) => {
      const exp = jwt.claims?.exp
      if (typeof exp !== 'number' || now < exp * 1000) return []
      const slots = { until: instant(exp * 1000), now: instant(now) }
      return [{ in: 'request', span: jwt.parts[1]?.span ?? token.span, slots }]
    })
  },
}

/** RFC 3339 to the second; the end of time where a number is beyond what dates can be. */
const instant = (ms: number): string => {
  const within = Math.max(-8.64e15, Math.min(8.64e15, ms))
  return `${new Date(within).toISOString().slice(0, -5)}Z`
}

export default rule
