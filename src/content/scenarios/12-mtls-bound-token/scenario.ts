/** A token that is bound to a client certificate: without it, with it, and with somebody else's. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import mtls from '../../world/places/api.example.com/mtls.ts'
import { worldAt } from '../../world/world.ts'

const refused = {
  kind: 'all',
  goals: [
    { kind: 'answered', status: 401, path: '/mtls' },
    { kind: 'step', check: 'bearer.certificate', result: 'fail' },
  ],
} as const

const scenario: Scenario = {
  crumb: 'mTLS · RFC 8705',
  world: enter(worldAt('2026-03-09T08:30:00Z'), mtls),
  draft: 'GET /mtls HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n',
  secrets: ['aladdin/mtls-token', 'aladdin/certificate', 'mufasa/certificate'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/mtls' }, solution: [{ kind: 'send' }] },
    { goal: refused, solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/mtls-token' }, { kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/mtls', user: 'aladdin' },
      solution: [{ kind: 'connect', certificate: 'aladdin/certificate' }, { kind: 'send' }],
    },
    {
      goal: refused,
      predict: [200, 401, 403],
      solution: [
        { kind: 'connect', certificate: 'mufasa/certificate' },
        { kind: 'predict', status: 401 },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
