/** OAuth 1.0 writes its values percent-encoded, inside quotes. */

import type { AuthParam } from '../../../protocol/auth/challenge.ts'
import { decode, encode } from '../../../protocol/schemes/oauth/percent.ts'
import type { Rule } from '../../rule.ts'
import { signedIn } from '../oauth1.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 5849 §3.5.1',
  title: '`{name}` is not written as OAuth 1.0 wants it',
  why: 'Values stand in quotes, and all but letters, digits and `-._~` is percent-encoded with upper-case hex digits: `+`, `/` and `=` of a signature, too. Both ends build the signed text from what they decode, so they must decode the same.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key="a", oauth_signature_method="PLAINTEXT", oauth_signature=«"wOJIO9A2W5mFwDgiDvZbTSMK/PY="»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key=«a», oauth_signature_method="PLAINTEXT", oauth_signature=«"b%2f%3d"»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key=«"100%"», oauth_signature_method="PLAINTEXT", oauth_signature="b%26"\n\n',
    ],
    good: [
      // RFC 5849 §3.5.1
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth realm="Example", oauth_consumer_key="0685bd9184jfhq22", oauth_token="ad180jjd733klru7", oauth_signature_method="HMAC-SHA1", oauth_signature="wOJIO9A2W5mFwDgiDvZbTSMK%2FPY%3D", oauth_timestamp="137131200", oauth_nonce="4572616e48616d6d65724c61686176", oauth_version="1.0"\n\n',
      // A realm is a quoted string like any other, and vendors have parameters of their own.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth realm="http://a.example/", oauth_consumer_key="a", oauth_signature_method="PLAINTEXT", oauth_signature="b%26", x=1\n\n',
    ],
  },
  check: ({ request }) =>
    signedIn(request).flatMap(({ params }) =>
      params.filter(isWrong).map((each) => {
        const { span } = each.raw
        const decoded = decode(each.value)
        const fix = decoded === undefined ? undefined : { span, insert: `"${encode(decoded)}"` }
        return { in: 'request', span, slots: { name: each.name.text }, fix }
      }),
    ),
}

/** An empty value, `oauth_token=""`, is well written. */
const isWrong = ({ quoted, value }: AuthParam): boolean => !quoted || !/^(?:[\w\-.~]|%[0-9A-F]{2})*$/.test(value)

export default rule
