/** Each HOBA challenge is given once: whoever saw an answer to it could send that again. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Past, Rule } from '../../rule.ts'
import { earlierHere } from '../earlier.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7486 §3',
  title: 'This challenge was given before',
  why: 'Every 401 needs a HOBA challenge of its own, of at least 128 random bits. Where one comes again, an answer that somebody overheard fits it again.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: HOBA challenge="AAECAwQFBgcICQoLDA0ODw", max-age=60\n\n===\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: HOBA max-age=60, challenge=«"AAECAwQFBgcICQoLDA0ODw"»\n\n',
      'GET /a HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: HOBA challenge="AAECAwQFBgcICQoLDA0ODw", max-age=60\n\n===\nGET /b HTTP/1.1\nHost: A.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: HOBA challenge=«AAECAwQFBgcICQoLDA0ODw», max-age=60\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: HOBA challenge="AAECAwQFBgcICQoLDA0ODw", max-age=60\n\n===\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: HOBA challenge="Onw38tAmpZ__ZUEQMjKKtw", max-age=60\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: HOBA challenge="AAECAwQFBgcICQoLDA0ODw", max-age=60\n\n',
      // Servers of two hosts know nothing of each other.
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: HOBA challenge="AAECAwQFBgcICQoLDA0ODw", max-age=60\n\n===\nGET / HTTP/1.1\nHost: b.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: HOBA challenge="AAECAwQFBgcICQoLDA0ODw", max-age=60\n\n',
    ],
  },
  check(view) {
    const given = valuesIn(view)
    if (given.length === 0) return []
    if (view.before.length === 0) return [{ needs: 'before' }]
    const known = new Set(earlierHere(view).flatMap((past) => valuesIn(past).map(({ value }) => value)))
    return given.filter(({ value }) => known.has(value)).map(({ raw }) => ({ in: 'response', span: raw.span }))
  },
}

const valuesIn = ({ response }: Past) =>
  challengesOf(response, 'HOBA').flatMap((each) => param(each, 'challenge') ?? [])

export default rule
