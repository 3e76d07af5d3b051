/** Two ways to a token that are given up: to hand over the password, and to have the token in a URL. */

import type { Rule } from '../../rule.ts'
import { callOf, paramOf } from '../oauth-endpoints.ts'

const post = (grant: string) =>
  `POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=${grant}&client_id=a`
const authorize = (type: string) =>
  `GET /authorize?response_type=${type}&client_id=a&state=b&redirect_uri=https%3A%2F%2Fapp.example%2Fcb HTTP/1.1\nHost: as.example\n\n`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9700 §2.4',
  title: '`{value}` is given up: use `code` with PKCE',
  why: 'With `grant_type=password` the client sees the password, so it must not be used any more. With `token` in `response_type` the access token stands in a URL, where others may read or replace it; that should not be used either. Send people to the authorization endpoint, and let the code travel.',
  examples: {
    bad: [
      `${post('«password»')}&username=johndoe&password=A3ddj3w`,
      authorize('«token»'),
      authorize('«id_token%20token»'),
    ],
    good: [
      post('client_credentials'),
      authorize('code'),
      authorize('id_token'),
      'POST /login HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\nmethod=password&response_type=token',
    ],
  },
  check(view) {
    const call = callOf(view)
    if (!call) return []
    const given = paramOf(call, call.endpoint === 'token' ? 'grant_type' : 'response_type')
    const old = call.endpoint === 'token' ? 'password' : 'token'
    if (!given?.value.split(' ').includes(old)) return []
    return [{ in: 'request', span: given.raw.span, slots: { value: given.value } }]
  },
}

export default rule
