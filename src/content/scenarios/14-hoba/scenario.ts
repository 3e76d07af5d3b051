/** HOBA: a key is registered, signs a challenge, and no answer is good twice or for long. */

import { DEMO_KEYS } from '../../../protocol/schemes/hoba/demo-keys.ts'
import { pemOf } from '../../../protocol/schemes/hoba/key.ts'
import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/api.example.com/hoba.ts'
import { worldAt } from '../../world/world.ts'

const { kid } = DEMO_KEYS.mufasa
const form = new URLSearchParams({ pub: pemOf(DEMO_KEYS.mufasa), kidtype: '0', kid, didtype: '0', did: 'rock' })

const registration = `POST /hoba/register HTTP/1.1
Host: api.example.com
Content-Type: application/x-www-form-urlencoded
Content-Length: ${form.toString().length}

${form}`

const knock = 'GET /hoba HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n'

const scenario: Scenario = {
  crumb: 'HOBA · RFC 7486',
  world: enter(worldAt('2026-03-02T09:00:00Z'), place),
  draft: registration,
  secrets: ['mufasa/hoba-key', 'mufasa/password'],
  steps: [
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path: '/hoba/register', user: 'mufasa' },
          { kind: 'step', check: 'hoba-registration.free', result: 'pass' },
        ],
      },
      solution: [{ kind: 'send' }, { kind: 'answer', offer: 0, secret: 'mufasa/password' }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 401, path: '/hoba' },
      solution: [{ kind: 'write', text: knock }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/hoba', user: 'mufasa' },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/hoba-key' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/hoba' },
          { kind: 'step', check: 'hoba.used', result: 'fail' },
        ],
      },
      solution: [{ kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/hoba' },
          { kind: 'step', check: 'hoba.age', result: 'fail' },
        ],
      },
      solution: [
        { kind: 'answer', offer: 0, secret: 'mufasa/hoba-key' },
        { kind: 'wait', seconds: 300 },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
