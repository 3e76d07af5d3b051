/** A challenge that `Authorization` can't answer asks for something that nobody can send. */

import { challengesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §15.5.2',
  title: 'Nobody can answer this challenge',
  why: 'A challenge names a scheme, and its answer goes into `Authorization`. This resource takes its key from a field of its own, so at least one challenge that applies is missing.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «X-API-Key» realm="API"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nApp-Key: 1\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: «App-Key»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="API"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: X-API-Key realm="API", Bearer realm="API"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nX-API-Key: 1\n\n---\nHTTP/1.1 403 Forbidden\n\n',
    ],
  },
  check(view) {
    if (view.response?.message.line.code !== 401) return []
    const all = challengesOf(view.response)
    return all.some(({ scheme }) => applies(scheme.text, view))
      ? []
      : all.map(({ scheme }) => ({ in: 'response', span: scheme.span }))
  },
}

/** What the server takes, where it told; else a scheme that is called like a field is meant as that field. */
function applies(scheme: string, { request, circumstances: { takes } }: View): boolean {
  if (takes?.length) return takes.some((each) => each.toLowerCase() === 'authorization')
  const name = scheme.toLowerCase()
  return !name.startsWith('x-') && !request?.fields.some((field) => field.name === name)
}

export default rule
