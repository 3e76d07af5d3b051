/** Clients know a scheme by its name, and the names are registered. */

import { MET, REGISTRY_DATE, registered, registry } from '../../../protocol/auth/registry.ts'
import { isToken } from '../../../protocol/http/grammar.ts'
import { challengesOf, shownIn } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9110 §16.4.1',
  title: 'No registered scheme is called `{scheme}`',
  why: 'Clients skip a challenge whose scheme they don’t know. IANA’s registry has {count} names (as of {date}); one of your own works only with clients of your own.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «X-API-Key» realm="API"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Barer» realm="API", «NTLM»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «Token» abc\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: basic realm="API", DPOP algs="ES256"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: 0123456789abcdef\n\n',
    ],
  },
  check({ request, response }) {
    const offered = challengesOf(response).map(({ scheme }) => ({ in: 'response', scheme }) as const)
    const shown = shownIn(request)
      .filter(({ credentials: { payload } }) => payload.kind !== 'bare')
      .map(({ credentials: { scheme } }) => ({ in: 'request', scheme }) as const)
    return [...shown, ...offered]
      .filter(({ scheme: { text } }) => isToken(text) && !registered(text))
      .map(({ in: side, scheme: { text, span } }): Found => {
        const meant = MET.some((each) => each.toLowerCase() === text.toLowerCase()) ? undefined : nearest(text)
        const slots = { scheme: text, count: String(registry.length), date: REGISTRY_DATE }
        return { in: side, span, slots, fix: meant === undefined ? undefined : { span, insert: meant } }
      })
  },
}

/** The registered name that somebody may have meant: two slips away at most. */
function nearest(name: string): string | undefined {
  if (name.length < 4 || name.length > 20) return undefined
  return registry.find((each) => distance(each.name.toLowerCase(), name.toLowerCase()) <= 2)?.name
}

/** Levenshtein's: how many letters to put in, take out or change. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (let j = 0; j < other.length; j++) {
      const [above = 0, before = 0, aslant = 0] = [row[j + 1], next[j], row[j]]
      next.push(Math.min(above + 1, before + 1, aslant + (letter === other[j] ? 0 : 1)))
    }
    row = next
  }
  return row[other.length] ?? 0
}

export default rule
