/** vapid: a message for a device, a subscription that is somebody else's, and a token that ends. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import push from '../../world/places/push.example.com/index.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string) => `POST ${path} HTTP/1.1\nHost: push.example.com\nTTL: 30\n\n`

const scenario: Scenario = {
  crumb: 'vapid · RFC 8292',
  world: enter(worldAt('2026-04-01T08:00:00Z'), push),
  draft: request('/push/aladdins-phone'),
  secrets: ['aladdin/vapid-key', 'ada/vapid-key'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/push/aladdins-phone' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 201, path: '/push/aladdins-phone', user: 'aladdin' },
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/vapid-key' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 403 },
          { kind: 'step', check: 'vapid.expiry', result: 'fail' },
        ],
      },
      solution: [{ kind: 'wait', seconds: 86_400 }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 403, path: '/push/adas-tablet' },
          { kind: 'step', check: 'vapid.subscription', result: 'fail' },
        ],
      },
      predict: [201, 401, 403],
      solution: [
        { kind: 'write', text: request('/push/adas-tablet') },
        { kind: 'answer', offer: 0, secret: 'aladdin/vapid-key' },
        { kind: 'predict', status: 403 },
        { kind: 'send' },
      ],
    },
    {
      goal: { kind: 'answered', status: 201, path: '/push/everybody', user: 'ada' },
      solution: [
        { kind: 'write', text: request('/push/everybody') },
        { kind: 'answer', offer: 0, secret: 'ada/vapid-key' },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
