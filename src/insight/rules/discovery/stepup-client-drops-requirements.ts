/** The client passes on what the resource wants of the login. */

import type { Found, Rule } from '../../rule.ts'
import { formOf, pairNamed, queryOf } from '../bodies.ts'
import { isAuthorizationRequest, requirementsIn } from '../step-up.ts'

const CHALLENGED =
  'GET / HTTP/1.1\nHost: rs.example\nAuthorization: Bearer a\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="insufficient_user_authentication", acr_values="myACR other", max_age="5"\n\n===\n'
const authorize = (more: string) =>
  `/authorize?client_id=s6BhdRkqt3&response_type=code&scope=purchase${more} HTTP/1.1\nHost: as.example.net\n\n`

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9470 §4',
  title: 'What the resource wants is not asked for',
  why: 'The resource demanded `{name}={wanted}` of the login. An authorization request without it leads to a token like the last one, which will be refused again: copy the value.',
  examples: {
    bad: [
      `${CHALLENGED}«GET» ${authorize('&max_age=5')}`,
      `${CHALLENGED}GET ${authorize('&acr_values=myACR&max_age=«3600»')}`,
      `${CHALLENGED}GET ${authorize('&max_age=0&acr_values=«password»')}`,
    ],
    good: [
      `${CHALLENGED}GET ${authorize('&acr_values=myACR&max_age=5')}`,
      `${CHALLENGED}GET ${authorize('&acr_values=other+third&max_age=0')}`,
      // It may stand in what can't be seen here.
      `${CHALLENGED}GET /authorize?client_id=s6BhdRkqt3&response_type=code&request_uri=urn:example:1 HTTP/1.1\nHost: as.example.net\n\n`,
      `${CHALLENGED}GET ${authorize('&acr_values=myACR&max_age=5')}---\nHTTP/1.1 302 Found\n\n===\nGET ${authorize('')}`,
      `GET ${authorize('')}`,
    ],
  },
  check({ request, before }) {
    if (!request || before.length === 0 || !isAuthorizationRequest(request)) return []
    const pairs = [...queryOf(request), ...formOf(request)]
    if (['request', 'request_uri', 'claims'].some((name) => pairNamed(pairs, name))) return []
    const asked = before.findLastIndex(({ response }) => requirementsIn(response) !== undefined)
    const { acrValues, maxAge } = requirementsIn(before[asked]?.response) ?? {}
    if (before.slice(asked + 1).some((each) => isAuthorizationRequest(each.request))) return []
    const look = (name: string, wanted: string, fits: (value: string) => boolean): readonly Found[] => {
      const pair = pairNamed(pairs, name)
      if (pair && fits(pair.value)) return []
      const span = pair && pair.raw.text !== '' ? pair.raw.span : request.message.line.method.span
      return [{ in: 'request', span, slots: { name, wanted } }]
    }
    return [
      ...(acrValues
        ? look('acr_values', acrValues.join(' '), (v) => v.split(' ').some((one) => acrValues.includes(one)))
        : []),
      ...(maxAge === undefined ? [] : look('max_age', String(maxAge), (v) => Number(v) <= maxAge)),
    ]
  },
}

export default rule
