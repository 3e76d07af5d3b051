/** Basic from the beginning: the challenge, the password in Base64, the same login at another door, a wrong password. */

import type { Scenario } from '../../scenario.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string, ...fields: readonly string[]) =>
  `${[`GET ${path} HTTP/1.1`, 'Host: www.example.com', ...fields].join('\n')}\n\n`

const scenario: Scenario = {
  crumb: 'Basic · RFC 7617',
  world: worldAt('2024-07-02T12:18:47Z'),
  draft: request('/docs/'),
  secrets: ['aladdin/password'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/docs/' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/docs/', user: 'aladdin' },
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/password' }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 403, path: '/docs/plans', user: 'aladdin' },
      solution: [
        // Aladdin:open sesame
        { kind: 'write', text: request('/docs/plans', 'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==') },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401 },
          { kind: 'step', check: 'basic.password', result: 'fail' },
        ],
      },
      solution: [
        // Aladdin:open sesamd
        { kind: 'write', text: request('/docs/plans', 'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZA==') },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
