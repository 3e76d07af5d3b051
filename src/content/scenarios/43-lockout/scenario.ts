/** Guessing a password until the door locks, the right password in vain, and the way back in. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/api.example.com/turnstile.ts'
import { worldAt } from '../../world/world.ts'

const path = '/turnstile'

const scenario: Scenario = {
  crumb: 'Lockout · RFC 6585',
  world: enter(worldAt('2026-04-22T10:00:00Z'), place),
  // Aladdin:sesame
  draft: `GET ${path} HTTP/1.1\nHost: api.example.com\nAuthorization: Basic QWxhZGRpbjpzZXNhbWU=\n\n`,
  secrets: ['aladdin/password'],
  steps: [
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path },
          { kind: 'step', check: 'basic.password', result: 'fail' },
        ],
      },
      solution: [{ kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 429, path },
          { kind: 'step', check: 'server.lockout', result: 'fail' },
        ],
      },
      solution: [{ kind: 'send' }, { kind: 'send' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [{ kind: 'answered', status: 429, path }, { kind: 'predicted' }],
      },
      predict: [200, 401, 429],
      solution: [
        { kind: 'answer', offer: 0, secret: 'aladdin/password' },
        { kind: 'predict', status: 429 },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path, user: 'aladdin' },
          { kind: 'step', check: 'server.lockout', result: 'pass' },
        ],
      },
      solution: [{ kind: 'wait', seconds: 300 }, { kind: 'send' }],
    },
  ],
}

export default scenario
