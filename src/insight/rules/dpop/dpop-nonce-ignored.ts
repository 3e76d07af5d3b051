/** A client uses the nonce that it was given. */

import { param } from '../../../protocol/auth/challenge.ts'
import type { HttpRequest } from '../../../protocol/http/message.ts'
import { challengesOf, linesOf } from '../../reading.ts'
import type { Past, Reading, Rule, View } from '../../rule.ts'
import { jsonOf } from '../bodies.ts'
import { urlOf } from '../origins.ts'
import { dpopTokensIn, keyOf, type Proof, readableProofs } from '../proofs.ts'

// {"jti":"a","htm":"GET","htu":"https://a.example/","iat":1562262618}
const FIRST =
  'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJhIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyNjE4fQ'
// {"jti":"b","htm":"GET","htu":"https://a.example/","iat":1562262618}
const WITHOUT =
  'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJiIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyNjE4fQ'
// {…,"nonce":"n1"}
const WITH =
  'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJiIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyNjE4LCJub25jZSI6Im4xIn0'
const get = (proof: string) => `GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP t\nDPoP: ${proof}\n\n`
const given = (nonce: string) => `---\nHTTP/1.1 200 OK\nDPoP-Nonce: ${nonce}\n\n===\n`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §8.2',
  title: 'The server’s nonce is not in this proof',
  why: 'This server gave the nonce `{nonce}`, and each proof for it must carry the newest as `nonce`, until it gives another. Nonces of other servers are of no use here: keep one for each.',
  examples: {
    bad: [
      `${get(`${FIRST}.AA`)}${given('n1')}GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP t\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiJiIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyNjE4fQ».AA\n\n`,
      // {…,"nonce":"n1"}, which was another server's
      `GET / HTTP/1.1\nHost: b.example\nAuthorization: DPoP t\n\n${given('n1')}${get(`${FIRST}.AA`)}${given('n2')}GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP t\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiJiIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyNjE4LCJub25jZSI6Im4xIn0».AA\n\n`,
      // An older one, which the server doesn't take any more.
      `${get(`${FIRST}.AA`)}${given('n1')}${get(`${FIRST}.AA`)}${given('n2')}GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP t\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.«eyJqdGkiOiJiIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9hLmV4YW1wbGUvIiwiaWF0IjoxNTYyMjYyNjE4LCJub25jZSI6Im4xIn0».AA\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="use_dpop_nonce"\nDPoP-Nonce: n2\n\n`,
    ],
    good: [
      `${get(`${FIRST}.AA`)}${given('n1')}${get(`${WITH}.AA`)}`,
      // Sent before the answer with the new nonce had come: servers take recent ones.
      `${get(`${FIRST}.AA`)}${given('n1')}${get(`${FIRST}.AA`)}${given('n2')}${get(`${WITH}.AA`)}`,
      `GET / HTTP/1.1\nHost: b.example\nAuthorization: DPoP t\n\n${given('n1')}${get(`${WITHOUT}.AA`)}`,
      // The authorization server's nonce; the resource server on the same host asked for none.
      `POST /token HTTP/1.1\nHost: a.example\nDPoP: ${FIRST}.AA\n\n${given('n1')}${get(`${WITHOUT}.AA`)}`,
      // Another client.
      `GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP t\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6Ik9LUCIsImNydiI6IkVkMjU1MTkiLCJ4IjoiQUEifX0.e30.AA\n\n${given('n1')}${get(`${WITHOUT}.AA`)}`,
    ],
  },
  check(view) {
    const { request, before } = view
    const proofs = readableProofs(request)
    if (!request || proofs.length === 0 || before.length === 0) return []
    return proofs.flatMap((proof) => {
      const [ours, theirs] = split(before, (past) => isSameParty(past, request, proof, view))
      const newest = ours.flatMap(noncesOf).at(-1)
      const { nonce } = proof.claims
      if (newest === undefined || nonce === newest) return []
      const known = ours.some((past) => noncesOf(past).includes(String(nonce)))
      const foreign = !known && theirs.some((past) => noncesOf(past).includes(String(nonce)))
      if (typeof nonce === 'string' && !foreign && !(known && asksForNonce(view))) return []
      return [{ in: 'request', span: proof.inClaims, slots: { nonce: newest } }]
    })
  },
}

const noncesOf = ({ response }: Past): readonly string[] =>
  linesOf(response, 'dpop-nonce').flatMap(({ field: { value } }) => (value.text === '' ? [] : value.text))

const asksForNonce = ({ response }: Past): boolean =>
  challengesOf(response).some((each) => param(each, 'error')?.value === 'use_dpop_nonce') ||
  jsonOf(response)?.error === 'use_dpop_nonce'

/** The same server in the same part, as resource or as authorization server, and no other client (RFC 9449 §9). */
function isSameParty(past: Past, request: Reading<HttpRequest>, proof: Proof, { circumstances }: View): boolean {
  const origin = urlOf(request, circumstances)?.origin
  if (origin === undefined || urlOf(past.request, circumstances)?.origin !== origin) return false
  if (dpopTokensIn(past.request).length > 0 !== dpopTokensIn(request).length > 0) return false
  return readableProofs(past.request).every((other) => keyOf(other) === keyOf(proof))
}

function split<T>(all: readonly T[], belongs: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))]
}

export default rule
