/** Token and proof belong together by their key. */

import type { Rule } from '../../rule.ts'
import { boundTo, dpopTokensIn, keyOf, readableProofs } from '../proofs.ts'
import { jwtsIn } from '../tokens.ts'

const TOKEN =
  'eyJhbGciOiJFUzI1NiIsImtpZCI6IkJlQUxrYiJ9.eyJzdWIiOiJzb21lb25lQGV4YW1wbGUuY29tIiwiaXNzIjoiaHR0cHM6Ly9zZXJ2ZXIuZXhhbXBsZS5jb20iLCJuYmYiOjE1NjIyNjI2MTEsImV4cCI6MTU2MjI2NjIxNiwiY25mIjp7ImprdCI6IjBaY09DT1JaTll5LURXcHFxMzBqWnlKR0hUTjBkMkhnbEJWM3VpZ3VBNEkifX0.AA'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §4.3',
  title: 'This proof is by another key than the token’s',
  why: 'The token is bound to the key `{jkt}` (`cnf`), the proof is signed with `{key}`. That is what a thief’s request looks like: servers must refuse it with `invalid_token`.',
  examples: {
    bad: [
      // The key of RFC 7515 §A.3.
      `GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP ${TOKEN}\nDPoP: «eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwiY3J2IjoiUC0yNTYiLCJ4IjoiZjgzT0ozRDJ4RjFCZzh2dWI5dExlMWdITXpWNzZlOFR1czl1UEh2UlZFVSIsInkiOiJ4X0ZFelJ1OW0zNkhMTl90dWU2NTlMTnBYVzZwQ3lTdGlrWWpLSVdJNWEwIn19».e30.AA\n\n`,
    ],
    good: [
      `GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP ${TOKEN}\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n\n`,
      // What an opaque token is bound to, only introspection tells.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n\n',
    ],
  },
  check(view) {
    const shown = dpopTokensIn(view.request)
    if (shown.length === 0) return []
    const [token] = jwtsIn(view).filter((each) => shown.includes(each.token))
    const jkt = token && boundTo(token.jwt)
    if (jkt === undefined) return []
    return readableProofs(view.request).flatMap((proof) => {
      const key = keyOf(proof)
      return key === undefined || key === jkt ? [] : [{ in: 'request', span: proof.inHeader, slots: { jkt, key } }]
    })
  },
}

export default rule
