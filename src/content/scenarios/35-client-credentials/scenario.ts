/** A program that works at night, when nobody is there to log in: it gets a token for itself. */

import type { Move } from '../../move.ts'
import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import nightly from '../../world/places/api.example.com/nightly.ts'
import authorization from '../../world/places/auth.example.com/index.ts'
import { worldAt } from '../../world/world.ts'

/** Chance is seeded, so this is the token that everybody gets who makes the same moves. */
const TOKEN =
  'eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiIsImtpZCI6ImRlbW8tMjAyNCJ9.eyJpc3MiOiJodHRwczovL2F1dGguZXhhbXBsZS5jb20iLCJhdWQiOiJodHRwczovL2FwaS5leGFtcGxlLmNvbSIsInN1YiI6Im5pZ2h0bHkiLCJjbGllbnRfaWQiOiJuaWdodGx5Iiwic2NvcGUiOiJyZXBvcnQ6cmVhZCIsImlhdCI6MTc3MjQ0MjAwMCwiZXhwIjoxNzcyNDQyNjAwLCJqdGkiOiI0ekFhMGt2QV9vdkpHR2dDIn0.vn__JIWX0YhU5hfkFgEZSRGY7DItLV3kXgOGIwqwi2I'

const send: Move = { kind: 'send' }
const write = (text: string): Move => ({ kind: 'write', text })
const report = (method: string, path: string) =>
  write(`${method} ${path} HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer ${TOKEN}\n\n`)

const scenario: Scenario = {
  crumb: 'Client credentials · RFC 6749',
  world: [authorization, nightly].reduce(enter, worldAt('2026-03-02T09:00:00Z')),
  draft:
    'POST /token HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&scope=report%3Aread',
  secrets: ['ada/client-nightly'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/token' }, solution: [send] },
    {
      goal: { kind: 'answered', status: 200, path: '/token' },
      solution: [{ kind: 'answer', offer: 0, secret: 'ada/client-nightly' }, send],
    },
    { goal: { kind: 'answered', status: 200, path: '/nightly' }, solution: [report('GET', '/nightly'), send] },
    {
      goal: {
        kind: 'all',
        goals: [{ kind: 'predicted' }, { kind: 'answered', status: 403, path: '/nightly/publish' }],
      },
      predict: [200, 401, 403],
      solution: [report('POST', '/nightly/publish'), { kind: 'predict', status: 403 }, send],
    },
  ],
}

export default scenario
