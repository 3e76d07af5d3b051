/** A refresh token is good once. Whoever comes with it again ends it for everybody, the thief included. */

import type { Move } from '../../move.ts'
import type { Scenario } from '../../scenario.ts'
import { REFRESH_TOKEN } from '../../world/oauth.ts'
import { enter } from '../../world/place.ts'
import authorization from '../../world/places/auth.example.com/index.ts'
import { worldAt } from '../../world/world.ts'

/** Chance is seeded, so these are the values that everybody gets who makes the same moves. */
const NEW_REFRESH_TOKEN = 'fx8qMVO5eDE4YIASBI803A'
const TOKEN =
  'eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiIsImtpZCI6ImRlbW8tMjAyNCJ9.eyJpc3MiOiJodHRwczovL2F1dGguZXhhbXBsZS5jb20iLCJhdWQiOlsiaHR0cHM6Ly9hcGkuZXhhbXBsZS5jb20iLCJodHRwczovL2F1dGguZXhhbXBsZS5jb20iXSwic3ViIjoiYWxhZGRpbiIsImNsaWVudF9pZCI6InBob3RvLWJvb2siLCJzY29wZSI6Im9wZW5pZCBwcm9maWxlIHJlYWQiLCJpYXQiOjE3NzI0NDIwMDAsImV4cCI6MTc3MjQ0MjYwMCwianRpIjoiVHdNMDRiOHltT201b01jeiJ9.8njhRnGXcxfq5Ns1n1TG37pECSmpwD4mULjO6PdcAGY'

const send: Move = { kind: 'send' }
const write = (text: string): Move => ({ kind: 'write', text })
const refresh = (token: string) =>
  `POST /token HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&refresh_token=${token}&client_id=photo-book`
const userinfo = `GET /userinfo HTTP/1.1\nHost: auth.example.com\nAuthorization: Bearer ${TOKEN}\n\n`

const scenario: Scenario = {
  crumb: 'Refresh tokens · RFC 6749, 9700',
  world: enter(worldAt('2026-03-02T09:00:00Z'), authorization),
  draft: refresh(REFRESH_TOKEN),
  secrets: ['aladdin/photo-book-refresh'],
  steps: [
    { goal: { kind: 'answered', status: 200, path: '/token' }, solution: [send] },
    {
      goal: { kind: 'answered', status: 200, path: '/userinfo', user: 'aladdin' },
      solution: [write(userinfo), send],
    },
    {
      goal: {
        kind: 'all',
        goals: [{ kind: 'predicted' }, { kind: 'step', check: 'authorization.refresh-unused', result: 'fail' }],
      },
      predict: [200, 400, 401],
      solution: [write(refresh(REFRESH_TOKEN)), { kind: 'predict', status: 400 }, send],
    },
    {
      goal: { kind: 'step', check: 'authorization.refresh-revoked', result: 'fail' },
      solution: [write(refresh(NEW_REFRESH_TOKEN)), send],
    },
    { goal: { kind: 'step', check: 'bearer.revoked', result: 'fail' }, solution: [write(userinfo), send] },
  ],
}

export default scenario
