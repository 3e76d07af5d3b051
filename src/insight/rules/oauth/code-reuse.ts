/** A code opens once. */

import type { Rule } from '../../rule.ts'
import { callOf, callsBefore, grants, paramOf, sameServer } from '../oauth-endpoints.ts'

const post = (code: string) =>
  `POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&client_id=a&code=${code}\n---\nHTTP/1.1 `
const given = (token: string) =>
  ` OK\nCache-Control: no-store\nContent-Type: application/json\n\n{"access_token":"${token}","token_type":"Bearer"}`
const refused = (error: string) => `400 Bad Request\nContent-Type: application/json\n\n{"error":"${error}"}`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6749 §4.1.2',
  title: 'This code was exchanged before',
  why: 'A client uses a code once. Whoever brings it again may have stolen it, so the server answers `invalid_grant`, and should revoke the tokens that the code was exchanged for.',
  examples: {
    bad: [
      `${post('c1')}200${given('t1')}\n===\n${post('«c1»')}«200»${given('t2')}`,
      `${post('c1')}200${given('t1')}\n===\n${post('c2')}200${given('t2')}\n===\n${post('«c1»')}${refused('invalid_grant')}`,
    ],
    good: [
      `${post('c1')}200${given('t1')}\n===\n${post('c2')}200${given('t2')}`,
      `${post('c1')}${refused('use_dpop_nonce')}\n===\n${post('c1')}200${given('t1')}`,
      `${post('c1')}200${given('t1')}\n===\n${post('c1').replace('as.example', 'other.example')}200${given('t2')}`,
    ],
  },
  check(view) {
    const call = callOf(view)
    const code = call?.endpoint === 'token' ? paramOf(call, 'code') : undefined
    if (!call || !code) return []
    const used = callsBefore(view).some(
      (each) =>
        each.endpoint === 'token' &&
        paramOf(each, 'code')?.value === code.value &&
        sameServer(each, call) &&
        grants(each),
    )
    if (!used) return []
    const again = call.response && grants(view) ? [call.response.message.line.status.span] : []
    return [{ in: 'request', span: code.raw.span }, ...again.map((span) => ({ in: 'response', span }) as const)]
  },
}

export default rule
