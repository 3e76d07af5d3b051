/** Concealed: a door that isn't there for whoever knocks, a proof that is good on one connection, and what a friend is told. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/api.example.com/concealed.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string) => `GET ${path} HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n`

const scenario: Scenario = {
  crumb: 'Concealed · RFC 9729',
  world: enter(worldAt('2026-03-02T09:00:00Z'), place),
  draft: request('/concealed'),
  secrets: ['aladdin/concealed-key', 'ada/concealed-key'],
  steps: [
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 404, path: '/concealed' },
          { kind: 'step', check: 'server.credentials', result: 'fail' },
        ],
      },
      solution: [{ kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 404 },
          { kind: 'step', check: 'server.path', result: 'fail' },
        ],
      },
      solution: [{ kind: 'write', text: request('/nothing-at-all') }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/concealed', user: 'aladdin' },
      solution: [
        { kind: 'write', text: request('/concealed') },
        { kind: 'answer', offer: 0, secret: 'aladdin/concealed-key' },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'predicted' },
          { kind: 'answered', status: 404, path: '/concealed' },
          { kind: 'step', check: 'concealed.connection', result: 'fail' },
        ],
      },
      solution: [{ kind: 'connect' }, { kind: 'predict', status: 404 }, { kind: 'send' }],
      predict: [200, 401, 404],
    },
    {
      goal: { kind: 'answered', status: 403, path: '/concealed/vault', user: 'aladdin' },
      solution: [
        { kind: 'write', text: request('/concealed/vault') },
        { kind: 'answer', offer: 0, secret: 'aladdin/concealed-key' },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
