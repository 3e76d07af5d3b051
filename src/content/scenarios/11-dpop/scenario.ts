/** DPoP: a token and a proof, the dance with the nonce, a copied request, and a thief without the key. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import dpop from '../../world/places/api.example.com/dpop.ts'
import { worldAt } from '../../world/world.ts'

const failed = (check: string) =>
  ({
    kind: 'all',
    goals: [
      { kind: 'answered', status: 401, path: '/dpop/transfers' },
      { kind: 'step', check, result: 'fail' },
    ],
  }) as const

const scenario: Scenario = {
  crumb: 'DPoP · RFC 9449',
  world: enter(worldAt('2026-03-09T08:30:00Z'), dpop),
  draft: 'GET /dpop/transfers HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n',
  secrets: ['aladdin/dpop-key', 'scar/stolen-token'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/dpop/transfers' }, solution: [{ kind: 'send' }] },
    {
      goal: failed('dpop.nonce'),
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/dpop-key' }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/dpop/transfers', user: 'aladdin' },
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/dpop-key' }, { kind: 'send' }],
    },
    { goal: failed('dpop.jti'), solution: [{ kind: 'send' }] },
    {
      goal: failed('dpop.binding'),
      predict: [200, 401, 403],
      solution: [
        { kind: 'answer', offer: 0, secret: 'scar/stolen-token' },
        { kind: 'predict', status: 401 },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
