/** 401 or 403? No badge, a fake badge, the wrong floor: predicted before it is shown. */

import type { Goal } from '../../goal.ts'
import type { Scenario } from '../../scenario.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string, ...fields: readonly string[]) =>
  `${[`GET ${path} HTTP/1.1`, 'Host: www.example.com', ...fields].join('\n')}\n\n`

const predicted = (...goals: readonly Goal[]): Goal => ({ kind: 'all', goals: [{ kind: 'predicted' }, ...goals] })

const predict = [200, 401, 403]

const scenario: Scenario = {
  crumb: '401 · 403 · RFC 9110',
  world: worldAt('2024-07-02T12:18:47Z'),
  draft: request('/building/lobby'),
  secrets: ['aladdin/password'],
  steps: [
    {
      goal: predicted({ kind: 'answered', status: 200, path: '/building/lobby' }),
      solution: [{ kind: 'predict', status: 200 }, { kind: 'send' }],
      predict,
    },
    {
      goal: predicted(
        { kind: 'answered', status: 401, path: '/building/office' },
        { kind: 'step', check: 'server.credentials', result: 'fail' },
      ),
      solution: [
        { kind: 'write', text: request('/building/office') },
        { kind: 'predict', status: 401 },
        { kind: 'send' },
      ],
      predict,
    },
    {
      goal: predicted(
        { kind: 'answered', status: 401, path: '/building/office' },
        { kind: 'step', check: 'server.accepted', result: 'pass' },
      ),
      solution: [
        // Aladdin:open barrel
        { kind: 'write', text: request('/building/office', 'Authorization: Basic QWxhZGRpbjpvcGVuIGJhcnJlbA==') },
        { kind: 'predict', status: 401 },
        { kind: 'send' },
      ],
      predict,
    },
    {
      goal: predicted({ kind: 'answered', status: 403, path: '/building/vault', user: 'aladdin' }),
      solution: [
        { kind: 'write', text: request('/building/vault') },
        { kind: 'answer', offer: 0, secret: 'aladdin/password' },
        { kind: 'predict', status: 403 },
        { kind: 'send' },
      ],
      predict,
    },
  ],
}

export default scenario
