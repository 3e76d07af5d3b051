/** AWS4-HMAC-SHA256: no challenge, a signature over the whole request, a changed path, and a clock that is off. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import bucket from '../../world/places/bucket.example.com/index.ts'
import { worldAt } from '../../world/world.ts'

const request = (path: string) => `GET ${path} HTTP/1.1\nHost: bucket.example.com\n\n`

/** The request for `/hello.txt` as Aladdin signs it at 10:30, and then another path in it. */
const tampered = [
  'GET /plans.txt HTTP/1.1',
  'Host: bucket.example.com',
  'X-Amz-Date: 20260303T103000Z',
  'X-Amz-Content-Sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLEALADDIN/20260303/eu-central-1/s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=f554d79fff15134681bd0aae4262a6422e73c4b9f3a32e04631fb75bb35f4d66',
].join('\n')

const scenario: Scenario = {
  crumb: 'AWS4-HMAC-SHA256',
  world: enter(worldAt('2026-03-03T09:30:00Z'), bucket),
  draft: request('/hello.txt'),
  secrets: ['aladdin/aws-key', 'ada/aws-key'],
  steps: [
    { goal: { kind: 'answered', status: 403, path: '/hello.txt' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/hello.txt', user: 'aladdin' },
      solution: [{ kind: 'answer', offer: 0, secret: 'aladdin/aws-key' }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 403, path: '/hello.txt' },
          { kind: 'step', check: 'aws4-hmac-sha256.skew', result: 'fail' },
        ],
      },
      solution: [{ kind: 'wait', seconds: 3600 }, { kind: 'send' }],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 403 },
          { kind: 'step', check: 'aws4-hmac-sha256.signature', result: 'fail' },
        ],
      },
      solution: [
        { kind: 'answer', offer: 0, secret: 'aladdin/aws-key' },
        { kind: 'write', text: `${tampered}\n\n` },
        { kind: 'send' },
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/plans.txt', user: 'ada' },
      solution: [
        { kind: 'write', text: request('/plans.txt') },
        { kind: 'answer', offer: 0, secret: 'ada/aws-key' },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
