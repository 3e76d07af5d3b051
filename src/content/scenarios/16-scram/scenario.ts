/** SCRAM: two round trips, a login taken up again in one, and its replay. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/api.example.com/scram.ts'
import { worldAt } from '../../world/world.ts'

const answered = [{ kind: 'answer', offer: 0, secret: 'aladdin/password' }, { kind: 'send' }] as const

const scenario: Scenario = {
  crumb: 'SCRAM · RFC 7804',
  world: enter(worldAt('2026-03-02T09:30:00Z'), place),
  draft: 'GET /scram HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n',
  secrets: ['aladdin/password'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/scram' }, solution: [{ kind: 'send' }] },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401 },
          { kind: 'step', check: 'scram-sha-256.proved', result: 'fail' },
        ],
      },
      solution: answered,
    },
    { goal: { kind: 'answered', status: 200, path: '/scram', user: 'aladdin' }, solution: answered },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path: '/scram' },
          { kind: 'step', check: 'scram-sha-256.count', result: 'pass' },
        ],
      },
      solution: answered,
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401 },
          { kind: 'step', check: 'scram-sha-256.count', result: 'fail' },
        ],
      },
      solution: [{ kind: 'predict', status: 401 }, { kind: 'send' }],
      predict: [200, 401, 403],
    },
  ],
}

export default scenario
