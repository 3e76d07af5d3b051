/** `use_dpop_nonce` is no failure: it says how to ask again. */

import { param } from '../../protocol/auth/challenge.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf } from '../reading.ts'
import type { Found, View } from '../rule.ts'
import { jsonOf, memberOf } from '../rules/bodies.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'

const NONCE = 'DPoP-Nonce: n1\n\n'

const diagnosis: Diagnosis = {
  title: '`use_dpop_nonce`: ask again, with the nonce in the proof',
  what: 'Token and key may be fine. The server wants its own nonce in each DPoP proof and has just given one in `DPoP-Nonce`. The first request to a server always ends here: with `400` at the token endpoint, with `401` at an API.',
  client:
    'Put the value of `DPoP-Nonce` into the claim `nonce` of a new proof and repeat the request once. Keep one nonce for each server, and take the newest from every response, successes as well (RFC 9449 §8.2).',
  server:
    'Send `DPoP-Nonce` with this error, with a new nonce ahead of time in successes, and list the field in `Access-Control-Expose-Headers`, or scripts can’t read it.',
  scenario: '11-dpop',
  examples: {
    bad: [
      `GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP t\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error=«"use_dpop_nonce"»\n${NONCE}`,
      `POST /token HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&refresh_token=r\n---\nHTTP/1.1 400 Bad Request\n${NONCE}{"error":«"use_dpop_nonce"»}`,
    ],
    good: [
      `GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP t\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="invalid_dpop_proof"\n${NONCE}`,
      `GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP t\n\n---\nHTTP/1.1 200 OK\n${NONCE}`,
    ],
  },
  recognise: (view) => (codeOf(view) >= 400 ? symptomOf(3, sayingsOf(view)) : undefined),
}

function sayingsOf({ response }: View): readonly Found[] {
  const errors = challengesOf(response).flatMap((each) => param(each, 'error') ?? [])
  const said = errors.find(({ value }) => value === 'use_dpop_nonce')
  if (said) return [{ in: 'response', span: said.raw.span }]
  const member = response && jsonOf(response)?.error === 'use_dpop_nonce' ? memberOf(response, 'error') : undefined
  return member ? [{ in: 'response', span: member.span }] : []
}

export default diagnosis
