/** A token68 has the characters of Base64 and base64url, and nothing else. */

import type { Rule } from '../../rule.ts'
import { fromFault } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.2',
  title: 'Characters that can’t stand here',
  why: 'The single value behind a scheme has letters, digits and `-._~+/` in it, with `=` only at its end. Whatever else it holds must be Base64 first.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SSWS «abc:def»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP «{{token}}»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SSWS 00abc-_~+/==\n\n',
      // Basic and Bearer have rules of their own for that.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic user:password\n\n',
    ],
  },
  check: fromFault(['token68-malformed']),
}

export default rule
