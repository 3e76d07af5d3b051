/** A preflight by hand, an answer that script may read, and three servers that get it wrong. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/api.example.com/cors.ts'
import { worldAt } from '../../world/world.ts'

const request = (line: string, ...fields: readonly string[]) =>
  `${[`${line} HTTP/1.1`, 'Host: api.example.com', 'Origin: https://app.example', ...fields].join('\n')}\n\n`

const preflight = (path: string) =>
  request(`OPTIONS ${path}`, 'Access-Control-Request-Method: GET', 'Access-Control-Request-Headers: authorization')

const scenario: Scenario = {
  crumb: 'CORS · Fetch',
  world: enter(worldAt('2026-04-27T10:00:00Z'), place),
  draft: preflight('/cors/right'),
  secrets: ['aladdin/token'],
  steps: [
    { goal: { kind: 'answered', status: 204, path: '/cors/right' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/cors/right', user: 'aladdin' },
      solution: [
        { kind: 'write', text: request('GET /cors/right') },
        { kind: 'send' },
        { kind: 'answer', offer: 0, secret: 'aladdin/token' },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/cors/guarded' },
          { kind: 'step', check: 'server.credentials', result: 'fail' },
        ],
      },
      predict: [204, 401, 405],
      solution: [
        { kind: 'write', text: preflight('/cors/guarded') },
        { kind: 'predict', status: 401 },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/cors/silent' },
          { kind: 'step', check: 'server.credentials', result: 'pass' },
        ],
      },
      solution: [
        { kind: 'write', text: request('GET /cors/silent', 'Authorization: Bearer yesterday') },
        { kind: 'send' },
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/cors/wildcard', user: 'aladdin' },
      solution: [
        { kind: 'write', text: request('GET /cors/wildcard') },
        { kind: 'answer', offer: 0, secret: 'aladdin/token' },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
