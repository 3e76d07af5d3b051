/** With credentials, the star is only a star. */

import type { Rule } from '../../rule.ts'
import { allowsCredentials } from '../cross-origin.ts'
import { memberNamed, membersOf } from '../lists.ts'

const rule: Rule = {
  level: 'must',
  cite: 'Fetch §cors-protocol-and-credentials',
  title: '`*` and credentials don’t go together',
  why: 'For a request that a script makes with credentials, `*` in `{field}` doesn’t stand for everything, and the browser refuses. Name what is allowed, or leave `Access-Control-Allow-Credentials` out.',
  examples: {
    bad: [
      'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: «*»\nAccess-Control-Allow-Credentials: true\n\n',
      'HTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: https://app.example\nAccess-Control-Allow-Credentials: true\nAccess-Control-Allow-Methods: «*»\nAccess-Control-Allow-Headers: «*», Authorization\n\n',
    ],
    good: [
      'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://app.example\nAccess-Control-Allow-Credentials: true\nVary: Origin\n\n',
      'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Headers: *\n\n',
      'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Credentials: false\n\n',
    ],
  },
  check({ response }) {
    if (!allowsCredentials(response)) return []
    return (
      response?.fields.flatMap(({ name, field }) => {
        if (!FIELDS.includes(name)) return []
        // Only of this line, where there are several.
        const star = memberNamed(membersOf(response, name), '*')
        const isHere = star && field.value.span.start <= star.span.start && star.span.end <= field.value.span.end
        return isHere ? [{ in: 'response' as const, span: star.span, slots: { field: field.name.text } }] : []
      }) ?? []
    )
  },
}

const FIELDS = [
  'access-control-allow-origin',
  ...['access-control-allow-headers', 'access-control-allow-methods', 'access-control-expose-headers'],
]

export default rule
