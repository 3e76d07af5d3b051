/** Several challenges in one field: where each begins, which to answer, and the twin that gives a line to each. */

import type { Scenario } from '../../scenario.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string) => `GET ${path} HTTP/1.1\nHost: api.example.com\n\n`

const scenario: Scenario = {
  crumb: 'WWW-Authenticate · RFC 9110',
  world: worldAt('2024-07-02T12:18:47Z'),
  draft: request('/front-desk/one-line'),
  secrets: ['mufasa/password', 'mufasa/token'],
  steps: [
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/front-desk/one-line' },
          { kind: 'found', rule: 'multiple-challenges-one-line' },
        ],
      },
      solution: [{ kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path: '/front-desk/one-line' },
          { kind: 'step', check: 'digest.response', result: 'pass' },
        ],
      },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/password' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path: '/front-desk/one-line' },
          { kind: 'step', check: 'basic.password', result: 'pass' },
        ],
      },
      solution: [{ kind: 'answer', offer: 3, secret: 'mufasa/password' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/front-desk' },
          { kind: 'clean', rule: 'multiple-challenges-one-line' },
        ],
      },
      solution: [{ kind: 'write', text: request('/front-desk') }, { kind: 'send' }],
    },
  ],
}

export default scenario
