/** Whoever brings the code must know the verifier of the challenge that it was asked for with. */

import { sha256 } from '@noble/hashes/sha2.js'
import { base64url, octetsOf } from '../../../protocol/text/octets.ts'
import type { Rule } from '../../rule.ts'
import { pairNamed } from '../bodies.ts'
import { callOf, grants, paramOf } from '../oauth-endpoints.ts'
import { originOf } from '../oauth-flows.ts'

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const CHALLENGE = '&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256'
const BACK = 'redirect_uri=https%3A%2F%2Fapp.example%2Fcb'
const asked = (challenge: string) =>
  `GET /authorize?response_type=code&client_id=a&state=s&${BACK}${challenge} HTTP/1.1\nHost: as.example\n\n---\nHTTP/1.1 303 See Other\nLocation: https://app.example/cb?code=c1&state=s\n\n===\n`
const post = (rest: string) =>
  `POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&client_id=a&code=${rest}`
const given = (status: string) =>
  `\n---\nHTTP/1.1 ${status} OK\nCache-Control: no-store\nContent-Type: application/json\n\n{"access_token":"t","token_type":"Bearer"}`
const REFUSED = '\n---\nHTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"error":"invalid_grant"}'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7636 §4.6',
  title: 'Verifier and challenge of this code don’t belong together',
  why: 'The hash of `code_verifier` must be the `code_challenge` that the code was asked for with, else somebody else brings the code. A server answers 400 with `invalid_grant`, also where only one of the two was sent.',
  examples: {
    bad: [
      `${asked(CHALLENGE)}${post('c1&code_verifier=«aBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk»')}${REFUSED}`,
      `${asked('')}${post(`c1&code_verifier=«${VERIFIER}»`)}${given('«200»')}`,
      `${asked(CHALLENGE)}${post('«c1»')}${given('«200»')}`,
      // padded, as Base64 is
      `${asked(CHALLENGE.replace('cM&', 'cM%3D&'))}${post(`c1&code_verifier=«${VERIFIER}»`)}`,
    ],
    good: [
      `${asked(CHALLENGE)}${post(`c1&code_verifier=${VERIFIER}`)}${given('200')}`,
      `${asked(`&code_challenge=${VERIFIER}`)}${post(`c1&code_verifier=${VERIFIER}`)}${given('200')}`,
      `${asked('')}${post('c1')}${given('200')}`,
      `${asked(CHALLENGE.replace('S256', 'S512'))}${post(`c1&code_verifier=${VERIFIER}`)}${REFUSED}`,
      `${asked(CHALLENGE)}${post(`another&code_verifier=${VERIFIER.replace('d', 'e')}`)}${REFUSED}`,
    ],
  },
  check(view) {
    const call = callOf(view)
    const code = call?.endpoint === 'token' ? paramOf(call, 'code') : undefined
    if (!call || !code) return []
    const verifier = paramOf(call, 'code_verifier')
    const origin = originOf(view, code.value)
    if (!origin?.params) return verifier ? [{ needs: 'before' }] : []
    const challenge = pairNamed(origin.params, 'code_challenge')?.value
    const method = pairNamed(origin.params, 'code_challenge_method')?.value ?? 'plain'
    if (challenge === undefined && !verifier) return []
    if (verifier && challenge !== undefined && !['plain', 'S256'].includes(method)) return []
    if (verifier && challenge === transformed(verifier.value, method)) return []
    const accepted = call.response && grants(view) ? [call.response.message.line.status.span] : []
    return [
      { in: 'request', span: (verifier ?? code).raw.span },
      ...accepted.map((span) => ({ in: 'response', span }) as const),
    ]
  },
}

const transformed = (verifier: string, method: string): string =>
  method === 'S256' ? base64url(sha256(octetsOf(verifier))) : verifier

export default rule
