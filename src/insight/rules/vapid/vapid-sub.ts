/** With `sub` an application server says how its operator can be reached. */

import type { Rule } from '../../rule.ts'
import { claimsSpan, vapidIn } from '../vapid-tokens.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 8292 §2.1',
  title: 'This `sub` is no mailto: and no https: address',
  why: 'The push service writes there when something is wrong with your messages, before it blocks them. Some services refuse tokens whose `sub` has no `mailto:` or `https:` in front.',
  examples: {
    bad: [
      // {"exp":1453523768,"sub":"a@b.example"}
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.«eyJleHAiOjE0NTM1MjM3NjgsInN1YiI6ImFAYi5leGFtcGxlIn0».AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      // {"exp":1453523768,"sub":7}
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.«eyJleHAiOjE0NTM1MjM3NjgsInN1YiI6N30».AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
    ],
    good: [
      // {"exp":1453523768,"sub":"mailto:a@b.example"}
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzphQGIuZXhhbXBsZSJ9.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      // {"aud":"https://push.example.net","exp":1453523768,"sub":"https://example.com/contact"}
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Imh0dHBzOi8vZXhhbXBsZS5jb20vY29udGFjdCJ9.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      // It may be missing.
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
    ],
  },
  check: (view) =>
    vapidIn(view).flatMap((each) => {
      const sub = each.jwt?.claims?.sub
      if (sub === undefined || (typeof sub === 'string' && /^(?:mailto|https):./i.test(sub))) return []
      return [{ in: 'request', span: claimsSpan(each) }]
    }),
}

export default rule
