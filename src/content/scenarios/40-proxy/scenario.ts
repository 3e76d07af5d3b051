/** A proxy that asks first, the origin server behind it, and a request with an answer for each. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/proxy.example.com/index.ts'
import { worldAt } from '../../world/world.ts'

const path = '/files/report'

const scenario: Scenario = {
  crumb: 'Proxy · RFC 9110',
  world: enter(worldAt('2026-04-13T08:30:00Z'), place),
  draft: `GET http://api.example.com${path} HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n`,
  secrets: ['mufasa/password'],
  steps: [
    { goal: { kind: 'answered', status: 407, path }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 401, path },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/password' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 407, path },
          { kind: 'step', check: 'digest.replay', result: 'fail' },
        ],
      },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/password' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path, user: 'mufasa' },
          { kind: 'step', check: 'digest.response', result: 'pass' },
        ],
      },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/password' }, { kind: 'send' }],
    },
  ],
}

export default scenario
