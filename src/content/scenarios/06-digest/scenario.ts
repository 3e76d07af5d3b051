/** Digest: a proof instead of the password, the count, a stale nonce, and a file that is somebody else's. */

import type { Scenario } from '../../scenario.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string) => `GET ${path} HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n`

const scenario: Scenario = {
  crumb: 'Digest · RFC 7616',
  world: worldAt('2024-07-02T12:18:47Z'),
  draft: request('/files/report'),
  secrets: ['mufasa/password'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/files/report' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/files/report', user: 'mufasa' },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/password' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path: '/files/report' },
          { kind: 'step', check: 'digest.replay', result: 'pass' },
        ],
      },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/password' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401 },
          { kind: 'step', check: 'digest.nonce-fresh', result: 'fail' },
        ],
      },
      solution: [{ kind: 'wait', seconds: 300 }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 403, path: '/files/payroll', user: 'mufasa' },
      solution: [
        { kind: 'write', text: request('/files/payroll') },
        { kind: 'answer', offer: 0, secret: 'mufasa/password' },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
