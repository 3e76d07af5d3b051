/** Basic with umlauts: the same password as ISO-8859-1 and as UTF-8, and the parameter that says which. */

import type { Scenario } from '../../scenario.ts'
import { worldAt } from '../../world/world.ts'

const request = (...fields: readonly string[]) =>
  `${['GET /menu HTTP/1.1', 'Host: www.example.com', ...fields].join('\n')}\n\n`

const scenario: Scenario = {
  crumb: 'Basic · RFC 7617',
  world: worldAt('2024-07-02T12:18:47Z'),
  draft: request(),
  secrets: ['juergen/password'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/menu' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'step', check: 'basic.charset', result: 'fail' },
      solution: [
        // Jürgen:Käsebrötchen in ISO-8859-1
        { kind: 'write', text: request('Authorization: Basic SvxyZ2VuOkvkc2VicvZ0Y2hlbg==') },
        { kind: 'send' },
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/menu', user: 'juergen' },
      solution: [{ kind: 'answer', offer: 0, secret: 'juergen/password' }, { kind: 'send' }],
    },
  ],
}

export default scenario
