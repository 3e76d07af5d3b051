/** Whoever may guess as fast as they like will guess right some day. */

import { linesOf } from '../../reading.ts'
import type { Past, Rule } from '../../rule.ts'
import { failureOf, failuresBefore, placeOf } from '../logins.ts'

const attempts = (count: number, more = '') =>
  Array.from(
    { length: count },
    (_, i) =>
      `at 2026-03-01T10:00:${10 + i}Z\nPOST /token HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=password&username=ada&password=guess${i}\n---\nHTTP/1.1 400 Bad Request\n${more}Content-Type: application/json\n\n{"error":"invalid_grant"}\n===\n`,
  ).join('')
const last = (status: string) =>
  `at 2026-03-01T10:00:40Z\nPOST /token HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=password&username=ada&password=last\n---\nHTTP/1.1 ${status}\nContent-Type: application/json\n\n{"error":"invalid_grant"}`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6749 §2.3.1',
  title: '{count} wrong passwords, and no limit in sight',
  why: 'A server that takes passwords must protect itself against guessing: slow down after some failures, or answer 429 with `Retry-After` for a while. Here {count} attempts within minutes were all judged at once.',
  examples: {
    bad: [attempts(9) + last('«400» Bad Request')],
    good: [
      attempts(8) + last('400 Bad Request'),
      attempts(9) + last('429 Too Many Requests'),
      attempts(9, 'Retry-After: 1\n') + last('400 Bad Request'),
      // A program that has an old password tries no others.
      attempts(9).replaceAll(/guess\d/g, 'old') + last('400 Bad Request'),
      // One attempt a day.
      attempts(9)
        .replaceAll(/03-01T10:00:1/g, '02-0')
        .replaceAll(/(02-0\d)Z/g, '$1T10:00:00Z')
        .replaceAll('02-00', '02-10') + last('400 Bad Request'),
    ],
  },
  check(view) {
    if (view.before.length < MANY - 1) return []
    const present = failureOf(view)
    if (!present) return []
    const earlier = failuresBefore(view)
    const count = new Set([present, ...earlier].map(({ user, password }) => `${user}:${password}`)).size
    if (count < MANY) return []
    const here = placeOf(view.request, view.circumstances)
    const all = [...view.before.filter((past) => placeOf(past.request, view.circumstances) === here), view]
    if (all.some(isSlowed)) return []
    const from = earlier.at(1 - MANY)?.past.at
    if (view.at === undefined || from === undefined) return [{ needs: 'now' }]
    const status = view.response?.message.line.status
    if (!status || view.at - from > SHORT) return []
    return [{ in: 'response', span: status.span, slots: { count: String(count) } }]
  },
}

const MANY = 10
/** Milliseconds for the last ten. */
const SHORT = 300_000
/** A wait that a guesser would feel. */
const LONG = 2_000

const isSlowed = ({ response, took = 0 }: Past): boolean =>
  response?.message.line.code === 429 || took >= LONG || linesOf(response, 'retry-after').length > 0

export default rule
