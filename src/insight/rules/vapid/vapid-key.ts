/** vapid knows one algorithm, and one way to write a key. */

import { fromBase64url } from '../../../protocol/text/octets.ts'
import type { Span } from '../../../protocol/text/span.ts'
import type { Rule, View } from '../../rule.ts'
import { type Vapid, vapidIn } from '../vapid-tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8292 §2',
  title: 'No ES256 token with its P-256 key',
  why: 'A vapid token is a JWT signed with ES256, and `k` is the key that verifies it: a point of P-256, uncompressed, 65 octets of base64url, so that it begins with `B`. A compressed point, PEM or a JWK won’t do.',
  examples: {
    bad: [
      // {"typ":"JWT","alg":"RS256"}
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=«eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9».eyJleHAiOjE0NTM1MjM3Njh9.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      // Compressed, and without its first octet.
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA, k=«Ag1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxH»\n\n',
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA, k=«DUfHPKLVFQzVvnCPGyfucbECzPDa7rWbXriLcysAjEcXpgrmHhINiJz51G5T9EI8J8Dlqr2iNLCTljYSYKUE-w»\n\n',
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=«abc», k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      {
        text: 'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.«AA», k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
        circumstances: { verified: { 'eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA': false } },
      },
    ],
    good: [
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
      'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t="eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA", k="BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs"\n\n',
      {
        text: 'POST /p/1 HTTP/1.1\nHost: push.example.net\nTTL: 30\nAuthorization: vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs\n\n',
        circumstances: { verified: { 'eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJleHAiOjE0NTM1MjM3Njh9.AA': true } },
      },
    ],
  },
  check: (view) => vapidIn(view).flatMap((each) => wrongIn(each, view).map((span) => ({ in: 'request', span }))),
}

function wrongIn({ key, token, jwt }: Vapid, { circumstances: { verified = {} } }: View): readonly Span[] {
  const wrong = key && !isPoint(key.value) ? [key.raw.span] : []
  if (!token || !jwt) return wrong
  const [header, , signature] = jwt.parts
  // A claim that stands twice makes it no other token.
  const unreadable = jwt.faults.some(({ code }) => !code.endsWith('-duplicate'))
  if (unreadable || !header || !signature?.text) return [...wrong, token.raw.span]
  if (jwt.header?.alg !== 'ES256') return [...wrong, header.span]
  const known = Object.hasOwn(verified, token.value) ? verified[token.value] : undefined
  return known === false ? [...wrong, signature.span] : wrong
}

/** Uncompressed, `04 || x || y` (RFC 8292 §3.2). */
function isPoint(text: string): boolean {
  const octets = fromBase64url(text)
  return octets?.length === 65 && octets[0] === 4
}

export default rule
