/** A key in a field of its own is outside of what HTTP knows about authentication. */

import type { Rule } from '../../rule.ts'
import { isKeyField } from '../key-fields.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 9110 §16.4.2',
  title: 'A key in `{field}`',
  why: 'That is allowed, but outside of HTTP’s framework: no challenge can ask for it, caches don’t treat the answer as private, and on a redirect to another host clients send it along.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\n«X-API-Key»: 123\n\n',
      'GET / HTTP/1.1\nHost: a.example\n«Private-Token»: 123\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer 123\n\n',
      'POST / HTTP/1.1\nHost: a.example\nX-CSRF-Token: 123\nIdempotency-Key: 1\n\n',
    ],
  },
  check({ request, circumstances: { takes = [] } }) {
    const framework = ['authorization', 'proxy-authorization', 'cookie']
    const taken = takes.map((each) => each.toLowerCase()).filter((name) => !framework.includes(name))
    const fields = request?.fields.filter(({ name }) => isKeyField(name) || taken.includes(name)) ?? []
    return fields.map(({ field: { name } }) => ({ in: 'request', span: name.span, slots: { field: name.text } }))
  },
}

export default rule
