/** A gateway that answers for its backend, two servers that want the same field, and a way out. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/gateway.example.com/index.ts'
import { worldAt } from '../../world/world.ts'

const get = (path: string) => `GET ${path} HTTP/1.1\nHost: gateway.example.com\nAccept: application/json\n\n`

const scenario: Scenario = {
  crumb: 'Gateway · RFC 9110',
  world: enter(worldAt('2026-04-20T08:30:00Z'), place),
  draft: get('/inventory'),
  secrets: ['ada/password', 'ada/token', 'ada/api-key'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/inventory' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/inventory', user: 'ada' },
      solution: [{ kind: 'answer', offer: 0, secret: 'ada/password' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/audit', user: 'ada' },
          { kind: 'step', check: 'basic.password', result: 'pass' },
        ],
      },
      solution: [
        { kind: 'write', text: get('/audit') },
        { kind: 'answer', offer: 0, secret: 'ada/password' },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/audit' },
          { kind: 'step', check: 'server.accepted', result: 'fail' },
          { kind: 'predicted' },
        ],
      },
      predict: [200, 401, 403],
      solution: [{ kind: 'answer', offer: 0, secret: 'ada/token' }, { kind: 'predict', status: 401 }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/audit/by-key', user: 'ada' },
      solution: [
        { kind: 'write', text: get('/audit/by-key') },
        { kind: 'send' },
        { kind: 'answer', offer: 0, secret: 'ada/api-key' },
        { kind: 'send' },
        { kind: 'answer', offer: 0, secret: 'ada/token' },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
