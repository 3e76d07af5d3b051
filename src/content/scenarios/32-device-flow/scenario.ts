/** A television without a keyboard: it shows a code, asks again and again, and its person decides on the phone. */

import type { Move } from '../../move.ts'
import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import authorization from '../../world/places/auth.example.com/index.ts'
import { worldAt } from '../../world/world.ts'

/** Chance is seeded, so these are the values that everybody gets who makes the same moves. */
const DEVICE_CODE = 'TwM04b8ymOm5oMczzDemyA'
const USER_CODE = 'KPDM-FHBM'

const form = (path: string, body: string) =>
  `POST ${path} HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n\n${body}`
const send: Move = { kind: 'send' }
const write = (text: string): Move => ({ kind: 'write', text })
const grant = 'urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code'
const poll = write(form('/token', `grant_type=${grant}&device_code=${DEVICE_CODE}&client_id=television`))

const scenario: Scenario = {
  crumb: 'Device flow · RFC 8628',
  world: enter(worldAt('2026-03-02T09:00:00Z'), authorization),
  draft: form('/device_authorization', 'client_id=television&scope=openid+read'),
  secrets: ['aladdin/password'],
  steps: [
    { goal: { kind: 'answered', status: 200, path: '/device_authorization' }, solution: [send] },
    {
      goal: { kind: 'step', check: 'authorization.device-pace', result: 'fail' },
      solution: [poll, send, send],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path: '/device' },
          { kind: 'step', check: 'authorization.password', result: 'pass' },
        ],
      },
      solution: [
        write(`GET /device?user_code=${USER_CODE} HTTP/1.1\nHost: auth.example.com\n\n`),
        send,
        write(form('/device', `user_code=${USER_CODE}&decision=allow&username=Aladdin&password=open+sesame`)),
        send,
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/token' },
      solution: [{ kind: 'wait', seconds: 10 }, poll, send],
    },
  ],
}

export default scenario
