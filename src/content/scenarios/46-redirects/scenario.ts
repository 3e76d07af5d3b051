/** Redirects: credentials that go along, a letter that gets lost, one that doesn't, and another host. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import place from '../../world/places/www.example.com/moved.ts'
import { worldAt } from '../../world/world.ts'

// Aladdin:open sesame
const LOGIN = 'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='

const get = (path: string, host: string, ...fields: readonly string[]) =>
  `${[`GET ${path} HTTP/1.1`, `Host: ${host}`, ...fields].join('\n')}\n\n`
const post = (path: string) =>
  `${[`POST ${path} HTTP/1.1`, 'Host: www.example.com', LOGIN, 'Content-Type: text/plain', 'Content-Length: 12'].join('\n')}\n\nDear Mufasa,`

const WWW = 'www.example.com'
const step = (check: string, result: 'pass' | 'fail') => ({ kind: 'step', check, result }) as const

const scenario: Scenario = {
  crumb: 'Redirects · RFC 9110',
  world: enter(worldAt('2026-04-29T10:00:00Z'), place),
  draft: get('/moved/301', WWW),
  secrets: ['aladdin/password'],
  steps: [
    {
      goal: { kind: 'answered', status: 301, path: '/moved/301', user: 'aladdin' },
      solution: [{ kind: 'send' }, { kind: 'answer', offer: 0, secret: 'aladdin/password' }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/moved/here', user: 'aladdin' },
      solution: [{ kind: 'write', text: get('/moved/here', WWW, LOGIN) }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [{ kind: 'answered', status: 405, path: '/moved/inbox' }, step('server.method', 'fail')],
      },
      solution: [
        { kind: 'write', text: post('/moved/inbox/302') },
        { kind: 'send' },
        { kind: 'write', text: get('/moved/inbox', WWW, LOGIN) },
        { kind: 'send' },
      ],
    },
    {
      goal: { kind: 'answered', status: 201, path: '/moved/inbox', user: 'aladdin' },
      solution: [
        { kind: 'write', text: post('/moved/inbox/307') },
        { kind: 'send' },
        { kind: 'write', text: post('/moved/inbox') },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [{ kind: 'answered', status: 401, path: '/front-desk' }, step('server.credentials', 'fail')],
      },
      solution: [
        { kind: 'write', text: get('/moved/302/away', WWW, LOGIN) },
        { kind: 'send' },
        { kind: 'write', text: get('/front-desk', 'api.example.com') },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
