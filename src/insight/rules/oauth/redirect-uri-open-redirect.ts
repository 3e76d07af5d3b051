/** Where a redirection URI is not known to be the client's, nobody may be sent there. */

import type { Rule, View } from '../../rule.ts'
import { jsonOf, pairNamed } from '../bodies.ts'
import { sameRedirectUri } from '../native-clients.ts'
import { callOf, paramOf } from '../oauth-endpoints.ts'
import { answersOf, askedIn, placeOf } from '../oauth-flows.ts'
import { parsed } from '../origins.ts'

/** Errors that say so themselves, the registered and what servers invent. */
const ITSELF = /^(?:invalid_client|unknown_client|invalid_redirect_uri|redirect_uri_mismatch)$/
/** As servers describe it: `The redirect_uri is not registered`, `Invalid redirect URI`. */
const DESCRIBED =
  /redirect(?:ion)?[_ ]ur[il] (?:is |does )?(?:not|invalid|mismatch|unknown|unregistered)|(?:invalid|mismatching|unknown|unregistered) redirect(?:ion)?[_ ]ur[il]/i

const asks = (uri: string) =>
  `GET /authorize?response_type=code&client_id=a&state=s&redirect_uri=${uri} HTTP/1.1\nHost: as.example\n\n`
const REGISTERED =
  'POST /register HTTP/1.1\nHost: as.example\nContent-Type: application/json\n\n{"redirect_uris":["https://app.example/cb"]}\n---\nHTTP/1.1 201 Created\nContent-Type: application/json\n\n{"client_id":"a","redirect_uris":["https://app.example/cb","http://127.0.0.1/cb"]}\n===\n'
const back = (location: string) => `---\nHTTP/1.1 302 Found\nLocation: ${location}\n\n`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6749 §4.1.2.1',
  title: 'Redirected to a URI that isn’t this client’s',
  why: 'If the client is unknown, or `redirect_uri` is not exactly one that it registered, the server shows an error page and never redirects. Otherwise it sends people, and in the end codes, to whatever address an attacker writes into a link.',
  examples: {
    bad: [
      `${asks('https%3A%2F%2Fevil.example%2F')}${back('«https://evil.example/?error=invalid_request&error_description=The+redirect_uri+is+not+registered&state=s»')}`,
      `${asks('https%3A%2F%2Fevil.example%2F')}${back('«https://evil.example/?error=invalid_client&state=s»')}`,
      `${REGISTERED}${asks('https%3A%2F%2Fapp.example%2Fcb%2F..%2Fopen')}${back('«https://app.example/cb/../open?code=c&state=s»')}`,
    ],
    good: [
      `${asks('https%3A%2F%2Fevil.example%2F')}---\nHTTP/1.1 400 Bad Request\nContent-Type: text/html\n\n<h1>redirect_uri is not registered</h1>`,
      `${asks('https%3A%2F%2Fapp.example%2Fcb')}${back('https://app.example/cb?error=invalid_scope&state=s')}`,
      `${REGISTERED}${asks('https%3A%2F%2Fapp.example%2Fcb')}${back('https://app.example/cb?code=c&state=s')}`,
      `${REGISTERED}${asks('https%3A%2F%2Fother.example%2F').replace('client_id=a', 'client_id=b')}${back('https://other.example/?code=c&state=s')}`,
      `${REGISTERED}${asks('http%3A%2F%2F127.0.0.1%3A51004%2Fcb')}${back('http://127.0.0.1:51004/cb?code=c&state=s')}`,
      `${asks('https%3A%2F%2Fevil.example%2F')}${back('https://as.example/error?error=invalid_client')}`,
      `${REGISTERED}POST /par HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\nAuthorization: Basic YTpi\n\nresponse_type=code&client_id=a&redirect_uri=https%3A%2F%2Fapp.example%2Fnew\n---\nHTTP/1.1 201 Created\n\n{"request_uri":"urn:example:x","expires_in":60}\n===\nGET /authorize?client_id=a&request_uri=urn%3Aexample%3Ax HTTP/1.1\nHost: as.example\n\n${back('https://app.example/new?code=c')}`,
    ],
  },
  check(view) {
    if (callOf(view)?.endpoint !== 'authorization') return []
    const [answer] = answersOf(view, view.circumstances).filter((each) => each.in === 'response')
    const { call, params } = askedIn(view).at(-1) ?? {}
    const uri = params && pairNamed(params, 'redirect_uri')?.value
    const asked = parsed(uri ?? '')
    if (!answer || !params || !uri || !asked || placeOf(asked) !== answer.to) return []
    const error = answer.param('error')?.value ?? ''
    const saysSo = ITSELF.test(error) || DESCRIBED.test(answer.param('error_description')?.value ?? '')
    // A client that pushes its request, and proves who it is, may name a new one each time (RFC 9126 §2.4).
    const pushed = call && paramOf(call, 'request_uri')
    const known = pushed ? undefined : registeredIn(view, pairNamed(params, 'client_id')?.value)
    if (!saysSo && (!known || known.some((each) => sameRedirectUri(uri, each)))) return []
    return [{ in: 'response', span: answer.whole.span }]
  },
}

/** What the client registered (RFC 7591 §3.2.1), or what stands in the document that is its name. */
function registeredIn({ before }: View, client: string | undefined): readonly string[] | undefined {
  const json = before
    .map(({ response }) => jsonOf(response))
    .findLast((each) => each?.client_id === client && Array.isArray(each?.redirect_uris))
  const uris = json?.redirect_uris
  return Array.isArray(uris) ? uris.map(String) : undefined
}

export default rule
