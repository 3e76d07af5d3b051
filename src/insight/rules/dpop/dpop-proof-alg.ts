/** Only a signature that anybody can check with a public key proves something here. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { urlOf } from '../origins.ts'
import { readableProofs } from '../proofs.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §4.2',
  title: '`{alg}` is no algorithm for this proof',
  why: 'A proof is signed with a private key, and the server checks it with the public one. So `alg` must be asymmetric, neither `none` nor a MAC like `HS256`, and one of those that the server names in `algs`.',
  examples: {
    bad: [
      // "alg":"HS256"
      'GET / HTTP/1.1\nHost: a.example\nDPoP: «eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkhTMjU2In0».e30.AA\n\n',
      // "alg":"None"
      'GET / HTTP/1.1\nHost: a.example\nDPoP: «eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6Ik5vbmUifQ».e30.\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="PS256 EdDSA"\n\n===\nGET / HTTP/1.1\nHost: a.example\nDPoP: «eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2In0».e30.AA\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="ES256 PS256"\n\n===\nGET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n\n',
      // Another server's list.
      'GET / HTTP/1.1\nHost: b.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="PS256"\n\n===\nGET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMzg0In0.e30.AA\n\n',
      // An algorithm that we don't know may well be one.
      'GET / HTTP/1.1\nHost: a.example\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6Ik1MLURTQS00NCJ9.e30.AA\n\n',
    ],
  },
  check: (view) =>
    readableProofs(view.request).flatMap(({ header: { alg }, inHeader }) => {
      const symmetric = typeof alg !== 'string' || /^(?:none|HS\d+)$/i.test(alg)
      const named = symmetric ? [] : algsOf(view)
      if (!symmetric && (named.length === 0 || named.includes(alg))) return []
      return [{ in: 'request', span: inHeader, slots: { alg: typeof alg === 'string' && alg !== '' ? alg : 'null' } }]
    }),
}

/** What this server named last. */
function algsOf({ request, before, circumstances }: View): readonly string[] {
  const host = urlOf(request, circumstances)?.host
  const algs = before
    .filter((each) => host !== undefined && urlOf(each.request, circumstances)?.host === host)
    .flatMap(({ response }) => challengesOf(response, 'DPoP').flatMap((each) => param(each, 'algs')?.value ?? []))
  return algs.at(-1)?.split(/[ ,]+/).filter(Boolean) ?? []
}

export default rule
