/** Semicolons part the parameters of media types, not those of challenges. */

import type { Rule } from '../../rule.ts'
import { fromFault } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.3',
  title: 'A semicolon where a comma belongs',
  why: '`Content-Type` parts its parameters with semicolons; challenges and credentials use commas. A reader may take the semicolon for a part of the value.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"«;» scope="read"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: GNAP as_uri="https://a.example/"«;»access=b\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a;b", scope="read"\n\n',
      'HTTP/1.1 401 Unauthorized\nContent-Type: text/plain;charset=utf-8\n\n',
    ],
  },
  check: fromFault(['param-semicolon'], ({ span }) => ({ span, insert: ',' })),
}

export default rule
