/** How an authorization request is pushed, and what comes back. */

import type { Rule } from '../../rule.ts'
import { jsonOf } from '../bodies.ts'
import { callOf, paramOf, restated } from '../oauth-endpoints.ts'

const PUSH =
  'POST /as/par HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\nAuthorization: Basic YTpi\n\nresponse_type=code&client_id=a&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256'
const URI = '"request_uri":"urn:ietf:params:oauth:request_uri:bwc4JK"'
const back = (status: string, body: string) =>
  `\n---\nHTTP/1.1 ${status}\nCache-Control: no-store\nContent-Type: application/json\n\n${body}`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9126 §2.2',
  title: 'That is not how a request is pushed',
  why: 'A request is pushed by POST, without a `request_uri` of its own. The server answers 201 with `request_uri` and `expires_in`, and 405 to every other method. Clients go by that status.',
  examples: {
    bad: [
      `${PUSH}${back('«200» OK', `{${URI},"expires_in":60}`)}`,
      `${PUSH}${back('«201» Created', `{${URI}}`)}`,
      `${PUSH}&«request_uri=urn%3Aexample%3Ax»${back('400 Bad Request', '{"error":"invalid_request"}')}`,
      `«GET» /as/par?response_type=code&client_id=a HTTP/1.1\nHost: as.example\n\n${back('200 OK', `{${URI},"expires_in":60}`).slice(1)}`,
    ],
    good: [
      `${PUSH}${back('201 Created', `{${URI},"expires_in":60}`)}`,
      `${PUSH}${back('400 Bad Request', '{"error":"invalid_request"}')}`,
      `GET /as/par?response_type=code&client_id=a HTTP/1.1\nHost: as.example\n\n${back('405 Method Not Allowed', '{}').slice(1)}`,
      'GET /authorize?client_id=a&request_uri=urn%3Aexample%3Ax HTTP/1.1\nHost: as.example\n\n',
    ],
  },
  check(view) {
    const call = callOf(view)
    if (call?.endpoint !== 'par') return []
    const { request, response } = call
    const { method } = request.message.line
    const uri = call.by === 'form' ? paramOf(call, 'request_uri') : undefined
    const foreign = uri ? [{ in: 'request', span: uri.pair.span } as const] : []
    const { code, status } = response?.message.line ?? {}
    const json = jsonOf(response)
    if (!response || !status || typeof json?.request_uri !== 'string') return foreign
    if (method.text !== 'POST') return [{ in: 'request', span: method.span }]
    const wrong = code !== 201 ? [{ in: 'response', span: status.span, fix: restated(response, 201) } as const] : []
    const endless = typeof json.expires_in !== 'number' && code === 201
    const lone = view.circumstances.excerpt
      ? ({ needs: 'whole' } as const)
      : ({ in: 'response', span: status.span } as const)
    return [...foreign, ...wrong, ...(endless ? [lone] : [])]
  },
}

export default rule
