/** A session in a cookie: login, use, a forged form, and a logout that the server remembers. */

import { chance } from '../../../protocol/servers/chance.ts'
import { base64url } from '../../../protocol/text/octets.ts'
import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/api.example.com/session.ts'
import { worldAt } from '../../world/world.ts'

const world = enter(worldAt('2026-03-02T10:00:00Z'), place)

/** The login is the fifth move of the solution: what it draws then is the cookie, and the token for forms. */
const { random } = chance(world, 5)
const cookie = `Cookie: __Host-session=${base64url(random(18))}\n`
const csrf = base64url(random(12))

const HOST = 'Host: api.example.com\n'
const get = (path: string, fields = '') => `GET ${path} HTTP/1.1\n${HOST}${fields}\n`
const post = (path: string, body: string, fields = '') =>
  `POST ${path} HTTP/1.1\n${HOST}${fields}Content-Type: application/x-www-form-urlencoded\n\n${body}`

const scenario: Scenario = {
  crumb: 'Cookie · RFC 6265',
  world,
  draft: get('/session/account'),
  secrets: ['aladdin/session', 'ada/session'],
  steps: [
    { goal: { kind: 'answered', status: 303, path: '/session/account' }, solution: [{ kind: 'send' }] },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 303, path: '/session/login' },
          { kind: 'step', check: 'sessions.renewed', result: 'pass' },
        ],
      },
      solution: [
        { kind: 'write', text: get('/session/login') },
        { kind: 'send' },
        { kind: 'write', text: post('/session/login', 'username=Aladdin&password=open+sesame') },
        { kind: 'send' },
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/session/account', user: 'aladdin' },
      solution: [{ kind: 'write', text: get('/session/account', cookie) }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 403, path: '/session/transfer', user: 'aladdin' },
          { kind: 'step', check: 'sessions.origin', result: 'fail' },
        ],
      },
      solution: [
        {
          kind: 'write',
          text: post('/session/transfer', 'to=mufasa&amount=5', `Origin: https://evil.example\n${cookie}`),
        },
        { kind: 'predict', status: 403 },
        { kind: 'send' },
      ],
      predict: [303, 401, 403],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 303, path: '/session/account' },
          { kind: 'step', check: 'cookie.known', result: 'fail' },
        ],
      },
      solution: [
        { kind: 'write', text: post('/session/logout', `csrf=${csrf}`, cookie) },
        { kind: 'send' },
        { kind: 'write', text: get('/session/account', cookie) },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
