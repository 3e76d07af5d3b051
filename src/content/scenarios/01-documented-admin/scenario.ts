/** Documented example 1: a bare `Bearer`, from knocking to 200 and 403, and the twin that does it right. */

import type { Scenario } from '../../scenario.ts'
import { beginningAt } from '../../world/beginning.ts'

const request = (path: string) => `GET ${path} HTTP/1.1\nHost: example.com\n\n`

const scenario: Scenario = {
  crumb: 'Bearer · RFC 6750',
  world: beginningAt('2024-07-02T12:18:47Z'),
  draft: request('/admin'),
  secrets: ['ada/token', 'aladdin/token'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/admin' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/admin', user: 'ada' },
      solution: [{ kind: 'answer', offer: 0, secret: 'ada/token' }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 403, path: '/admin', user: 'aladdin' },
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/token' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/rfc/admin' },
          { kind: 'clean', rule: 'bearer-challenge-without-params' },
        ],
      },
      solution: [{ kind: 'write', text: request('/rfc/admin') }, { kind: 'send' }],
    },
  ],
}

export default scenario
