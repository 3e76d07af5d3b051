/** The parameters go to the server first, and the address holds only their name, which is good once. */

import type { Move } from '../../move.ts'
import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import authorization from '../../world/places/auth.example.com/index.ts'
import { worldAt } from '../../world/world.ts'

/** Chance is seeded, so this is the name that everybody gets who makes the same moves. */
const REQUEST_URI = 'urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3AibGDDgXp1N2myKAHH6p4BA'
/** RFC 7636 §B. */
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

const send: Move = { kind: 'send' }
const wish =
  'response_type=code&client_id=web-shop&redirect_uri=https%3A%2F%2Fexample.com%2Fcallback&scope=openid+read&state=af0ifjsldkj'

const scenario: Scenario = {
  crumb: 'Pushed requests · RFC 9126',
  world: enter(worldAt('2026-03-02T09:00:00Z'), authorization),
  draft: `POST /par HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n\n${wish}&code_challenge=${CHALLENGE}&code_challenge_method=S256`,
  secrets: ['ada/client-web-shop'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/par' }, solution: [send] },
    {
      goal: { kind: 'answered', status: 201, path: '/par' },
      solution: [{ kind: 'answer', offer: 0, secret: 'ada/client-web-shop' }, send],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/authorize' },
      solution: [
        {
          kind: 'write',
          text: `GET /authorize?client_id=web-shop&request_uri=${REQUEST_URI} HTTP/1.1\nHost: auth.example.com\n\n`,
        },
        send,
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [{ kind: 'predicted' }, { kind: 'step', check: 'authorization.pushed-fresh', result: 'fail' }],
      },
      predict: [200, 303, 400],
      solution: [{ kind: 'predict', status: 400 }, send],
    },
  ],
}

export default scenario
