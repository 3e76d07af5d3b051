/** The answer says which server it is from, and that must be the one that was asked. */

import type { Found, Lack, Rule } from '../../rule.ts'
import { jsonOf, pairNamed } from '../bodies.ts'
import { callsBefore } from '../oauth-endpoints.ts'
import { answersOf, askedFor, placeOf } from '../oauth-flows.ts'
import { parsed, urlOf } from '../origins.ts'

const METADATA = (more: string) =>
  `GET /.well-known/oauth-authorization-server HTTP/1.1\nHost: as.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"issuer":"https://as.example","authorization_endpoint":"https://as.example/authorize"${more}}\n===\n`
const SAYS = ',"authorization_response_iss_parameter_supported":true'
const ASKS =
  'GET /authorize?response_type=code&client_id=a&state=s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb HTTP/1.1\nHost: as.example\n\n'
const back = (location: string) => `${ASKS}---\nHTTP/1.1 303 See Other\nLocation: ${location}\n\n`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9207 §2.4',
  title: 'This answer is not from the server that was asked',
  why: 'A client compares `iss` with the `issuer` of the server that it asked, letter by letter, and refuses the answer if it differs. It also does where `iss` is missing although the metadata announce it. Else a hostile server gets hold of codes that others issue.',
  examples: {
    bad: [
      `${METADATA(SAYS)}${back('https://app.example/cb?code=c&state=s&iss=«https%3A%2F%2Fevil.example»')}`,
      `${METADATA('')}${ASKS}===\nGET /cb?code=c&state=s&iss=«https%3A%2F%2Fas.example%2F» HTTP/1.1\nHost: app.example\n\n`,
      `${METADATA(SAYS)}${back('«https://app.example/cb?error=access_denied&state=s»')}`,
    ],
    good: [
      `${METADATA(SAYS)}${back('https://app.example/cb?code=c&state=s&iss=https%3A%2F%2Fas.example')}`,
      `${METADATA(SAYS)}${METADATA(SAYS).replaceAll('as.example', 'other.example')}${ASKS}===\n${ASKS.replace('state=s', 'state=t').replace('as.example', 'other.example')}===\nGET /cb?code=c&state=s&iss=https%3A%2F%2Fas.example HTTP/1.1\nHost: app.example\n\n`,
      `${METADATA('')}${back('https://app.example/cb?code=c&state=s')}`,
      `${METADATA(SAYS)}${back('https://app.example/cb#code=c&id_token=e30.e30.AA&state=s')}`,
      back('https://app.example/cb?code=c&state=s&iss=https%3A%2F%2Fother.example'),
      `${METADATA(SAYS).replaceAll('as.example', 'other.example')}${back('https://app.example/cb?code=c&state=s')}`,
    ],
  },
  check(view) {
    return answersOf(view, view.circumstances).flatMap((answer): readonly (Found | Lack)[] => {
      const state = answer.param('state')?.value
      const asked = askedFor(view, answer)?.findLast(
        ({ params = [] }) => state === undefined || pairNamed(params, 'state')?.value === state,
      )
      const url = asked && urlOf(asked.call.request, view.circumstances)
      if (!url) return []
      const iss = answer.param('iss')
      const known = callsBefore(view)
        .filter(({ endpoint }) => endpoint === 'metadata')
        .map(({ response }) => jsonOf(response))
        .findLast((each) => {
          const endpoint = parsed(String(each?.authorization_endpoint))
          return endpoint && placeOf(endpoint) === placeOf(url)
        })
      if (!known) return iss ? [{ needs: 'before' }] : []
      if (iss) return iss.value === known.issuer ? [] : [{ in: answer.in, span: iss.raw.span }]
      if (known.authorization_response_iss_parameter_supported !== true || answer.param('id_token')) return []
      return [{ in: answer.in, span: answer.whole.span }]
    })
  },
}

export default rule
