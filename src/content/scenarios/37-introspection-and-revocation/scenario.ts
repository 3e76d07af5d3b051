/** What is this token worth? Whoever asks the server knows it; whoever only reads the token, believes it. */

import type { Move } from '../../move.ts'
import type { Scenario } from '../../scenario.ts'
import { connectedSecrets, REFRESH_TOKEN } from '../../world/oauth.ts'
import { enter } from '../../world/place.ts'
import authorization from '../../world/places/auth.example.com/index.ts'
import { worldAt } from '../../world/world.ts'

const world = enter(worldAt('2026-03-02T09:00:00Z'), authorization)
const token = connectedSecrets(world)[0]?.token

const form = (path: string, body: string, field = '') =>
  `POST ${path} HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n${field}\n${body}`
const get = (host: string, path: string, field = '') =>
  ({ kind: 'write', text: `GET ${path} HTTP/1.1\nHost: ${host}\n${field}\n` }) as const
const send: Move = { kind: 'send' }
const write = (text: string): Move => ({ kind: 'write', text })
const asks = 'Authorization: Basic cmVwb3J0LWFwaTphc2tzLWJlZm9yZS1pdC10cnVzdHM=\n'
const bearer = `Authorization: Bearer ${token}\n`

const scenario: Scenario = {
  crumb: 'Introspection and revocation · RFC 7662, 7009',
  world,
  draft: form('/introspect', `token=${token}`),
  secrets: ['ada/client-report-api', 'aladdin/photo-book'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/introspect' }, solution: [send] },
    {
      goal: { kind: 'step', check: 'authorization.active-token', result: 'pass' },
      solution: [{ kind: 'answer', offer: 0, secret: 'ada/client-report-api' }, send],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/revoke' },
      solution: [write(form('/revoke', `token=${REFRESH_TOKEN}&client_id=photo-book`)), send],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/introspect' },
      solution: [write(form('/introspect', `token=${token}`, asks)), send],
    },
    {
      goal: {
        kind: 'all',
        goals: [{ kind: 'predicted' }, { kind: 'answered', status: 200, path: '/reports', user: 'aladdin' }],
      },
      predict: [200, 401, 403],
      solution: [get('api.example.com', '/reports', bearer), { kind: 'predict', status: 200 }, send],
    },
  ],
}

export default scenario
