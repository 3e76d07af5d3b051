/** Documented example 3: an expired token, a new one, one whose scope doesn't reach, and the twin that names it in one voice. */

import type { Scenario } from '../../scenario.ts'
import { DOCUMENTED_TOKEN } from '../../world/spaces.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string) =>
  `GET ${path} HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer ${DOCUMENTED_TOKEN}\n\n`

const scenario: Scenario = {
  crumb: 'Bearer · RFC 6750',
  world: worldAt('2025-10-01T10:04:00Z'),
  draft: request('/api/protected'),
  secrets: ['mufasa/token', 'aladdin/token'],
  steps: [
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/api/protected' },
          { kind: 'step', check: 'bearer.expiry', result: 'fail' },
        ],
      },
      solution: [{ kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/api/protected', user: 'mufasa' },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/token' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 403, path: '/api/protected' },
          { kind: 'step', check: 'server.scope', result: 'fail' },
        ],
      },
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/token' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/rfc/protected' },
          { kind: 'step', check: 'bearer.expiry', result: 'fail' },
          { kind: 'clean', rule: 'bearer-body-header-error-mismatch' },
        ],
      },
      solution: [{ kind: 'write', text: request('/rfc/protected') }, { kind: 'send' }],
    },
  ],
}

export default scenario
