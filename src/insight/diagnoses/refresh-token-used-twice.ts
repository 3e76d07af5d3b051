/** Two requests meet a 401, both refresh, and the second one ends the session. */

import type { Diagnosis } from '../diagnosis.ts'
import type { Found, View } from '../rule.ts'
import { jsonOf, memberOf } from '../rules/bodies.ts'
import { type Call, callOf, callsBefore, errorOf, grants, paramOf, sameServer } from '../rules/oauth-endpoints.ts'
import { symptomOf } from './readers/outcomes.ts'

const REFRESH = (token: string) =>
  `POST /token HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&refresh_token=${token}&client_id=c\n---\n`
const GRANTED = 'HTTP/1.1 200 OK\n\n{"access_token":"t","refresh_token":"r2"}\n===\n'
const REFUSED = 'HTTP/1.1 400 Bad Request\n\n{"error":"invalid_grant"}'

const diagnosis: Diagnosis = {
  title: 'A refresh token was used twice, and the session is over',
  what: 'Each refresh replaces the refresh token. When two requests run into a 401 at once, or two tabs do, both refresh with the same one: the second looks like a thief, and the server revokes the newest token as well.',
  client:
    'Let one refresh run at a time: keep its promise, let all others wait for it, and take a lock such as `navigator.locks` across tabs. After `invalid_grant`, log in anew.',
  server:
    'If honest clients trip over it, grant the same successor again within a few seconds. Do keep refusing after that (RFC 9700 §4.14.2).',
  scenario: '31-refresh-and-reuse',
  examples: {
    bad: [
      `${REFRESH('r1')}${GRANTED}${REFRESH('«r1»')}${REFUSED}`,
      // Its successor went with it.
      `${REFRESH('r1')}${GRANTED}${REFRESH('r1')}${REFUSED}\n===\n${REFRESH('«r2»')}${REFUSED}`,
      `${REFRESH('«r1»')}HTTP/1.1 400 Bad Request\n\n{"error":"invalid_grant","error_description":«"Refresh token already used"»}`,
    ],
    good: [
      `${REFRESH('r1')}${GRANTED}${REFRESH('r2')}${REFUSED}`,
      `${REFRESH('r1')}${REFUSED}`,
      // Another user's.
      `${REFRESH('r1')}${GRANTED}${REFRESH('r3')}${REFUSED}`,
    ],
  },
  recognise(view) {
    const call = callOf(view)
    const token = call?.endpoint === 'token' ? paramOf(call, 'refresh_token') : undefined
    if (!call || !token || errorOf(view) !== 'invalid_grant') return undefined
    const place: Found = { in: 'request', span: token.raw.span }
    if (isSpent(view, call, token.value)) return symptomOf(3, [place])
    const said = String(jsonOf(call.response)?.error_description ?? '')
    const words = SAYS_SO.test(said) && call.response ? memberOf(call.response, 'error_description') : undefined
    return words ? symptomOf(3, [place, { in: 'response', span: words.span }]) : undefined
  },
}

const SAYS_SO = /\b(?:re-?used?|(?:already|previously) (?:been )?used|used (?:before|already)|rotated)\b/i

/** It was exchanged before, or it is the successor of one that was used twice. */
function isSpent({ before, circumstances }: View, present: Call, token: string): boolean {
  const exchanged = new Map<string, unknown>()
  for (const call of callsBefore({ before, circumstances })) {
    const used = call.endpoint === 'token' ? paramOf(call, 'refresh_token')?.value : undefined
    if (used === undefined || !sameServer(call, present)) continue
    if (grants(call)) exchanged.set(used, jsonOf(call.response)?.refresh_token)
    else if (exchanged.get(used) === token) return true
  }
  return exchanged.has(token)
}

export default diagnosis
