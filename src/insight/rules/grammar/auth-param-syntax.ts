/** A parameter is a name, an equals sign and a value. */

import { control } from '../../../protocol/http/grammar.ts'
import type { Rule } from '../../rule.ts'
import { faultsOf } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.2',
  title: 'This is no parameter',
  why: 'Parameters look like `name=value` or `name="value"`. Where a reader can’t make that out, it drops the challenge or all that follows.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", qop«=»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Custom a=b, «"blob"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", «my/name»=1\n\n',
    ],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", qop="auth"\n\n'],
  },
  check(view) {
    // Parameters without a scheme, and control characters, are told about by rules of their own.
    const schemeless = new Set(faultsOf(view, ['scheme-missing']).map(({ line }) => line))
    return faultsOf(view, ['param-name-not-token', 'param-value-missing', 'element-unreadable'])
      .filter(({ line, text }) => !schemeless.has(line) && !control(text.charCodeAt(0)))
      .map(({ in: side, span }) => ({ in: side, span }))
  },
}

export default rule
