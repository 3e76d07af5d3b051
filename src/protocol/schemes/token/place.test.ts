/** The doors of this scheme in the simulated world, with what a person would see there. */

import { describe, expect, it } from 'vitest'
import { enter } from '../../../content/world/place.ts'
import place from '../../../content/world/places/api.example.com/token.ts'
import { worldAt } from '../../../content/world/world.ts'
import { opening, play } from '../../../session/play.ts'
import { fieldsNamed } from '../../http/field.ts'

const start = { world: enter(worldAt('2026-03-02T09:00:00Z'), place), draft: '', goals: [] }

/** Knocks, answers where there is a secret, and tells what came of it. */
async function visit(path: string, secret?: string, line = '') {
  const text = `GET ${path} HTTP/1.1\nHost: api.example.com${line && `\nAuthorization: ${line}`}\n\n`
  const knocked = await play(start, await play(start, opening(start), { kind: 'write', text }, 1), { kind: 'send' }, 2)
  const answered = secret && (await play(start, knocked, { kind: 'answer', offer: 0, secret }, 3))
  const { sent } = answered ? await play(start, answered, { kind: 'send' }, 4) : knocked
  const { response } = sent.at(-1)?.exchange ?? expect.fail()
  const challenges = fieldsNamed(response, 'WWW-Authenticate').map(({ value }) => value.text)
  return [response.line.code, challenges.join(', '), response.body.text]
}

const MISSING = '{"detail": "Authentication credentials were not provided."}'
const INVALID = '{"detail": "Invalid token."}'

describe('the doors', () => {
  it.each([
    ['/token', undefined, '', [401, 'Token', MISSING]],
    ['/token', undefined, 'Basic YTpi', [401, 'Token', MISSING]],
    ['/token', undefined, 'Token', [401, 'Token', '{"detail": "Invalid token header. No credentials provided."}']],
    [
      '/token',
      undefined,
      'Token a b',
      [401, 'Token', '{"detail": "Invalid token header. Token string should not contain spaces."}'],
    ],
    ['/token', undefined, 'Token a', [401, 'Token', INVALID]],
    ['/token', 'aladdin/token-key-revoked', '', [401, 'Token', INVALID]],
    ['/token', 'aladdin/token-key', '', [200, '', '{"example": "Hello, you with the token."}']],
    ['/token', 'scar/token-key', '', [403, '', '{"detail": "You do not have permission to perform this action."}']],
    ['/token/admin', 'mufasa/token-key', '', [403, '', expect.stringContaining('permission')]],
    ['/token/admin', 'ada/token-key', '', [200, '', expect.any(String)]],
    ['/token/browser', undefined, '', [403, '', MISSING]],
    ['/token/browser', undefined, 'Token a', [403, '', INVALID]],
    ['/token/browser', undefined, 'Token', [403, '', expect.stringContaining('No credentials')]],
    ['/token/browser', 'aladdin/token-key', '', [200, '', expect.any(String)]],
    ['/token/rails', undefined, '', [401, 'Token realm="Application"', 'HTTP Token: Access denied.\n']],
    ['/token/rails', 'aladdin/token-key', '', [200, '', expect.any(String)]],
    ['/token/formed', 'ada/token-key-formed', '', [200, '', expect.any(String)]],
    ['/token/formed', 'ada/token-key', '', [401, 'Token', expect.any(String)]],
  ])('%s as %s %s', async (path, secret, line, wanted) => expect(await visit(path, secret, line)).toEqual(wanted))
})
