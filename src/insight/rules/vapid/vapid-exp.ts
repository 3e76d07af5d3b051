/** A vapid token is good for a day at most. */

import type { Found, Lack, Rule } from '../../rule.ts'
import { claimsSpan, vapidIn } from '../vapid-tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8292 §2',
  title: 'A vapid token ends within 24 hours',
  why: 'The token needs an `exp`, in seconds since 1970, no more than 24 hours ahead: whoever steals it can use it for no longer. Push services refuse all others with 403.',
  examples: {
    bad: [
      // {"aud":"https://push.example.net","sub":"mailto:push@example.com"}
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.«eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJzdWIiOiJtYWlsdG86cHVzaEBleGFtcGxlLmNvbSJ9».AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      // {"aud":"https://push.example.net","exp":"1453523768"}
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.«eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOiIxNDUzNTIzNzY4In0».AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      // Two days ahead: {"aud":"https://push.example.net","exp":1453523768}
      'at 2016-01-21T04:36:08Z\nPOST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.«eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3Njh9».AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
    ],
    good: [
      // To the second, with a clock that is a little behind.
      'at 2016-01-22T04:36:02Z\nPOST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3Njh9.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3Njh9.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      // What can't be read, says nothing.
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.e31.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
    ],
  },
  check: (view) =>
    vapidIn(view).flatMap((each): readonly (Found | Lack)[] => {
      if (!each.jwt?.claims) return []
      const { exp } = each.jwt.claims
      const wrong = [{ in: 'request', span: claimsSpan(each) } as const]
      if (typeof exp !== 'number') return wrong
      const now = view.at ?? view.circumstances.now
      if (now === undefined) return [{ needs: 'now' }]
      return exp * 1000 > now + DAY + SKEW ? wrong : []
    }),
}

const DAY = 24 * 60 * 60_000
/** Clocks differ. */
const SKEW = 60_000

export default rule
