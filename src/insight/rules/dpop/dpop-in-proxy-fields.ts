/** Some schemes are for servers alone, not for proxies. */

import { sidesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §7.1',
  title: '{scheme} is not for proxies',
  why: '{scheme} is defined for the server that has the resource, not for proxies on the way, so it must not stand in `{field}`. Between client and proxy use `Basic`, `Digest` or `Negotiate`, or a client certificate.',
  examples: {
    bad: [
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: «DPoP» algs="ES256"\n\n',
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nProxy-Authorization: «dpop» abc\nDPoP: b\n\n',
      // RFC 8292 §3
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nProxy-Authorization: «vapid» t=abc, k=def\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="ES256"\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm="DPoP"\n\n',
    ],
  },
  check: (view) =>
    sidesOf(view).flatMap(({ in: side, reading }) =>
      reading.fields
        .filter(({ name }) => name === 'proxy-authenticate' || name === 'proxy-authorization')
        .flatMap(({ field, challenges, credentials }) =>
          [...challenges, ...(credentials ? [credentials] : [])]
            .filter(({ scheme }) => /^(?:dpop|vapid)$/i.test(scheme.text))
            .map(({ scheme: { text, span } }) => {
              return { in: side, span, slots: { scheme: text, field: field.name.text } }
            }),
        ),
    ),
}

export default rule
