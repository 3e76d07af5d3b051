/** A vapid token is for one push service: otherwise that one could use it at another. */

import type { Json } from '../../../protocol/auth/scheme.ts'
import type { Rule } from '../../rule.ts'
import { urlOf } from '../origins.ts'
import { claimsSpan, vapidIn } from '../vapid-tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8292 §2',
  title: 'This token is not for {origin}',
  why: 'Its `aud` must be the origin of the push service, {origin}: scheme and host, with no path and no slash at the end. So one push service can’t use at another what it was sent.',
  examples: {
    bad: [
      // {"aud":"https://push.example.net/","exp":1453523768}
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.«eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQvIiwiZXhwIjoxNDUzNTIzNzY4fQ».AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      // {"exp":1453523768}
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.«eyJleHAiOjE0NTM1MjM3Njh9».AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      // {"aud":"https://push.example.net","exp":1453523768}, for another port
      'POST /p/1 HTTP/1.1\nHost: push.example.net:8443\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.«eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3Njh9».AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
    ],
    good: [
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3Njh9.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      // The usual port goes without saying; one of several is enough.
      'POST /p/1 HTTP/1.1\nHost: Push.example.net:443\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOlsiaHR0cHM6Ly9wdXNoLmV4YW1wbGUubmV0IiwiaHR0cHM6Ly9iLmV4YW1wbGUiXSwiZXhwIjoxNDUzNTIzNzY4fQ.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      'POST https://push.example.net/p/1 HTTP/1.1\nHost: push.example.net\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3Njh9.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
    ],
  },
  check(view) {
    const claimed = vapidIn(view).filter(({ jwt }) => jwt?.claims)
    const url = claimed.length > 0 ? urlOf(view.request, view.circumstances) : undefined
    if (!url) return []
    const { origin } = url
    // Where nobody knows whether it was TLS, a developer's own machine may have none.
    const origins = view.circumstances.transport ? [origin] : [origin, origin.replace(/^https:/, 'http:')]
    return claimed
      .filter(({ jwt }) => !namesOf(jwt?.claims?.aud).some((name) => origins.includes(name)))
      .map((each) => ({ in: 'request', span: claimsSpan(each), slots: { origin } }))
  },
}

/** One name, or a list of them (RFC 7519 §4.1.3). */
const namesOf = (aud: Json | undefined): readonly string[] =>
  [aud].flat().filter((each): each is string => typeof each === 'string')

export default rule
