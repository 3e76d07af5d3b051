import { expect, it } from 'vitest'
import { allEnglish } from '../../content/languages/index.ts'
import { worldAt } from '../../content/world/world.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import { chance } from '../../protocol/servers/chance.ts'
import { handle } from '../../protocol/servers/handle.ts'
import { lookOf, saidBy } from './said.ts'

const english = await allEnglish()

const world = worldAt('2025-10-01T12:00:00Z')
const basic = (userPass: string) => `Authorization: Basic ${btoa(userPass)}`

async function said(path: string, ...fields: readonly string[]) {
  const source = `GET ${path} HTTP/1.1\n${['Host: www.example.com', ...fields].join('\n')}\n\n`
  return saidBy(await handle(world, parseRequest(source), chance(world, 1)))
}

it.each([
  ['nothing', '/docs/', [], 'response.said.401', 'response.why.sent', 'server.fail.credentials'],
  [
    'another scheme',
    '/docs/',
    ['Authorization: Bearer x'],
    'response.said.401',
    'response.why.scheme',
    'server.fail.accepted',
  ],
  ['no Base64', '/docs/', ['Authorization: Basic !'], 'response.said.401', 'response.why.form', 'basic.fail.base64'],
  [
    'a wrong password',
    '/docs/',
    [basic('Aladdin:x')],
    'response.said.401',
    'response.why.valid',
    'basic.fail.password',
  ],
  [
    'too few rights',
    '/docs/plans',
    [basic('Aladdin:open sesame')],
    'response.said.403.known',
    'response.why.permitted',
    'server.fail.role',
  ],
  ['a wrong path', '/nowhere', [], 'response.said.404', 'response.why.resource', 'server.fail.path'],
  ['the right password', '/docs/', [basic('Aladdin:open sesame')], 'response.said.200', 'response.why.user', undefined],
  ['nothing, where nothing is needed', '/', [], 'response.said.200', 'response.why.open', undefined],
])('sending %s is answered in a sentence', async (_, path, fields, quote, why, detail) => {
  const sentence = await said(path, ...fields)
  expect(sentence.keys[0]).toBe(quote)
  expect(sentence.why?.key).toBe(why)
  expect(sentence.detail?.key).toBe(detail)
  expect(sentence.keys.some((key) => key in english)).toBe(true)
  expect(english).toHaveProperty([why])
  if (detail) expect(english).toHaveProperty([detail])
})

it('401 and 403 look like two things', () => {
  expect([200, 401, 403, 407, 404].map(lookOf)).toEqual(['ok', 'who', 'no', 'proxy', 'plain'])
})
