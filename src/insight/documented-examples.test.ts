/** Four examples as documentation prints them: the linter finds what is wrong with each, and nothing else. */

import { describe, expect, it } from 'vitest'
import { lint } from './lint.ts'
import { evidenceOf } from './testing/example.ts'

interface Documented {
  readonly name: string
  readonly request: string
  readonly response: string
  /** Ids of the rules that fire: the grave ones and the warnings, then what is worth knowing besides. */
  readonly wrong: readonly string[]
  readonly besides: readonly string[]
}

const ANSWER = 'HTTP/1.1 401 Unauthorized'
const ME = 'Host: api.example.com'

const documented: readonly Documented[] = [
  {
    name: 'a bare Bearer',
    request: 'GET /admin HTTP/1.1\nHost: example.com\n\n',
    response: `${ANSWER}\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nWWW-Authenticate: Bearer\n\n`,
    wrong: ['bearer-challenge-without-params'],
    besides: [],
  },
  {
    name: 'an error, although nothing was sent',
    request: `GET /api/users/me HTTP/1.1\n${ME}\n\n`,
    response: `${ANSWER}\nWWW-Authenticate: Bearer realm="API", error="missing_token"\nContent-Type: application/json\n\n{"error": "authentication_required", "message": "Authorization header missing"}`,
    wrong: ['bearer-error-unknown', 'bearer-error-without-credentials', 'date-missing'],
    besides: ['bearer-body-header-error-mismatch', 'body-length-unframed', 'problem-content-type'],
  },
  {
    name: 'an expired token, shortened',
    request: `GET /api/protected HTTP/1.1\n${ME}\nAuthorization: Bearer eyJhbGc...expired_token\n\n`,
    response: `${ANSWER}\nWWW-Authenticate: Bearer realm="API", error="invalid_token", error_description="Token expired"\nContent-Type: application/json\n\n{"error": "token_expired", "message": "JWT expired at 2025-10-01T10:00:00Z"}`,
    wrong: ['date-missing', 'jwt-malformed'],
    besides: [
      'bearer-body-header-error-mismatch',
      'bearer-placeholder-token',
      'body-length-unframed',
      'problem-content-type',
    ],
  },
  {
    name: 'a key in a field of its own, and a challenge called like the field',
    request: `GET /api/data HTTP/1.1\n${ME}\nX-API-Key: invalid_key_123\n\n`,
    response: `${ANSWER}\nWWW-Authenticate: X-API-Key realm="API"\nContent-Type: application/json\n\n{"error": "invalid_credentials", "message": "API key not found or revoked"}`,
    wrong: ['challenge-not-applicable', 'date-missing', 'scheme-unregistered'],
    besides: ['body-length-unframed', 'custom-header-credentials', 'problem-content-type'],
  },
]

describe('the linter', () => {
  it.each(documented)('finds what is wrong with $name', ({ request, response, wrong, besides }) => {
    const findings = lint(evidenceOf(request, response))
    const idsOf = (grave: boolean) =>
      findings.filter(({ level }) => ['must', 'should', 'warning'].includes(level) === grave).map(({ rule }) => rule)
    expect(idsOf(true).sort()).toEqual(wrong)
    expect(idsOf(false).sort()).toEqual(besides)
  })

  it('comes to the same where the server says what it takes', () => {
    const { request, response, wrong } = documented[3] ?? { request: '', response: '', wrong: [] }
    const findings = lint({ ...evidenceOf(request, response), circumstances: { takes: ['X-API-Key'] } })
    expect(
      findings
        .filter(({ level }) => level !== 'info')
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(wrong)
  })

  it('takes a server at its word when it says what it takes', () => {
    const request = `GET /api/data HTTP/1.1\n${ME}\n\n`
    const bearer = evidenceOf(request, `${ANSWER}\nWWW-Authenticate: Bearer realm="API"\n\n`)
    const forbidden = evidenceOf(request, 'HTTP/1.1 403 Forbidden\n\n')
    const ids = (evidence: typeof bearer, takes?: readonly string[]) =>
      lint({ ...evidence, circumstances: { takes } }).map(({ rule }) => rule)
    expect(ids(bearer, ['X-API-Key'])).toContain('challenge-not-applicable')
    expect(ids(bearer, ['X-API-Key', 'Authorization'])).not.toContain('challenge-not-applicable')
    expect(ids(bearer)).not.toContain('challenge-not-applicable')
    expect(ids(forbidden, ['Authorization'])).toContain('403-for-missing-credentials')
    expect(ids(forbidden, [])).not.toContain('403-for-missing-credentials')
    expect(ids(forbidden)).not.toContain('403-for-missing-credentials')
  })

  it('puts the gravest first', () => {
    const { request, response } = documented[3] ?? { request: '', response: '' }
    expect(lint(evidenceOf(request, response)).map(({ level }) => level)).toEqual([
      ...['must', 'must', 'warning'],
      ...['info', 'info', 'info'],
    ])
  })
})
