/** A container registry: its challenge says where tokens are and what to ask for; a token for less is no error. */

import { mint } from '../../../protocol/services/registry-tokens/mint.ts'
import { readScope } from '../../../protocol/services/registry-tokens/scope.ts'
import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import registry from '../../world/places/registry.example.com/index.ts'
import { REGISTRY, settings } from '../../world/registry.ts'
import { worldAt } from '../../world/world.ts'

const world = enter(worldAt('2026-10-05T14:00:00Z'), registry)
const APP = '/v2/library/app/manifests/latest'
const PAYROLL = '/v2/team/payroll/manifests/latest'

const pull = (path: string, token?: string) =>
  `GET ${path} HTTP/1.1\nHost: ${REGISTRY}\n${token ? `Authorization: Bearer ${token}\n` : ''}\n`
const ask = (scope: string, account = '') =>
  `GET /registry-token?service=${REGISTRY}&scope=${scope}${account} HTTP/1.1\nHost: auth.example.com\n\n`

/** What the token server hands out: the first token to nobody in particular, the second to Mufasa. */
const token = (subject: string, scope: string, number: number) =>
  mint({
    ...settings,
    service: REGISTRY,
    subject,
    client: 'anonymous',
    access: [readScope(scope)].filter((each) => each !== undefined),
    now: world.clock / 1000,
    number,
  })
const open = token('', 'repository:library/app:pull', 1)
const own = token('mufasa', 'repository:team/payroll:pull', 2)

const scenario: Scenario = {
  crumb: 'Registry · Bearer',
  world,
  draft: pull(APP),
  secrets: ['mufasa/password', 'ada/password'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: APP }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/registry-token' },
      solution: [{ kind: 'write', text: ask('repository:library/app:pull') }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: APP },
      solution: [{ kind: 'write', text: pull(APP, open) }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: PAYROLL },
          { kind: 'step', check: 'server.scope', result: 'fail' },
        ],
      },
      solution: [{ kind: 'write', text: pull(PAYROLL, open) }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: PAYROLL, user: 'mufasa' },
      solution: [
        { kind: 'write', text: ask('repository:team/payroll:pull,push', '&account=mufasa') },
        { kind: 'send' },
        { kind: 'answer', offer: 0, secret: 'mufasa/password' },
        { kind: 'send' },
        { kind: 'write', text: pull(PAYROLL, own) },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
