/** A 401 without a challenge tells nobody what to do next. */

import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §15.5.2',
  title: 'A 401 needs a challenge',
  why: 'A 401 says “who are you?”, and `WWW-Authenticate` says how to answer. Without it clients give up or throw.',
  examples: {
    bad: ['HTTP/1.1 «401» Unauthorized\nContent-Length: 0\n\n'],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n', 'HTTP/1.1 403 Forbidden\n\n'],
  },
  check({ response, circumstances: { excerpt } }) {
    if (response?.message.line.code !== 401) return []
    if (response.fields.some(({ name }) => name === 'www-authenticate')) return []
    if (excerpt) return [{ needs: 'whole' }]
    return [{ in: 'response', span: response.message.line.status.span }]
  },
}

export default rule
