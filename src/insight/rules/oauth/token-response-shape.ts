/** What a token response consists of. */

import type { Span } from '../../../protocol/text/span.ts'
import { firstValue } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'
import { jsonOf, mediaTypeOf, memberOf } from '../bodies.ts'
import { callOf, paramOf } from '../oauth-endpoints.ts'

/** Grants whose answer RFC 6749 §5.1 describes; others have answers of their own. */
const GRANTS =
  /^(?:authorization_code|refresh_token|client_credentials|password|urn:ietf:params:oauth:grant-type:(?:device_code|jwt-bearer|saml2-bearer|token-exchange))$/

const TOKEN =
  'POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials\n---\n'
const OK = 'Cache-Control: no-store\nContent-Type: application/json\n\n'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6749 §5.1',
  title: '`{name}` is missing from the token response, or wrong',
  why: 'A token response is JSON, labelled `application/json`, with `access_token` and `token_type` as strings and `expires_in` as a number. Clients refuse a response without them, or never learn how to use the token and for how long.',
  examples: {
    bad: [
      `${TOKEN}HTTP/1.1 «200» OK\n${OK}{"access_token":"a","expires_in":600}`,
      `${TOKEN}HTTP/1.1 200 OK\n${OK}{"access_token":"a","token_type":"Bearer","expires_in":«"600"»}`,
      `${TOKEN}HTTP/1.1 200 OK\nCache-Control: no-store\nContent-Type: «application/x-www-form-urlencoded»\n\naccess_token=a&token_type=bearer`,
      `${TOKEN}HTTP/1.1 200 OK\nCache-Control: no-store\nContent-Type: «text/plain; charset=utf-8»\n\n{"access_token":"a","token_type":"Bearer"}`,
      `${TOKEN}HTTP/1.1 «200» OK\n${OK}{"token":"a","token_type":"Bearer"}`,
    ],
    good: [
      `${TOKEN}HTTP/1.1 200 OK\n${OK}{"access_token":"a","token_type":"DPoP","expires_in":600}`,
      `${TOKEN}HTTP/1.1 200 OK\nCache-Control: no-store\nContent-Type: application/json;charset=UTF-8\n\n{"access_token":"a","token_type":"Bearer"}`,
      `${TOKEN}HTTP/1.1 200 OK\nContent-Type: text/html\n\n<h1>Down for maintenance</h1>`,
      `${TOKEN}HTTP/1.1 400 Bad Request\n${OK}{"error":"invalid_scope"}`,
      `${TOKEN.replace('client_credentials', 'urn:ietf:params:oauth:grant-type:uma-ticket&response_mode=decision')}HTTP/1.1 200 OK\n${OK}{"result":true}`,
    ],
  },
  check(view) {
    const call = callOf(view)
    if (call?.endpoint !== 'token' || call.response?.message.line.code !== 200) return []
    const { response } = call
    if (!GRANTS.test(paramOf(call, 'grant_type')?.value ?? '')) return []
    const found = (name: string, span: Span, insert?: string): Found => {
      return { in: 'response', span, slots: { name }, fix: insert === undefined ? undefined : { span, insert } }
    }
    const json = jsonOf(response)
    const type = firstValue(response, 'content-type')
    const wrong = type && type.text !== '' && mediaTypeOf(response) !== 'application/json' ? type : undefined
    if (!json)
      return wrong && /(?:^|&)access_token=/.test(response.message.body.text) ? [found('Content-Type', wrong.span)] : []
    if ('error' in json) return []
    const { status } = response.message.line
    const missing = ['access_token', 'token_type'].filter((name) => typeof json[name] !== 'string')
    const expires =
      json.expires_in === undefined || typeof json.expires_in === 'number'
        ? undefined
        : memberOf(response, 'expires_in')
    return [
      ...missing.map((name) => (view.circumstances.excerpt ? ({ needs: 'whole' } as const) : found(name, status.span))),
      ...(expires ? [found('expires_in', expires.span, /^"(\d+)"$/.exec(expires.text)?.[1])] : []),
      ...(wrong ? [found('Content-Type', wrong.span, 'application/json')] : []),
    ]
  },
}

export default rule
