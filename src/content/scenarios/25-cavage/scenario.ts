/** Signature, after draft-cavage: what was signed before RFC 9421, and what it leaves open. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import cavage from '../../world/places/api.example.com/cavage.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string, authorization = '') =>
  `GET ${path} HTTP/1.1\nHost: api.example.com\nAccept: application/json\n${authorization}\n`

/** What the answer of the last step writes. */
const SIGNED =
  'Authorization: Signature keyId="aladdin", algorithm="hs2019", created=1772442300, headers="(request-target) (created) host", signature="FvltjcIHQtecIaM1Bb2t11e/KbJHUM4yoySWUV0VTnA="\n'

const scenario: Scenario = {
  crumb: 'Signature · draft-cavage',
  world: enter(worldAt('2026-03-02T09:00:00Z'), cavage),
  draft: request('/cavage'),
  secrets: ['aladdin/cavage-key'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/cavage' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/cavage', user: 'aladdin' },
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/cavage-key' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [{ kind: 'answered', status: 200, path: '/cavage', user: 'aladdin' }, { kind: 'predicted' }],
      },
      predict: [200, 401],
      solution: [{ kind: 'predict', status: 200 }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401 },
          { kind: 'step', check: 'signature.created', result: 'fail' },
        ],
      },
      solution: [{ kind: 'wait', seconds: 300 }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/cavage/admin' },
          { kind: 'step', check: 'signature.proof', result: 'fail' },
        ],
      },
      solution: [
        { kind: 'answer', offer: 0, secret: 'aladdin/cavage-key' },
        { kind: 'write', text: request('/cavage/admin', SIGNED) },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
