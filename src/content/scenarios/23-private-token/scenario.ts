/** PrivateToken: an issuer's word instead of a name, good once; and what a server can't know, it can't check. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/api.example.com/private-token.ts'
import { worldAt } from '../../world/world.ts'

const request = (host: string, path: string) => `GET ${path} HTTP/1.1\nHost: ${host}\nAccept: application/json\n\n`
const door = (path: string) => request('api.example.com', path)
const directory = '/.well-known/private-token-issuer-directory'

const scenario: Scenario = {
  crumb: 'PrivateToken · RFC 9577',
  world: enter(worldAt('2026-03-02T09:00:00Z'), place),
  draft: door('/private-token'),
  secrets: ['aladdin/attested-device', 'ada/attested-device'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/private-token' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: directory },
      solution: [{ kind: 'write', text: request('issuer.example.com', directory) }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path: '/private-token' },
          { kind: 'step', check: 'privatetoken.signature', result: 'pass' },
        ],
      },
      solution: [
        { kind: 'write', text: door('/private-token') },
        { kind: 'answer', offer: 0, secret: 'aladdin/attested-device' },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'predicted' },
          { kind: 'answered', status: 401, path: '/private-token' },
          { kind: 'step', check: 'privatetoken.spent', result: 'fail' },
        ],
      },
      solution: [{ kind: 'predict', status: 401 }, { kind: 'send' }],
      predict: [200, 401, 403],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 403, path: '/private-token/staff' },
          { kind: 'step', check: 'privatetoken.spent', result: 'pass' },
        ],
      },
      solution: [
        { kind: 'write', text: door('/private-token/staff') },
        { kind: 'answer', offer: 0, secret: 'ada/attested-device' },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
