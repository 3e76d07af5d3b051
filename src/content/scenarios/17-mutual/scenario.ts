/** Mutual: keys, proofs on both sides that are bound to the certificate, a password mistyped, a session past its time. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/api.example.com/mutual.ts'
import { worldAt } from '../../world/world.ts'

const answered = (secret: string) => [{ kind: 'answer', offer: 0, secret } as const, { kind: 'send' } as const]

const scenario: Scenario = {
  crumb: 'Mutual · RFC 8120',
  world: enter(worldAt('2026-03-02T09:30:00Z'), place),
  draft: 'GET /mutual HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n',
  secrets: ['aladdin/mutual', 'aladdin/mutual-mistyped'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/mutual' }, solution: [{ kind: 'send' }] },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401 },
          { kind: 'step', check: 'mutual.proved', result: 'fail' },
        ],
      },
      solution: answered('aladdin/mutual'),
    },
    {
      goal: { kind: 'answered', status: 200, path: '/mutual', user: 'aladdin' },
      solution: answered('aladdin/mutual'),
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401 },
          { kind: 'step', check: 'mutual.proof', result: 'fail' },
        ],
      },
      solution: [...answered('aladdin/mutual-mistyped'), ...answered('aladdin/mutual-mistyped')],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401 },
          { kind: 'step', check: 'mutual.in-time', result: 'fail' },
        ],
      },
      solution: [{ kind: 'wait', seconds: 301 }, ...answered('aladdin/mutual')],
    },
  ],
}

export default scenario
