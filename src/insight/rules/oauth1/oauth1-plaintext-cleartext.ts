/** With PLAINTEXT the secrets themselves are sent, and where credentials are given out, the answer holds some. */

import { param } from '../../../protocol/auth/challenge.ts'
import type { Found, Lack, Rule } from '../../rule.ts'
import { decodedIn, signedIn } from '../oauth1.ts'
import { isLoopback, urlOf } from '../origins.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 5849 §3.4.4',
  title: 'Secrets of OAuth 1.0 over plain http',
  why: 'With `PLAINTEXT` the signature is the secrets themselves, and requests with `oauth_callback` or `oauth_verifier` are answered with new ones. Whoever listens has them, so both need https.',
  examples: {
    bad: [
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key="a", «oauth_signature_method="PLAINTEXT"», oauth_signature="b%26"\n\n',
      {
        text: 'POST /initiate HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key="a", oauth_signature_method="HMAC-SHA1", oauth_timestamp="1", oauth_nonce="n", «oauth_callback="oob"», oauth_signature="b%3D"\n\n',
        circumstances: { transport: 'http' },
      },
    ],
    good: [
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key="a", oauth_signature_method="PLAINTEXT", oauth_signature="b%26"\n\n',
        circumstances: { transport: 'https' },
      },
      // RFC 5849 §1.2: what is signed may go over http.
      'GET http://photos.example.net/photos?file=vacation.jpg&size=original HTTP/1.1\nHost: photos.example.net\nAuthorization: OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_token="nnch734d00sl2jdk", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131202", oauth_nonce="chapoH", oauth_signature="MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D"\n\n',
      // Nobody listens on the way from here to here.
      'GET http://localhost:8080/ HTTP/1.1\nHost: localhost:8080\nAuthorization: OAuth oauth_consumer_key="a", oauth_signature_method="PLAINTEXT", oauth_signature="b%26"\n\n',
    ],
  },
  check({ request, circumstances }) {
    return signedIn(request).flatMap((signed): readonly (Found | Lack)[] => {
      const plain = decodedIn(signed, 'oauth_signature_method') === 'PLAINTEXT'
      const names = plain ? ['oauth_signature_method'] : ['oauth_callback', 'oauth_verifier']
      const open = names.map((name) => param(signed.line.credentials, name)).find((each) => each !== undefined)
      const url = urlOf(request, circumstances)
      if (!open || !url || isLoopback(url.hostname)) return []
      const known = circumstances.transport !== undefined || /^https?:/i.test(request?.message.line.target.text ?? '')
      if (!known) return [{ needs: 'transport' }]
      return url.protocol === 'http:' ? [{ in: 'request', span: open.span }] : []
    })
  },
}

export default rule
