/** Digest over the bodies: a changed amount is found out, the server proves itself, and a nonce is replaced in time. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/api.example.com/ledger.ts'
import { worldAt } from '../../world/world.ts'

const head = 'POST /ledger HTTP/1.1\nHost: api.example.com\nContent-Type: application/json\nContent-Length: 28\n'

/** What the second answer of the solution says: world, seed and moves are always the same, so the answer is, too. */
const SECOND_ANSWER =
  'Digest username="Mufasa", realm="Ledger", uri="/ledger", algorithm=SHA-256, nonce="MTc3NjY5MzYwMDAwMC40ZjAzMzQgYmFmOTE4NGRmOWEzOGFhYTI2Yjg1OTc4", nc=00000002, cnonce="azxPOMKZhjUS7c5k", qop=auth-int, response="d4a1d7325c7f1a58dcf8507f8955af1d073690f218de3d659aedb8380f907db4"'

const scenario: Scenario = {
  crumb: 'Digest auth-int · RFC 7616',
  world: enter(worldAt('2026-04-20T14:00:00Z'), place),
  draft: `${head}\n{"to": "Timon", "coins": 10}`,
  secrets: ['mufasa/password'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/ledger' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/ledger', user: 'mufasa' },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/password' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/ledger' },
          { kind: 'step', check: 'digest.response', result: 'fail' },
        ],
      },
      solution: [
        { kind: 'answer', offer: 0, secret: 'mufasa/password' },
        { kind: 'write', text: `${head}Authorization: ${SECOND_ANSWER}\n\n{"to": "Timon", "coins": 99}` },
        { kind: 'send' },
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/ledger', user: 'mufasa' },
      solution: [
        { kind: 'answer', offer: 0, secret: 'mufasa/password' },
        { kind: 'wait', seconds: 300 },
        { kind: 'send' },
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/ledger', user: 'mufasa' },
      solution: [{ kind: 'answer', offer: 0, secret: 'mufasa/password' }, { kind: 'send' }],
    },
  ],
}

export default scenario
