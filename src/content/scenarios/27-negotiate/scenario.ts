/** Negotiate: a ticket for a password, its replay, a clock that is off, and NTLM in disguise. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/api.example.com/kerberos.ts'
import { worldAt } from '../../world/world.ts'

const request = (fields = '') => `GET /kerberos HTTP/1.1\nHost: api.example.com\nAccept: application/json\n${fields}\n`
const answer = { kind: 'answer', offer: 0, secret: 'aladdin/kerberos-ticket' } as const

const failed = (check: string) =>
  ({
    kind: 'all',
    goals: [
      { kind: 'answered', status: 401, path: '/kerberos' },
      { kind: 'step', check, result: 'fail' },
    ],
  }) as const

const scenario: Scenario = {
  crumb: 'Negotiate · RFC 4559',
  world: enter(worldAt('2026-03-02T08:30:00Z'), place),
  draft: request(),
  secrets: ['aladdin/kerberos-ticket', 'ada/kerberos-ticket'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/kerberos' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/kerberos', user: 'aladdin' },
      solution: [answer, { kind: 'send' }],
    },
    {
      goal: failed('negotiate.replay'),
      solution: [{ kind: 'connect' }, { kind: 'predict', status: 401 }, { kind: 'send' }],
      predict: [200, 401, 403],
    },
    {
      goal: failed('negotiate.skew'),
      solution: [answer, { kind: 'wait', seconds: 600 }, { kind: 'send' }],
    },
    {
      goal: failed('negotiate.not-ntlm'),
      solution: [
        {
          kind: 'write',
          text: request('Authorization: Negotiate TlRMTVNTUAABAAAABQIIAAAAAAAAAAAAAAAAAAAAAAA=\n'),
        },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
