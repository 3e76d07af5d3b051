/** A value that is no token goes in quotes. */

import { quote } from '../../../protocol/http/grammar.ts'
import type { Rule } from '../../rule.ts'
import { faultsOf } from '../from-fault.ts'
import { opensWrong } from '../quotes.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.2',
  title: 'This value needs quotes',
  why: 'Without quotes a value may hold only letters, digits and a few marks; URLs and Base64 have `/`, `:` or `=` in them. Clients may cut the value off there, or drop the challenge.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer authorization_uri=«https://a.example/x»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 data=«biwsbj11c2Vy==»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer authorization_uri="https://a.example/x"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest nc=00000001, qop=auth\n\n',
      // Wrong quotes have a rule of their own.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer scope=“a”\n\n',
      // Amazon's own syntax, and not that of RFC 9110.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: AWS4-HMAC-SHA256 Credential=A/b/c, SignedHeaders=a;b\n\n',
    ],
  },
  check: (view) =>
    faultsOf(view, ['param-value-not-token'])
      .filter(({ text }) => !opensWrong(text))
      .map(({ in: side, span, text }) => ({ in: side, span, fix: { span, insert: quote(text) } })),
}

export default rule
