/** Hawk: a clock that is wrong and put right, a server that proves itself, and a request that comes twice. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import hawk from '../../world/places/api.example.com/hawk.ts'
import { worldAt } from '../../world/world.ts'

const SLOW = 'mufasa/hawk-slow-clock'

const scenario: Scenario = {
  crumb: 'Hawk · Mozilla',
  world: enter(worldAt('2026-03-02T09:00:00Z'), hawk),
  draft: 'GET /hawk HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n',
  secrets: [SLOW, 'mufasa/hawk'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/hawk' }, solution: [{ kind: 'send' }] },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/hawk' },
          { kind: 'step', check: 'hawk.timestamp', result: 'fail' },
        ],
      },
      solution: [{ kind: 'answer', offer: 0, secret: SLOW }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/hawk', user: 'mufasa' },
      solution: [{ kind: 'answer', offer: 0, secret: SLOW }, { kind: 'send' }],
    },
    {
      predict: [200, 401, 403],
      goal: {
        kind: 'all',
        goals: [
          { kind: 'predicted' },
          { kind: 'answered', status: 401, path: '/hawk' },
          { kind: 'step', check: 'hawk.nonce', result: 'fail' },
        ],
      },
      solution: [{ kind: 'predict', status: 401 }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/hawk/letters', user: 'mufasa' },
      solution: [
        {
          kind: 'write',
          text: 'POST /hawk/letters HTTP/1.1\nHost: api.example.com\nContent-Type: text/plain\n\nDear Ada, the falcon is hungry.',
        },
        { kind: 'answer', offer: 0, secret: SLOW },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
