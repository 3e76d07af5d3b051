/** Documented example 2: an error code although nothing was sent, the ways to 200 and 403, and the twin without one. */

import type { Scenario } from '../../scenario.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string) => `GET ${path} HTTP/1.1\nHost: api.example.com\n\n`

const scenario: Scenario = {
  crumb: 'Bearer · RFC 6750',
  world: worldAt('2024-07-02T12:18:47Z'),
  draft: request('/api/users/me'),
  secrets: ['mufasa/token', 'scar/token'],
  steps: [
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/api/users/me' },
          { kind: 'found', rule: 'bearer-error-without-credentials' },
        ],
      },
      solution: [{ kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/api/users/me', user: 'mufasa' },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/token' }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 403, path: '/api/users/me', user: 'scar' },
      solution: [{ kind: 'answer', offer: 0, secret: 'scar/token' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/rfc/users/me' },
          { kind: 'clean', rule: 'bearer-error-without-credentials' },
        ],
      },
      solution: [{ kind: 'write', text: request('/rfc/users/me') }, { kind: 'send' }],
    },
  ],
}

export default scenario
