/** OAuth 1.0: a program comes to a token in three steps, signs a request with it, and sends it once too often. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import photos from '../../world/places/api.example.com/photos.ts'
import { worldAt } from '../../world/world.ts'

const request = (line: string, body = '') => {
  const type = body && 'Content-Type: application/x-www-form-urlencoded\n'
  return `${line} HTTP/1.1\nHost: api.example.com\n${type}\n${body}`
}

/** What the server makes up at the third move of this world. */
const TEMPORARY = 'JxDOFpUdmIgHfq4E'

const scenario: Scenario = {
  crumb: 'OAuth 1.0 · RFC 5849',
  world: enter(worldAt('2026-03-02T09:00:00Z'), photos),
  draft: request('POST /photos/initiate'),
  secrets: ['mufasa/photo-printer'],
  steps: [
    {
      goal: { kind: 'answered', status: 200, path: '/photos/initiate' },
      solution: [{ kind: 'send' }, { kind: 'answer', offer: 0, secret: 'mufasa/photo-printer' }, { kind: 'send' }],
    },
    {
      goal: { kind: 'answered', status: 302, path: '/photos/authorize' },
      solution: [
        { kind: 'write', text: request(`GET /photos/authorize?oauth_token=${TEMPORARY}`) },
        { kind: 'send' },
        {
          kind: 'write',
          text: request(
            'POST /photos/authorize',
            `oauth_token=${TEMPORARY}&decision=allow&username=Aladdin&password=open+sesame`,
          ),
        },
        { kind: 'send' },
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/photos/token' },
      solution: [
        { kind: 'write', text: request('POST /photos/token') },
        { kind: 'answer', offer: 0, secret: 'mufasa/photo-printer' },
        { kind: 'send' },
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/photos', user: 'aladdin' },
      solution: [
        { kind: 'write', text: request('GET /photos?file=vacation.jpg&size=original') },
        { kind: 'answer', offer: 0, secret: 'mufasa/photo-printer' },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/photos' },
          { kind: 'step', check: 'oauth.nonce', result: 'fail' },
        ],
      },
      solution: [{ kind: 'send' }],
    },
  ],
}

export default scenario
