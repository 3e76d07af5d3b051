/** The token is good, and doesn't reach that far: no refresh will widen it. */

import { param } from '../../protocol/auth/challenge.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf } from '../reading.ts'
import type { Found, View } from '../rule.ts'
import { showsBearer } from '../rules/bearer-tokens.ts'
import { jsonOf, memberOf } from '../rules/bodies.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'
import { refreshedInVain } from './readers/refreshes.ts'
import { showsNothing } from './readers/silence.ts'

const GET = 'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\n'

const diagnosis: Diagnosis = {
  title: 'The token is good, but its scope is too small',
  what: 'The server took the token and names a scope that it lacks. Sending it again, or refreshing it, gives the same scope once more.',
  client:
    'Get a new token with the `scope` of this challenge added to the ones that you have: through `/authorize`, or from a registry’s `realm` (RFC 6750 §3.1). If less is granted, look at what client and user may have.',
  server:
    'Answer `403` with `WWW-Authenticate: Bearer error="insufficient_scope", scope="…"`, so that a client knows what to ask for.',
  scenario: '34-mcp-discovery',
  examples: {
    bad: [
      `${GET}HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer error=«"insufficient_scope"», scope="write"\n\n`,
      `${GET}HTTP/1.1 403 Forbidden\nContent-Type: application/json\n\n{"error":«"insufficient_scope"»}`,
    ],
    good: [
      `${GET}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n`,
      `${GET}HTTP/1.1 403 Forbidden\nContent-Type: application/json\n\n{"error":"forbidden"}`,
      // Not to a token: somebody asks what the codes mean.
      'GET /codes HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\n\n{"error":"insufficient_scope"}',
    ],
  },
  recognise(view) {
    if (codeOf(view) < 400 || showsNothing(view)) return undefined
    return symptomOf(refreshedInVain(view) ? 2 : 3, sayingsOf(view))
  },
}

function sayingsOf({ request, response }: View): readonly Found[] {
  const challenges = challengesOf(response).flatMap((each) => param(each, 'error') ?? [])
  const said = challenges.find(({ value }) => value === 'insufficient_scope')
  if (said) return [{ in: 'response', span: said.raw.span }]
  if (!response || !showsBearer(request) || jsonOf(response)?.error !== 'insufficient_scope') return []
  const member = memberOf(response, 'error')
  return member ? [{ in: 'response', span: member.span }] : []
}

export default diagnosis
