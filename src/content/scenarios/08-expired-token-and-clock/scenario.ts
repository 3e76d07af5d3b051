/** A token for five minutes and the virtual clock: what a new token cures (401), and what it doesn't (403). */

import type { Scenario } from '../../scenario.ts'
import { worldAt } from '../../world/world.ts'

const world = worldAt('2024-07-02T12:18:47Z')
const short = world.users.flatMap(({ secrets }) => secrets).find(({ id }) => id === 'mufasa/short')

const request = (line: string, ...fields: readonly string[]) =>
  `${[`${line} HTTP/1.1`, 'Host: api.example.com', ...fields].join('\n')}\n\n`

const scenario: Scenario = {
  crumb: 'JWT · RFC 9068',
  world,
  draft: request('GET /reports', `Authorization: Bearer ${short?.token}`),
  secrets: ['mufasa/token', 'mufasa/short'],
  steps: [
    {
      goal: { kind: 'answered', status: 200, path: '/reports', user: 'mufasa' },
      solution: [{ kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/reports' },
          { kind: 'step', check: 'bearer.expiry', result: 'fail' },
        ],
      },
      solution: [{ kind: 'wait', seconds: 300 }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/reports', user: 'mufasa' },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/token' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 403, path: '/reports/publish' },
          { kind: 'step', check: 'server.scope', result: 'fail' },
        ],
      },
      solution: [
        { kind: 'write', text: request('POST /reports/publish') },
        { kind: 'answer', offer: 0, secret: 'mufasa/token' },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
