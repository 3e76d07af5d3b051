/** Two schemes that no registry knows, a 403 that means 401, and a challenge with a comma too few. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import search from '../../world/places/api.example.com/search.ts'
import token from '../../world/places/api.example.com/token.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string) => `GET ${path} HTTP/1.1\nHost: api.example.com\n\n`

const scenario: Scenario = {
  crumb: 'Token, ApiKey · unregistered',
  world: [token, search].reduce(enter, worldAt('2026-03-02T09:00:00Z')),
  draft: request('/token'),
  secrets: ['aladdin/token-key', 'aladdin/search-key'],
  steps: [
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/token' },
          { kind: 'found', rule: 'scheme-unregistered' },
        ],
      },
      solution: [{ kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/token', user: 'aladdin' },
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/token-key' }, { kind: 'send' }],
    },
    {
      predict: [200, 401, 403],
      goal: {
        kind: 'all',
        goals: [
          { kind: 'predicted' },
          { kind: 'answered', status: 403, path: '/token/browser' },
          { kind: 'step', check: 'server.credentials', result: 'fail' },
        ],
      },
      solution: [
        { kind: 'write', text: request('/token/browser') },
        { kind: 'predict', status: 403 },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/search' },
          { kind: 'found', rule: 'auth-param-missing-comma' },
        ],
      },
      solution: [{ kind: 'write', text: request('/search') }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path: '/search', user: 'aladdin' },
          { kind: 'step', check: 'apikey.key', result: 'pass' },
        ],
      },
      solution: [{ kind: 'answer', offer: 2, secret: 'aladdin/search-key' }, { kind: 'send' }],
    },
  ],
}

export default scenario
