/** Message signatures: a request that nobody can send again, and that nobody can change on the way. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import signed from '../../world/places/api.example.com/signed.ts'
import { worldAt } from '../../world/world.ts'

const order = (fields: readonly string[], coffees: number) =>
  ['POST /signed/orders HTTP/1.1', 'Host: api.example.com', 'Content-Type: application/json', ...fields].join('\n') +
  `\n\n{"coffees": ${coffees}}`

/** What the answer of the fourth step writes. */
const SIGNED = [
  'Content-Digest: sha-256=:i1c8ugR27xgGq4fmNR4alLki+aqrbi9NoEb2G1jST24=:',
  'Signature-Input: sig1=("@method" "@authority" "@path" "content-type" "content-digest");created=1772442000;keyid="aladdin-hmac";nonce="h-Mpy_l8PZjvI4Ti";tag="example-api"',
  'Signature: sig1=://vyfF1lGLLGBu3//ssMBi/Fj0BX5JYhBrzsd88KPjA=:',
]

const scenario: Scenario = {
  crumb: 'HTTP Message Signatures · RFC 9421',
  world: enter(worldAt('2026-03-02T09:00:00Z'), signed),
  draft: 'GET /signed HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n',
  secrets: ['aladdin/signing-key'],
  steps: [
    { goal: { kind: 'answered', status: 403, path: '/signed' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/signed', user: 'aladdin' },
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/signing-key' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 403 },
          { kind: 'step', check: 'signature-input.nonce', result: 'fail' },
        ],
      },
      predict: [200, 401, 403],
      solution: [{ kind: 'predict', status: 403 }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 201, path: '/signed/orders', user: 'aladdin' },
      solution: [
        { kind: 'write', text: order([], 2) },
        { kind: 'send' },
        { kind: 'answer', offer: 0, secret: 'aladdin/signing-key' },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 403 },
          { kind: 'step', check: 'signature-input.signature', result: 'pass' },
          { kind: 'step', check: 'signature-input.body', result: 'fail' },
        ],
      },
      solution: [{ kind: 'write', text: order(SIGNED, 200) }, { kind: 'send' }],
    },
  ],
}

export default scenario
