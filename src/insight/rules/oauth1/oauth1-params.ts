/** What every request of OAuth 1.0 says about itself. */

import { param } from '../../../protocol/auth/challenge.ts'
import type { Found, Rule } from '../../rule.ts'
import { decodedIn, missingIn, repeatedBeside, signedIn } from '../oauth1.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 5849 §3.1',
  title: '`{name}` is missing, repeated or wrong',
  why: 'A request says `oauth_consumer_key`, `oauth_signature_method` and `oauth_signature`, and unless the method is `PLAINTEXT` also `oauth_timestamp`, seconds as a whole number, and `oauth_nonce`. Each stands once, in one place, and `oauth_version` can only be `1.0`; servers answer 400 to anything else.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «OAuth» oauth_consumer_key="a", oauth_signature_method="HMAC-SHA1", oauth_signature="b%3D"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key="a", oauth_signature_method="HMAC-SHA1", oauth_signature="b%3D", oauth_timestamp=«"2026-03-01"», oauth_nonce="n", oauth_version=«"1.0a"»\n\n',
      'GET /?«oauth_consumer_key=a»&b=1 HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key="a", oauth_signature_method="PLAINTEXT", oauth_signature="b%26"\n\n',
    ],
    good: [
      // RFC 5849 §1.2
      'POST /initiate HTTP/1.1\nHost: photos.example.net\nAuthorization: OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131200", oauth_nonce="wIjqoS", oauth_callback="http%3A%2F%2Fprinter.example.com%2Fready", oauth_signature="74KNZJeDHnMBp0EMJ9ZHt%2FXKycU%3D"\n\n',
      'GET /?b=1 HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key="a", oauth_signature_method="PLAINTEXT", oauth_signature="b%26", oauth_version="1.0"\n\n',
      // No parameter of the protocol at all: whatever it is, a rule of its own tells.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth 00Dx0000000BV7z\n\n',
    ],
  },
  check: ({ request }) =>
    signedIn(request).flatMap((signed): readonly Found[] => {
      const { credentials } = signed.line
      const missing = missingIn(signed).join(', ')
      const wrong = Object.entries(FORMS).flatMap(([name, form]): readonly Found[] => {
        const found = param(credentials, name)
        if (!found?.value || form.test(decodedIn(signed, name) ?? '')) return []
        return [{ in: 'request', span: found.raw.span, slots: { name } }]
      })
      const absent = { in: 'request', span: credentials.scheme.span, slots: { name: missing } } as const
      return [
        ...(missing === '' ? [] : [absent]),
        ...wrong,
        ...repeatedBeside(signed, request).map(({ name, span }) => ({ in: 'request', span, slots: { name } }) as const),
      ]
    }),
}

/** RFC 5849 §3.3, §3.1. */
const FORMS = { oauth_timestamp: /^[0-9]*[1-9][0-9]*$/, oauth_version: /^1\.0$/ }

export default rule
