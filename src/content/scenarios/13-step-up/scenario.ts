/** Step-up: one token, two resources, and a login that is too weak, then too old, then good, then too old again. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import stepUp from '../../world/places/api.example.com/step-up.ts'
import { worldAt } from '../../world/world.ts'

const world = enter(worldAt('2026-03-09T08:30:00Z'), stepUp)
const login = world.users.flatMap(({ secrets }) => secrets).find(({ id }) => id === 'aladdin/password-login')

const request = (line: string) => `${line} HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer ${login?.token}\n\n`

const refused = (check: string) =>
  ({
    kind: 'all',
    goals: [
      { kind: 'answered', status: 401, path: '/step-up/transfers' },
      { kind: 'step', check, result: 'fail' },
    ],
  }) as const

const scenario: Scenario = {
  crumb: 'Step-up · RFC 9470',
  world,
  draft: request('GET /step-up'),
  secrets: ['aladdin/login-this-morning', 'aladdin/login-just-now', 'aladdin/password-login'],
  steps: [
    { goal: { kind: 'answered', status: 200, path: '/step-up', user: 'aladdin' }, solution: [{ kind: 'send' }] },
    {
      goal: refused('bearer.acr'),
      predict: [200, 401, 403],
      solution: [
        { kind: 'write', text: request('POST /step-up/transfers') },
        { kind: 'predict', status: 401 },
        { kind: 'send' },
      ],
    },
    {
      goal: refused('bearer.auth-time'),
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/login-this-morning' }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/step-up/transfers', user: 'aladdin' },
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/login-just-now' }, { kind: 'send' }],
    },
    { goal: refused('bearer.auth-time'), solution: [{ kind: 'wait', seconds: 300 }, { kind: 'send' }] },
  ],
}

export default scenario
