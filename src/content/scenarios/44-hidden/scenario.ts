/** 404 in place of 403: a door that is there for some only, and what would give it away. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/api.example.com/turnstile.ts'
import { worldAt } from '../../world/world.ts'

const request = (line: string, user?: string) =>
  `${[`${line} HTTP/1.1`, 'Host: api.example.com', ...(user ? [`Authorization: Basic ${user}`] : [])].join('\n')}\n\n`

// Aladdin:open sesame
const ALADDIN = 'QWxhZGRpbjpvcGVuIHNlc2FtZQ=='
const door = '/turnstile/secret-door'

const scenario: Scenario = {
  crumb: '404 · RFC 9110',
  world: enter(worldAt('2026-04-24T10:00:00Z'), place),
  draft: request('GET /turnstile'),
  secrets: ['aladdin/password', 'ada/password'],
  steps: [
    {
      goal: { kind: 'answered', status: 200, path: '/turnstile', user: 'aladdin' },
      solution: [{ kind: 'send' }, { kind: 'answer', offer: 0, secret: 'aladdin/password' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 404, path: door, user: 'aladdin' },
          { kind: 'step', check: 'server.role', result: 'fail' },
        ],
      },
      solution: [{ kind: 'write', text: request(`GET ${door}`, ALADDIN) }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 404 },
          { kind: 'step', check: 'server.path', result: 'fail' },
        ],
      },
      solution: [{ kind: 'write', text: request('GET /turnstile/cellar', ALADDIN) }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 404, path: door },
          { kind: 'step', check: 'server.method', result: 'fail' },
        ],
      },
      predict: [204, 404, 405],
      solution: [
        { kind: 'write', text: request(`OPTIONS ${door}`) },
        { kind: 'predict', status: 404 },
        { kind: 'send' },
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: door, user: 'ada' },
      solution: [
        { kind: 'write', text: request(`GET ${door}`) },
        { kind: 'answer', offer: 0, secret: 'ada/password' },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
