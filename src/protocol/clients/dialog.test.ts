import { beforeAll, describe, expect, it } from 'vitest'
import { worldAt } from '../../content/world/world.ts'
import { parseRequest, parseResponse } from '../http/parse.ts'
import { meetAll } from '../schemes/index.ts'
import { chance } from '../servers/chance.ts'
import { handle } from '../servers/handle.ts'
import { dialogFor } from './dialog.ts'

beforeAll(meetAll)

const world = worldAt('2025-10-01T12:00:00Z')

async function opened(path: string, host: string, ...fields: readonly string[]) {
  const source = `GET ${path} HTTP/1.1\n${[`Host: ${host}`, ...fields].join('\n')}\n\n`
  return dialogFor(await handle(world, parseRequest(source), chance(world, 1)))
}
const made = (response: string, request = 'GET / HTTP/1.1\nHost: example.com\n\n') =>
  dialogFor({ request: parseRequest(request), response: parseResponse(response) })
const refusing = (...challenges: readonly string[]) =>
  made(`HTTP/1.1 401 Unauthorized\n${challenges.map((each) => `WWW-Authenticate: ${each}\n`).join('')}\n`)

const DIGEST = 'Digest realm="d", qop="auth", algorithm=SHA-256, nonce="n"'
const MD5 = 'Digest realm="m", qop="auth", algorithm=MD5, nonce="n"'
const UNKNOWN = 'Digest realm="u", qop="auth", algorithm=ROT13, nonce="n"'

describe('a browser opens its login dialog', () => {
  it('for Basic, with the origin and the realm', async () => {
    expect(await opened('/docs/', 'www.example.com')).toMatchObject({
      result: 'dialog',
      scheme: 'Basic',
      origin: 'https://www.example.com',
      realm: 'WallyWorld',
      proxy: false,
      again: false,
    })
  })

  it('once more when the credentials were refused', async () => {
    const wrong = 'Authorization: Basic QWxhZGRpbjp3cm9uZw=='
    expect(await opened('/docs/', 'www.example.com', wrong)).toMatchObject({ result: 'dialog', again: true })
  })

  it.each([
    ['the only one that has one', ['Bearer realm="t"', 'Basic realm="b"'], 'Basic', 'b'],
    ['the strongest', ['Basic realm="b"', DIGEST], 'Digest', 'd'],
    ['the strongest, in one line as well', [`Basic realm="b", ${DIGEST}`], 'Digest', 'd'],
    ['the first of two as strong', [DIGEST, MD5], 'Digest', 'd'],
    ['one that it can use', [UNKNOWN, 'Basic realm="b"'], 'Basic', 'b'],
    ['one without a realm', ['Basic'], 'Basic', undefined],
    ['a scheme written in any case', ['bAsIc realm="b"'], 'Basic', 'b'],
  ])('for %s', (_, challenges, scheme, realm) => {
    expect(refusing(...challenges)).toMatchObject({ result: 'dialog', scheme, realm })
  })

  it('for a proxy that answers 407', () => {
    const response = 'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm="Staff"\n\n'
    expect(made(response)).toMatchObject({ result: 'dialog', proxy: true, realm: 'Staff' })
  })
})

describe('a browser shows a page', () => {
  it('for a bare Bearer: it has no dialog for tokens', async () => {
    expect(await opened('/admin', 'example.com')).toMatchObject({
      result: 'none',
      reason: 'no-dialog',
      offered: ['Bearer'],
    })
  })

  it.each([
    ['a 401 without a challenge', 'HTTP/1.1 401 Unauthorized\n\n', 'no-challenge'],
    ['a 401 with an empty challenge', 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate:\n\n', 'no-challenge'],
    [
      'a proxy’s challenge on a 401',
      'HTTP/1.1 401 Unauthorized\nProxy-Authenticate: Basic realm="a"\n\n',
      'no-challenge',
    ],
    ['a challenge on a 200', 'HTTP/1.1 200 OK\nWWW-Authenticate: Basic realm="a"\n\n', 'not-asked'],
    ['a challenge on a 403', 'HTTP/1.1 403 Forbidden\nWWW-Authenticate: Basic realm="a"\n\n', 'forbidden'],
    ['a scheme that nobody knows', 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Sesame realm="a"\n\n', 'no-dialog'],
    ['an algorithm that nobody knows', `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: ${UNKNOWN}\n\n`, 'no-dialog'],
  ])('for %s', (_, response, reason) => {
    expect(made(response)).toMatchObject({ result: 'none', reason })
  })
})
