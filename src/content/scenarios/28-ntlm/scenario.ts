/** NTLM: three messages log in a connection, the third is worth nothing on another, and further requests need none. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/api.example.com/intranet.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string) => `GET ${path} HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n`
const answered = [{ kind: 'answer', offer: 0, secret: 'aladdin/password' }, { kind: 'send' }] as const

const scenario: Scenario = {
  crumb: 'NTLM · MS-NLMP',
  world: enter(worldAt('2026-03-02T08:45:00Z'), place),
  draft: request('/intranet'),
  secrets: ['aladdin/password', 'ada/password'],
  steps: [
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/intranet' },
          { kind: 'step', check: 'ntlm.proved', result: 'fail' },
        ],
      },
      solution: [{ kind: 'send' }, ...answered],
    },
    { goal: { kind: 'answered', status: 200, path: '/intranet', user: 'aladdin' }, solution: answered },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/intranet' },
          { kind: 'step', check: 'ntlm.challenge', result: 'fail' },
        ],
      },
      solution: [{ kind: 'connect' }, { kind: 'predict', status: 401 }, { kind: 'send' }],
      predict: [200, 401, 403],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/intranet', user: 'aladdin' },
      solution: [...answered, ...answered],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path: '/intranet/menu' },
          { kind: 'step', check: 'connections.owner', result: 'pass' },
        ],
      },
      solution: [{ kind: 'write', text: request('/intranet/menu') }, { kind: 'send' }],
    },
  ],
}

export default scenario
