/** Documented example 4: a key in a field of its own and a scheme that nobody registered, and the twin that offers Bearer. */

import type { Scenario } from '../../scenario.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string, ...fields: readonly string[]) =>
  `${[`GET ${path} HTTP/1.1`, 'Host: api.example.com', ...fields].join('\n')}\n\n`

const scenario: Scenario = {
  crumb: 'API key · RFC 9110',
  world: worldAt('2024-07-02T12:18:47Z'),
  draft: request('/api/data', 'X-API-Key: invalid_key_123'),
  secrets: ['mufasa/api-key', 'aladdin/api-key', 'mufasa/token'],
  steps: [
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/api/data' },
          { kind: 'found', rule: 'scheme-unregistered' },
        ],
      },
      solution: [{ kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/api/data', user: 'mufasa' },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/api-key' }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 403, path: '/api/data', user: 'aladdin' },
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/api-key' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/rfc/data' },
          { kind: 'clean', rule: 'scheme-unregistered' },
        ],
      },
      solution: [{ kind: 'write', text: request('/rfc/data') }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path: '/rfc/data' },
          { kind: 'clean', rule: 'custom-header-credentials' },
        ],
      },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/token' }, { kind: 'send' }],
    },
  ],
}

export default scenario
