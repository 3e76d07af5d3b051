/** Scopes are words, with one space between. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6749 §3.3',
  title: 'That is no list of scopes',
  why: 'Scopes stand one after the other with a single space between, in printable ASCII without `"` and `\\`. Clients split at the space and compare letter by letter, so a further space makes a scope that is empty.',
  examples: {
    bad: [
      'HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer error="insufficient_scope", scope=«"read  write"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer scope=«""»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer scope=«"[\\"read\\"]"»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer scope="openid https://a.example/read files:write"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer scope=read\n\n',
      // A comma is a character of a scope like any other.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer scope="repository:app:pull,push"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Other scope=""\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Bearer').flatMap((challenge) => {
      const scope = param(challenge, 'scope')
      // Without a value at all: a rule of the grammar tells about that.
      if (!scope || scope.raw.text === '' || isScope(scope.value)) return []
      const meant = scope.value.split(/\s+/).filter(Boolean).join(' ')
      const { span } = scope.raw
      return [{ in: 'response', span, fix: isScope(meant) ? { span, insert: `"${meant}"` } : undefined }]
    }),
}

/** `scope = scope-token *( SP scope-token )`, `scope-token = 1*( %x21 / %x23-5B / %x5D-7E )`, RFC 6749 §3.3. */
const isScope = (text: string): boolean => text.split(' ').every((each) => /^[!#-[\]-~]+$/.test(each))

export default rule
