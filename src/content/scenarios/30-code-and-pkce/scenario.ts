/** The whole way to a token: sent off to log in, back with a code, and the code exchanged by who sent off, and nobody else. */

import type { Move } from '../../move.ts'
import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import authorization from '../../world/places/auth.example.com/index.ts'
import callback from '../../world/places/example.com/callback.ts'
import { worldAt } from '../../world/world.ts'

/** Chance is seeded, so these are the values that everybody gets who makes the same moves. */
const STATE = 'TwM04b8ymOm5oMcz'
const NONCE = 'fx8qMVO5eDE4YIAS'
const CHALLENGE = 'IqbbJm1YXPzdp887QZAHPYUTufi7MYEmZCenZt56-nA'
const VERIFIER = '2nyf111V2_iEhYq9f1DK_ElrQ2OGj2xodr5eoVhzXSw'
const TICKET = 'ibGDDgXp1N2myKAH'
const CODE = 'h-Mpy_l8PZjvI4Ti9wuTcA'
const TOKEN =
  'eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiIsImtpZCI6ImRlbW8tMjAyNCJ9.eyJpc3MiOiJodHRwczovL2F1dGguZXhhbXBsZS5jb20iLCJhdWQiOlsiaHR0cHM6Ly9hcGkuZXhhbXBsZS5jb20iLCJodHRwczovL2F1dGguZXhhbXBsZS5jb20iXSwic3ViIjoiYWxhZGRpbiIsImNsaWVudF9pZCI6InBob3RvLWJvb2siLCJzY29wZSI6Im9wZW5pZCBwcm9maWxlIHJlYWQiLCJpYXQiOjE3NzI0NDIwMDAsImV4cCI6MTc3MjQ0MjYwMCwianRpIjoiTHdVUHYtbVRhRDE0OHl4RCIsImF1dGhfdGltZSI6MTc3MjQ0MjAwMCwiYWNyIjoidXJuOmV4YW1wbGU6cGFzc3dvcmQifQ.HM6HncEUBDeMTbR7nHKeWi6DSNrfbZGSOahLFnnD3aM'

const get = (host: string, target: string, field = '') => `GET ${target} HTTP/1.1\nHost: ${host}\n${field}\n`
const form = (path: string, body: string, field = '') =>
  `POST ${path} HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n${field}\n${body}`
const send: Move = { kind: 'send' }
const write = (text: string): Move => ({ kind: 'write', text })

const redirect = 'redirect_uri=https%3A%2F%2Fexample.com%2Fcallback'
const wish = `response_type=code&client_id=photo-book&${redirect}&scope=openid+profile+read&state=${STATE}&nonce=${NONCE}`
const authorize = `/authorize?${wish}&code_challenge=${CHALLENGE}&code_challenge_method=S256`
const exchange = (verifier: string) =>
  form(
    '/token',
    `grant_type=authorization_code&code=${CODE}&${redirect}&client_id=photo-book&code_verifier=${verifier}`,
  )

const scenario: Scenario = {
  crumb: 'Code and PKCE · RFC 6749, 7636',
  world: [authorization, callback].reduce(enter, worldAt('2026-03-02T09:00:00Z')),
  draft: get('example.com', '/login'),
  secrets: ['aladdin/password'],
  steps: [
    { goal: { kind: 'answered', status: 303, path: '/login' }, solution: [send] },
    {
      goal: { kind: 'step', check: 'authorization.password', result: 'pass' },
      solution: [
        write(get('auth.example.com', authorize)),
        send,
        write(form('/login', `ticket=${TICKET}&username=Aladdin&password=open+sesame`)),
        send,
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/callback' },
      solution: [
        write(form('/consent', `ticket=${TICKET}&decision=allow`)),
        send,
        write(get('example.com', `/callback?code=${CODE}&state=${STATE}&iss=https%3A%2F%2Fauth.example.com`)),
        send,
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [{ kind: 'predicted' }, { kind: 'step', check: 'authorization.verifier', result: 'fail' }],
      },
      predict: [200, 400, 401],
      solution: [
        write(exchange('somebody-who-read-the-code-guesses-a-verifier')),
        { kind: 'predict', status: 400 },
        send,
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/userinfo', user: 'aladdin' },
      solution: [
        write(exchange(VERIFIER)),
        send,
        write(get('auth.example.com', '/userinfo', `Authorization: Bearer ${TOKEN}\n`)),
        send,
      ],
    },
  ],
}

export default scenario
