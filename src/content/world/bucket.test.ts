/** The bucket answers each mistake with the vendor's own status and code. */

import { expect, it } from 'vitest'
import { opening, play } from '../../session/play.ts'
import type { Move } from '../move.ts'
import { enter } from './place.ts'
import bucket from './places/bucket.example.com/index.ts'
import { worldAt } from './world.ts'

const world = enter(worldAt('2026-03-03T09:30:00Z'), bucket)

/** Knocks, signs, changes the request, waits, sends. */
async function answerTo(head: string, secret: string, from: string | RegExp = '', to = '', seconds = 0) {
  const start = { world, draft: `${head} HTTP/1.1\nHost: bucket.example.com\n\n`, goals: [] }
  let state = opening(start)
  const make = async (move: Move) => {
    state = await play(start, state, move, 1)
  }
  await make({ kind: 'send' })
  await make({ kind: 'answer', offer: 0, secret })
  await make({ kind: 'write', text: state.draft.replace(from, to) })
  await make({ kind: 'wait', seconds })
  await make({ kind: 'send' })
  const response = state.sent.at(-1)?.exchange.response
  const names = response?.fields.map(({ name }) => name.text) ?? []
  expect(names).not.toContain('WWW-Authenticate')
  return `${response?.line.code} ${/<Code>(\w+)/.exec(response?.body.text ?? '')?.[1] ?? response?.body.text.trim()}`
}

it.each<[string, string, string | RegExp, string, number, string]>([
  ['GET /hello.txt', 'aladdin', '', '', 0, '200 Hello from the bucket.'],
  ['GET /hello.txt', 'mufasa', '', '', 0, '200 Hello from the bucket.'],
  ['GET /hello.txt', 'scar', '', '', 0, '403 AccessDenied'],
  ['GET /plans.txt', 'mufasa', '', '', 0, '403 AccessDenied'],
  ['GET /plans.txt', 'ada', '', '', 0, '200 World domination, but friendly.'],
  ['PUT /upload.txt', 'aladdin', '', '', 0, '200 '],
  ['DELETE /plans.txt', 'ada', '', '', 0, '405 MethodNotAllowed'],
  ['GET /hello.txt', 'aladdin', /Authorization: .*\n/, '', 0, '403 AccessDenied'],
  ['GET /hello.txt', 'aladdin', /AWS4.*/, 'Basic YTpi', 0, '400 InvalidRequest'],
  ['GET /hello.txt', 'aladdin', 'Signature=', '', 0, '400 AuthorizationHeaderMalformed'],
  ['GET /hello.txt', 'aladdin', '/eu-central-1/', '/us-east-1/', 0, '400 AuthorizationHeaderMalformed'],
  ['GET /hello.txt', 'aladdin', /X-Amz-Date.*\n/, '', 0, '403 AccessDenied'],
  ['GET /hello.txt', 'aladdin', /X-Amz-Content-Sha256.*\n/, '', 0, '400 MissingSecurityHeader'],
  ['GET /hello.txt', 'aladdin', /Sha256: .*/, 'Sha256: none', 0, '400 InvalidArgument'],
  ['GET /hello.txt', 'aladdin', '\n\n', '\nX-Amz-Acl: a\n\n', 0, '403 AccessDenied'],
  ['GET /hello.txt', 'aladdin', 'AKIDEXAMPLEALADDIN', 'AKIDEXAMPLEEVE', 0, '403 InvalidAccessKeyId'],
  ['GET /hello.txt', 'mufasa', /Token: .*/, 'Token: other', 0, '400 InvalidToken'],
  ['GET /hello.txt', 'aladdin', 'AKIDEXAMPLEALADDIN', 'AKIDEXAMPLEADA', 0, '403 SignatureDoesNotMatch'],
  ['PUT /upload.txt', 'aladdin', /$/, 'more', 0, '400 XAmzContentSHA256Mismatch'],
  ['GET /hello.txt', 'aladdin', '', '', 901, '403 RequestTimeTooSkewed'],
])('%s with the key of %s, %s changed into %s, %i seconds later', async (head, user, from, to, seconds, wanted) => {
  expect(await answerTo(head, `${user}/aws-key`, from, to, seconds)).toBe(wanted)
})
