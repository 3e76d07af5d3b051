/** A GNAP token is bound to a key, and each request proves that the client has it. */

import type { Token } from '../../../protocol/text/span.ts'
import { shownIn } from '../../reading.ts'
import type { Found, Lack, Reading, Rule, View } from '../../rule.ts'
import { mediaTypeOf } from '../bodies.ts'
import { earlierHere } from '../earlier.ts'
import { type Granted, grantedIn } from '../gnap-tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9635 §7.2',
  title: 'This token comes without a proof of its key',
  why: 'A GNAP token is bound to the client’s key, unless its server flagged it `bearer`; a request with it goes with the scheme `GNAP`, and is signed with that key. Only flagged tokens go with `Bearer`, on their own: then whoever steals one can use it.',
  examples: {
    bad: [
      // The token was granted to a key that signs requests.
      'POST /tx HTTP/1.1\nHost: as.example\nContent-Type: application/json\n\n{"access_token":{"access":["read"]},"client":{"key":{"proof":"httpsig","jwk":{"kid":"a"}}}}\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token":{"value":"OS9M2PMHKUR64TB8","access":["read"]}}\n===\nGET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP «OS9M2PMHKUR64TB8»\n\n',
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token":[{"value":"OS9M2PMHKUR64TB8"}]}\n===\nGET / HTTP/1.1\nHost: rs.example\nAuthorization: Bearer «OS9M2PMHKUR64TB8»\n\n',
      // It was signed before.
      'GET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP OS9M2PMHKUR64TB8\nSignature-Input: sig1=("@method" "@target-uri" "authorization");created=1618884473;tag="gnap"\nSignature: sig1=:AA==:\n\n===\nGET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP «OS9M2PMHKUR64TB8»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP OS9M2PMHKUR64TB8\nSignature-Input: sig1=("@method" "@target-uri" "authorization");created=1618884473;tag="gnap"\nSignature: sig1=:AA==:\n\n',
      'GET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP OS9M2PMHKUR64TB8\nSignature-Input: sig1=("@method" "@target-uri" "authorization");created=1618884473;tag="gnap"\nSignature: sig1=:AA==:\n\n===\nGET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP OS9M2PMHKUR64TB8\nDetached-JWS: eyJ.eyJ.AA\n\n',
      'GET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP OS9M2PMHKUR64TB8\nSignature-Input: sig1=("@method" "@target-uri" "authorization");created=1618884473;tag="gnap"\nSignature: sig1=:AA==:\n\n===\nPOST / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP OS9M2PMHKUR64TB8\nContent-Type: application/jose\n\neyJ.eyJ.AA',
      'POST /tx HTTP/1.1\nHost: as.example\nContent-Type: application/json\n\n{"client":{"key":{"proof":"httpsig","jwk":{"kid":"a"}}}}\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token":{"value":"OS9M2PMHKUR64TB8"}}\n===\nGET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP OS9M2PMHKUR64TB8\nClient-Cert: :MIIE:\n\n',
      // A client's certificate proves its key, and no message shows it.
      'GET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP OS9M2PMHKUR64TB8\n\n',
      'POST /tx HTTP/1.1\nHost: as.example\nContent-Type: application/json\n\n{"client":{"key":{"proof":"mtls","cert":"MIIE"}}}\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token":{"value":"OS9M2PMHKUR64TB8"}}\n===\nGET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP OS9M2PMHKUR64TB8\n\n',
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token":{"value":"OS9M2PMHKUR64TB8","flags":["bearer"]}}\n===\nGET / HTTP/1.1\nHost: rs.example\nAuthorization: Bearer OS9M2PMHKUR64TB8\n\n',
      // OAuth's tokens are none of GNAP's.
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token":"OS9M2PMHKUR64TB8","token_type":"Bearer"}\n===\nGET / HTTP/1.1\nHost: rs.example\nAuthorization: Bearer OS9M2PMHKUR64TB8\n\n',
    ],
  },
  check(view) {
    const { request, before } = view
    if (!request) return []
    const bearers = before.length > 0 ? tokensOf(request, 'Bearer') : []
    const [bound] = tokensOf(request, 'GNAP')
    if (bearers.length === 0 && !bound) return []
    const granted = new Map(grantedIn(before).map((each) => [each.value, each]))
    return [
      ...bearers.filter(({ text }) => granted.get(text)?.bearer === false).map(at),
      ...(bound && !proves(request) ? judged(bound, granted.get(bound.text), view) : []),
    ]
  },
}

const at = ({ span }: Token): Found => ({ in: 'request', span })

/** A certificate proves the key as well, and no message shows it: somebody must have said how it is to be proved. */
function judged(token: Token, grant: Granted | undefined, view: View): readonly (Found | Lack)[] {
  const { certificate, excerpt } = view.circumstances
  if (certificate !== undefined || grant?.proof === 'mtls' || grant?.bearer) return []
  if (grant?.proof === undefined && !provedBefore(view, token)) return [{ needs: 'before' }]
  return excerpt ? [{ needs: 'whole' }] : [at(token)]
}

const tokensOf = (request: Reading, scheme: string): readonly Token[] =>
  shownIn(request, scheme).flatMap(({ credentials: { payload } }) =>
    payload.kind === 'token68' ? [payload.token68] : [],
  )

/** A signature of some kind, or a certificate (RFC 9635 §7.3.2); whether it is right is another question. */
const proves = (request: Reading): boolean =>
  request.fields.some(({ name }) => ['signature-input', 'detached-jws', 'client-cert'].includes(name)) ||
  mediaTypeOf(request) === 'application/jose'

/** A token stays with one way to prove its key. */
const provedBefore = (view: View, { text }: Token): boolean =>
  earlierHere(view).some(
    ({ request }) => request && proves(request) && tokensOf(request, 'GNAP').some((each) => each.text === text),
  )

export default rule
