/** The clock tells strangers who has an account. */

import type { Rule } from '../../rule.ts'
import { type Failure, failureOf, failuresBefore } from '../logins.ts'

const attempt = (user: string, took: string, status = '401') =>
  `${took}POST /login HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\nusername=${user}&password=guess\n---\nHTTP/1.1 ${status} Unauthorized\n\n`
const after = (...all: readonly string[]) => all.join('\n===\n')

const rule: Rule = {
  level: 'warning',
  cite: 'OWASP §Authentication_Cheat_Sheet',
  title: '{user} is answered {faster}, {other} {slower}',
  why: 'The answers for these two names took {faster} and {slower}, again and again: the slow hash of the password seems to be made only for a user who exists, and anybody with a clock can tell. Hash against a dummy where there is no user.',
  examples: {
    bad: [
      after(
        ...['182', '175', '190'].map((ms) => attempt('ada', `took ${ms} ms\n`)),
        ...['6', '5'].map((ms) => attempt('eve', `took ${ms} ms\n`)),
        attempt('eve', 'took 7 ms\n', '«401»'),
      ),
    ],
    good: [
      after(
        ...['182', '175', '190'].map((ms) => attempt('ada', `took ${ms} ms\n`)),
        ...['180', '171', '186'].map((ms) => attempt('eve', `took ${ms} ms\n`)),
      ),
      // One slow answer proves nothing.
      after(
        ...['8', '7', '190'].map((ms) => attempt('ada', `took ${ms} ms\n`)),
        ...['6', '5', '7'].map((ms) => attempt('eve', `took ${ms} ms\n`)),
      ),
      after(attempt('ada', 'took 180 ms\n'), attempt('eve', 'took 6 ms\n')),
      after(...['ada', 'ada', 'ada', 'eve', 'eve', 'eve'].map((user) => attempt(user, ''))),
    ],
  },
  check(view) {
    if (view.before.length < 2 * ENOUGH - 1) return []
    const present = failureOf(view)
    const status = view.response?.message.line.status
    if (!present || !status) return []
    const byUser = Map.groupBy([...failuresBefore(view), present], ({ user }) => user)
    const ours = byUser.get(present.user) ?? []
    const others = [...byUser].filter(([user, all]) => user !== present.user && all.length >= ENOUGH)
    if (ours.length < ENOUGH || others.length === 0) return []
    if (ours.every(({ past }) => past.took === undefined)) return [{ needs: 'took' }]
    for (const [other, theirs] of others) {
      const [one, two] = [timesOf(ours), timesOf(theirs)]
      const first = median(one) < median(two)
      const [fast, slow] = first ? [one, two] : [two, one]
      if (Math.min(fast.length, slow.length) < ENOUGH || !isApart(fast, slow)) continue
      const users = first ? { user: present.user, other } : { user: other, other: present.user }
      const slots = { ...users, faster: `${median(fast)} ms`, slower: `${median(slow)} ms` }
      return [{ in: 'response', span: status.span, slots }]
    }
    return []
  },
}

/** So many for each user. */
const ENOUGH = 3
/** Milliseconds: less is noise of the network. */
const NOISE = 30

const timesOf = (all: readonly Failure[]): readonly number[] =>
  all.flatMap(({ past: { took } }) => took ?? []).sort((a, b) => a - b)

const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0

/** Not one of the slow ones was as fast as the slowest of the fast ones, nor near it. */
function isApart(fast: readonly number[], slow: readonly number[]): boolean {
  const [most, least] = [fast.at(-1) ?? 0, slow.at(0) ?? 0]
  return least - most >= NOISE && median(slow) >= 3 * median(fast)
}

export default rule
