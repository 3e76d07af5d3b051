/** `stale=true`: the password is right, only the nonce is over. */

import { param } from '../../protocol/auth/challenge.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { shownIn } from '../reading.ts'
import type { Found } from '../rule.ts'
import { askedIn, refusedIn, textOf } from '../rules/digests.ts'
import { symptomOf } from './readers/outcomes.ts'

const GET =
  'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", uri="/", qop=auth, nc=00000001, cnonce="c", response="8ca523f5e9506fed4657c9700eebdbec"\n\n---\n'
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="d", qop="auth"'

const diagnosis: Diagnosis = {
  title: '`stale=true`: only the nonce is used up, not the password wrong',
  what: 'The answer was right, but its nonce had expired, or came with a count `nc` that was there before. The new challenge has a fresh one. Clients that overlook `stale` bother their user with a login dialog, or give up.',
  client: 'Answer again with the new `nonce` and `nc=00000001`, without asking anybody (RFC 7616 §3.3).',
  server:
    'Let nonces live longer than a page takes to load, or hand out the next one ahead of time in `Authentication-Info: nextnonce="…"`. Several machines behind a load balancer must know each other’s nonces.',
  scenario: '06-digest',
  examples: {
    bad: [
      `${GET}${REFUSED}, stale=«true»\n\n`,
      `${GET.replace('Authorization', 'Proxy-Authorization')}HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Digest realm="a", nonce="d", qop="auth", stale=«"TRUE"»\n\n`,
    ],
    good: [
      `${GET}${REFUSED}\n\n`,
      `${GET}${REFUSED}, stale=false\n\n`,
      `GET / HTTP/1.1\nHost: a.example\n\n---\n${REFUSED}, stale=true\n\n`,
    ],
  },
  recognise(view) {
    const places = shownIn(view.request, 'Digest').flatMap((shown): readonly Found[] => {
      if (!refusedIn(view, shown)) return []
      const offer = askedIn(view, shown).find((each) => textOf(each, 'stale')?.toLowerCase() === 'true')
      const stale = offer && param(offer, 'stale')
      return stale ? [{ in: 'response', span: stale.raw.span }] : []
    })
    return symptomOf(3, places)
  },
}

export default diagnosis
