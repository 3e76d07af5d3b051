/** A realm that is meant to be visited, as container registries have it. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 9110 §11.5',
  title: 'The realm is an address to fetch tokens from',
  why: 'Container registries put the address of their token server into `realm`, though a realm is only a name for what is protected. A client that fetches whatever stands there can be sent, with its password, to a stranger: check the host, or use `resource_metadata`, which is made for it.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm=«"https://auth.example.com/token"»,service="registry.example.com",scope="repository:app:pull"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="registry", service="registry.example.com"\n\n',
      // A name that looks like an address is a name.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="https://a.example/"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Bearer').flatMap((challenge) => {
      const realm = param(challenge, 'realm')
      if (!realm || !/^https?:\/\//i.test(realm.value) || !param(challenge, 'service')) return []
      return [{ in: 'response', span: realm.raw.span }]
    }),
}

export default rule
