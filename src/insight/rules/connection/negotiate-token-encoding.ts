/** Behind `Negotiate` stands one token of GSS-API, in Base64. */

import type { AuthElement } from '../../../protocol/auth/challenge.ts'
import { isToken68 } from '../../../protocol/http/grammar.ts'
import { fromBase64, latin1Text } from '../../../protocol/text/octets.ts'
import { challengesOf, shownIn } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'
import { behindName } from '../bound-schemes.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 4559 §4.2',
  title: 'This is no token of Negotiate',
  why: 'Behind the name stands one token in Base64, with `+` and `/`, not in base64url, and encoded once. Decoded, it begins with the octet 60 (the first one), A1 (a further one), or with `NTLMSSP`.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate «oQowCKIGBAT7__7_»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate «WUJzR0Jpc0dBUVVGQXFBUk1BK2dEVEFMQmdrcWhraUc5eElCQWdJPQ==»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate «token="YBsGBisG"»\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate «eyJhbGciOiJIUzI1NiJ9.e30.AA»\n\n',
      // The octets in hex.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate «601b06062b0601050502a011300fa00d300b06092a864886f712010202»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate YBsGBisGAQUFAqARMA+gDTALBgkqhkiG9xIBAgI=\n\n---\nHTTP/1.1 200 OK\nWWW-Authenticate: Negotiate oQcwBaADCgEB\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate TlRMTVNTUAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate\n\n',
      // RFC 4559 §5 prints hex digits in the place of tokens.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate a87421000492aa874209af8bc028\n\n',
    ],
  },
  check: ({ request, response }) => [
    ...shownIn(request, 'Negotiate').flatMap(({ credentials }) => wrongIn(credentials, 'request')),
    ...challengesOf(response, 'Negotiate')
      .filter(({ payload }) => payload.kind === 'token68')
      .flatMap((challenge) => wrongIn(challenge, 'response')),
  ],
}

function wrongIn(element: AuthElement, side: Found['in']): readonly Found[] {
  const { payload } = element
  const span = behindName(element)
  if (payload.kind === 'bare') return []
  if (payload.kind === 'params') return [{ in: side, span }]
  const { text } = payload.token68
  // What no token68 is, the grammar's rules find.
  if (!isToken68(text) || isGss(text) || SAMPLE.test(text)) return []
  const octets = fromBase64(text)
  const meant = [text.replaceAll('-', '+').replaceAll('_', '/'), octets ? latin1Text(octets) : ''].find(isGss)
  return [{ in: side, span, fix: meant === undefined ? undefined : { span, insert: meant } }]
}

/** Hex digits that stand for any token, as examples have them; those of a real one begin with what a token does. */
const SAMPLE = /^(?!60|a1|4e544c4d)[0-9a-f]+$/

/** RFC 2743 §3.1, RFC 4178 §4.2, MS-NLMP 2.2.1. */
function isGss(text: string): boolean {
  const octets = fromBase64(text)
  return octets !== undefined && (octets[0] === 0x60 || octets[0] === 0xa1 || text.startsWith('TlRMTVNTUA'))
}

export default rule
