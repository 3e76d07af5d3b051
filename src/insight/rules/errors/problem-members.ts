/** The members of a problem have their types. */

import type { Json } from '../../../protocol/auth/scheme.ts'
import type { Found, Rule } from '../../rule.ts'
import { jsonOf, mediaTypeOf, memberOf } from '../bodies.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9457 §3.1',
  title: 'Clients ignore this `{member}`',
  why: 'In a problem `type` and `instance` are URI references, `title` and `detail` strings, `status` is a number from 100 to 599. A member of another type counts as absent.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nContent-Type: application/problem+json\n\n{"title": "Unauthorized", "status": «"401"»}',
      'HTTP/1.1 401 Unauthorized\nContent-Type: application/problem+json\n\n{"type": «"not logged in"», "detail": «7»}',
    ],
    good: [
      'HTTP/1.1 403 Forbidden\nContent-Type: application/problem+json\n\n{"type": "https://example.com/probs/out-of-credit", "title": "You do not have enough credit.", "instance": "/account/12345/msgs/abc", "balance": 30}',
      'HTTP/1.1 401 Unauthorized\nContent-Type: application/problem+json\n\n{"type": "about:blank", "status": 401, "detail": null}',
      'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{"status": "401"}',
    ],
  },
  check({ response }) {
    if (!response || mediaTypeOf(response) !== 'application/problem+json') return []
    const body = jsonOf(response) ?? {}
    return Object.entries(RIGHT).flatMap(([member, isRight]): readonly Found[] => {
      const value = body[member]
      // `null` says that there is nothing, and so it is read.
      if (value === undefined || value === null || isRight(value)) return []
      const place = memberOf(response, member)
      if (!place) return []
      const digits = member === 'status' && typeof value === 'string' && /^[1-5]\d\d$/.test(value)
      const fix = digits ? { span: place.span, insert: value } : undefined
      return [{ in: 'response', span: place.span, slots: { member }, fix }]
    })
  },
}

const isText = (value: Json): boolean => typeof value === 'string'
/** The characters of a URI, RFC 3986 §2; others, letters beyond ASCII among them, are let pass. */
const isUri = (value: Json): boolean => typeof value === 'string' && !/[\s<>"{}|\\^`]/.test(value)
const isStatus = (value: Json): boolean => Number.isInteger(value) && Number(value) >= 100 && Number(value) < 600

const RIGHT = { type: isUri, title: isText, status: isStatus, detail: isText, instance: isUri }

export default rule
