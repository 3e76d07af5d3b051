/** vapid's credentials are a token and the key that verifies it. */

import type { Rule } from '../../rule.ts'
import { missingIn } from '../auth-params.ts'
import { vapidIn } from '../vapid-tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8292 §3',
  title: 'vapid credentials without {missing}',
  why: 'An application server shows a signed token, `t`, and the public key that verifies it, `k`. The push service looks the key up nowhere else, so it needs both.',
  examples: {
    bad: [
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: «vapid» t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA\n\n',
      // The scheme of older drafts had the token alone, and the key in a field of its own.
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: «vapid» eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA\nCrypto-Key: p256ecdsa=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
    ],
    good: [
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid k="BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs",T="eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA"\n\n',
      // The challenge is the bare word.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: vapid\n\n',
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: WebPush eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA\nCrypto-Key: p256ecdsa=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
    ],
  },
  check: (view) =>
    vapidIn(view).flatMap(({ credentials }) => {
      const missing = missingIn(credentials, ['t', 'k'])
      if (missing.length === 0) return []
      return [{ in: 'request', span: credentials.scheme.span, slots: { missing: missing.join(', ') } }]
    }),
}

export default rule
