/** The new token is no better than the one before. */

import type { Found, Rule } from '../../rule.ts'
import { urlOf } from '../origins.ts'
import { requirementsIn } from '../step-up.ts'
import { jwtsIn } from '../tokens.ts'

// {"iat":1646340200,"acr":"pwd","auth_time":1646340100}
const OLD = 'eyJhbGciOiJFUzI1NiJ9.eyJpYXQiOjE2NDYzNDAyMDAsImFjciI6InB3ZCIsImF1dGhfdGltZSI6MTY0NjM0MDEwMH0.AA'
const CHALLENGED = `GET /pay HTTP/1.1\nHost: rs.example\nAuthorization: Bearer ${OLD}\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="insufficient_user_authentication", acr_values="myACR", max_age="300"\n\n===\n`
const REFUSED = '---\nHTTP/1.1 401 Unauthorized\n\n'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9470 §5',
  title: 'The new token doesn’t meet `{name}` either',
  why: 'The resource demanded `{name}={wanted}`, and this token of a later login says `{got}`. An authorization server should rather fail with `unmet_authentication_requirements` than issue a token that is refused again.',
  examples: {
    bad: [
      // {"iat":1646340300,"acr":"pwd","auth_time":1646340290}
      `${CHALLENGED}GET /pay HTTP/1.1\nHost: rs.example\nAuthorization: Bearer eyJhbGciOiJFUzI1NiJ9.«eyJpYXQiOjE2NDYzNDAzMDAsImFjciI6InB3ZCIsImF1dGhfdGltZSI6MTY0NjM0MDI5MH0».AA\n\n${REFUSED}`,
      // {"iat":1646340300,"acr":"myACR","auth_time":1646336700}
      `${CHALLENGED}GET /pay HTTP/1.1\nHost: rs.example\nAuthorization: DPoP eyJhbGciOiJFUzI1NiJ9.«eyJpYXQiOjE2NDYzNDAzMDAsImFjciI6Im15QUNSIiwiYXV0aF90aW1lIjoxNjQ2MzM2NzAwfQ».AA\n\n`,
    ],
    good: [
      // {"iat":1646340300,"acr":"myACR","auth_time":1646340290}
      `${CHALLENGED}GET /pay HTTP/1.1\nHost: rs.example\nAuthorization: Bearer eyJhbGciOiJFUzI1NiJ9.eyJpYXQiOjE2NDYzNDAzMDAsImFjciI6Im15QUNSIiwiYXV0aF90aW1lIjoxNjQ2MzQwMjkwfQ.AA\n\n`,
      // The same token once more: nobody has logged in yet.
      `${CHALLENGED}GET /pay HTTP/1.1\nHost: rs.example\nAuthorization: Bearer ${OLD}\n\n${REFUSED}`,
      // Another resource of the same server, which is content with less.
      `${CHALLENGED}GET /balance HTTP/1.1\nHost: rs.example\nAuthorization: Bearer eyJhbGciOiJFUzI1NiJ9.eyJpYXQiOjE2NDYzNDAzMDAsImFjciI6InB3ZCJ9.AA\n\n`,
    ],
  },
  check(view) {
    const { request, response, before, circumstances } = view
    const jwts = jwtsIn(view)
    const code = response?.message.line.code ?? 401
    if (jwts.length === 0 || before.length === 0 || code < 400) return []
    const here = urlOf(request, circumstances)
    const challenged = before.findLast((past) => {
      const there = requirementsIn(past.response) ? urlOf(past.request, circumstances) : undefined
      return there !== undefined && there.host === here?.host && there.pathname === here.pathname
    })
    const { acrValues, maxAge } = requirementsIn(challenged?.response) ?? {}
    const old = challenged ? jwtsIn({ ...view, ...challenged }).map(({ token }) => token.text) : []
    return jwts.flatMap(({ token, jwt }): readonly Found[] => {
      const { acr, auth_time: then, iat } = jwt.claims ?? {}
      if (old.includes(token.text)) return []
      const found = (name: string, wanted: string, got: string): Found => {
        return { in: 'request', span: jwt.parts[1]?.span ?? token.span, slots: { name, wanted, got } }
      }
      if (acrValues && typeof acr === 'string' && !acrValues.includes(acr))
        return [found('acr_values', acrValues.join(' '), `acr=${acr}`)]
      const late = maxAge !== undefined && typeof then === 'number' && typeof iat === 'number' && iat - then > maxAge
      return late ? [found('max_age', String(maxAge), `auth_time=${then}, iat=${iat}`)] : []
    })
  },
}

export default rule
