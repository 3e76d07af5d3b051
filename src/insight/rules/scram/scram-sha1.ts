/** SCRAM with SHA-1 is for databases that are full of its verifiers. */

import { param } from '../../../protocol/auth/challenge.ts'
import type { Rule } from '../../rule.ts'
import { scramChallenges } from '../scram-data.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 7804 §5',
  title: 'SCRAM with SHA-1 alone',
  why: 'SCRAM-SHA-1 is registered for databases that hold its verifiers already, and is not recommended otherwise. Every client with SCRAM has SCRAM-SHA-256: offer that, too.',
  examples: {
    bad: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «SCRAM-SHA-1» realm="a"\n\n'],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 realm="a"\nWWW-Authenticate: SCRAM-SHA-1 realm="a"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAA, data="cj1YeXoscz1XMjJaYUowU05ZN3NvRXNVRWpiNmdRPT0saT00MDk2"\nWWW-Authenticate: SCRAM-SHA-1 realm="a"\n\n',
      // The client has chosen: it goes on with that one.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-1 sid=AAAA, data="cj1YeXoscz1XMjJaYUowU05ZN3NvRXNVRWpiNmdRPT0saT00MDk2"\n\n',
    ],
  },
  check({ response }) {
    const offered = scramChallenges(response)
    if (!offered.every(({ scheme }) => /^scram-sha-1$/i.test(scheme.text))) return []
    return offered.filter((each) => !param(each, 'data')).map(({ scheme }) => ({ in: 'response', span: scheme.span }))
  },
}

export default rule
