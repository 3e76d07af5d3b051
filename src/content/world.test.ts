/** The documented examples, byte for byte; their ways to 200 and 403; and their twins, in which nothing is wrong. */

import { describe, expect, it } from 'vitest'
import { schemeKeys } from '../protocol/schemes/index.ts'
import { serviceKeys } from '../protocol/services/index.ts'
import { findingsOf } from '../session/findings.ts'
import { opening, play, type Sent } from '../session/play.ts'
import type { Move } from './move.ts'
import { HOSTS } from './world/hosts.ts'
import { enterAll, placeAddresses, placeAt } from './world/places/index.ts'
import { DOCUMENTED_TOKEN } from './world/spaces.ts'
import { worldAt } from './world/world.ts'

interface Documented {
  readonly name: string
  readonly instant: string
  readonly host: string
  readonly path: string
  readonly twin: string
  /** The credentials that the documentation sends, as a field line. */
  readonly field?: string
  readonly response: string
  readonly may: string
  readonly mayNot: string
  /** Ids of the secrets that do the same at the twin, where it asks for something else. */
  readonly twinMay?: string
  readonly twinMayNot?: string
}

const documented: readonly Documented[] = [
  {
    name: 'a bare Bearer',
    instant: '2024-07-02T12:18:47Z',
    host: 'example.com',
    path: '/admin',
    twin: '/rfc/admin',
    response: 'HTTP/1.1 401 Unauthorized\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nWWW-Authenticate: Bearer\n\n',
    may: 'ada/token',
    mayNot: 'aladdin/token',
  },
  {
    name: 'no token',
    instant: '2024-07-02T12:18:47Z',
    host: 'api.example.com',
    path: '/api/users/me',
    twin: '/rfc/users/me',
    response:
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="API", error="missing_token"\nContent-Type: application/json\n\n{"error": "authentication_required", "message": "Authorization header missing"}',
    may: 'mufasa/token',
    mayNot: 'scar/token',
  },
  {
    name: 'an expired token',
    instant: '2025-10-01T10:04:00Z',
    host: 'api.example.com',
    path: '/api/protected',
    twin: '/rfc/protected',
    field: 'Authorization: Bearer eyJhbGc...expired_token',
    response:
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="API", error="invalid_token", error_description="Token expired"\nContent-Type: application/json\n\n{"error": "token_expired", "message": "JWT expired at 2025-10-01T10:00:00Z"}',
    may: 'mufasa/token',
    mayNot: 'aladdin/token',
  },
  {
    name: 'an unknown API key',
    instant: '2024-07-02T12:18:47Z',
    host: 'api.example.com',
    path: '/api/data',
    twin: '/rfc/data',
    field: 'X-API-Key: invalid_key_123',
    response:
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: X-API-Key realm="API"\nContent-Type: application/json\n\n{"error": "invalid_credentials", "message": "API key not found or revoked"}',
    may: 'mufasa/api-key',
    mayNot: 'aladdin/api-key',
    twinMay: 'mufasa/token',
    twinMayNot: 'aladdin/token',
  },
]

const request = (host: string, path: string, field?: string) =>
  `${[`GET ${path} HTTP/1.1`, `Host: ${host}`, ...(field ? [field] : [])].join('\n')}\n\n`

/** Sends a draft, then answers its challenge with each secret in turn. */
async function visit(instant: string, draft: string, secrets: readonly string[]): Promise<readonly Sent[]> {
  const start = { world: worldAt(instant), draft, goals: [] }
  const answers = secrets.flatMap((secret): Move[] => [{ kind: 'answer', offer: 0, secret }, { kind: 'send' }])
  let state = opening(start)
  for (const [index, move] of [{ kind: 'send' } as const, ...answers].entries())
    state = await play(start, state, move, index + 1)
  return state.sent
}

/** Ids of the rules that something breaks, or is warned of. */
async function blame(sent: readonly Sent[], where: 'request' | 'response'): Promise<readonly string[]> {
  const findings = await Promise.all(sent.map(({ exchange }) => findingsOf(exchange, [])))
  return findings
    .flat()
    .filter((found) => found.in === where && ['must', 'should', 'warning'].includes(found.level))
    .map(({ rule }) => rule)
}

const statuses = (sent: readonly Sent[]) => sent.map(({ exchange }) => exchange.response.line.code)

describe.each(documented)('the documented example of $name', (example) => {
  const { instant, host, path, twin, field, may, mayNot, twinMay = may, twinMayNot = mayNot } = example

  it('is answered to the letter', async () => {
    const [sent] = await visit(instant, request(host, path, field), [])
    expect(sent?.exchange.response.source).toBe(example.response)
  })

  it('is answered to the letter an hour later, or at any other second', async () => {
    const start = { world: worldAt(instant), draft: request(host, path, field), goals: [] }
    const later = await play(start, opening(start), { kind: 'wait', seconds: 3601 }, 1)
    const { sent } = await play(start, later, { kind: 'send' }, 2)
    const date = /^Date:.*$/m
    expect(sent[0]?.exchange.response.source.replace(date, '')).toBe(example.response.replace(date, ''))
  })

  it('has a way to 200 and one to 403', async () => {
    const sent = await visit(instant, request(host, path, field), [may, mayNot])
    expect(statuses(sent)).toEqual([401, 200, 403])
  })

  it('has a twin that goes the same ways, and in whose responses the linter finds nothing to blame', async () => {
    const knocked = await visit(instant, request(host, twin), [twinMay, twinMayNot])
    const shown = await visit(instant, request(host, twin, field), [])
    expect([statuses(knocked), statuses(shown)]).toEqual([[401, 200, 403], [401]])
    const blamed = await blame([...knocked, ...shown], 'response')
    const inRequests = await blame(knocked, 'request')
    expect(blamed).toEqual([])
    expect(inRequests).toEqual([])
  })
})

const addresses = await placeAddresses()

describe('the world', () => {
  it('is the same for the same instant and seed, and moves with either', () => {
    expect(worldAt('2024-07-02T12:18:47Z')).toEqual(worldAt('2024-07-02T12:18:47Z'))
    expect(worldAt('2024-07-02T12:18:48Z')).not.toEqual(worldAt('2024-07-02T12:18:47Z'))
    expect(worldAt('2024-07-02T12:18:47Z', 'other')).not.toEqual(worldAt('2024-07-02T12:18:47Z'))
  })

  it('has no host that it does not name, no path twice, and no space that nobody made', async () => {
    const { hosts, spaces } = await enterAll(worldAt('2024-07-02T12:18:47Z'))
    const services = await serviceKeys()
    expect(HOSTS).toEqual(expect.arrayContaining(hosts.filter(({ internal }) => !internal).map(({ name }) => name)))
    for (const { resources } of hosts) {
      const paths = resources.map(({ path }) => path)
      expect([...new Set(paths)]).toEqual(paths)
      for (const { spaces: accepted, served } of resources) {
        expect(Object.keys(spaces)).toEqual(expect.arrayContaining([...accepted, ...(served ? [served.space] : [])]))
        if (served) expect(services).toContain(served.service)
      }
    }
    for (const { scheme } of Object.values(spaces)) expect([...(await schemeKeys()), ...services]).toContain(scheme)
  })

  it.each(addresses)('knows the place %s by its address, and its resources stand below it', async (address) => {
    const place = await placeAt(address)
    expect(place?.at).toBe(address)
    const below = `/${address.split('/')[1] ?? ''}`
    for (const { path } of place?.resources ?? [])
      expect([path, path === below || path.startsWith(below.replace(/\/?$/, '/'))]).toEqual([path, true])
  })

  it('enters a place once, and it is the same for the same instant and seed', async () => {
    const worlds = await Promise.all([
      enterAll(worldAt('2024-07-02T12:18:47Z')),
      enterAll(worldAt('2024-07-02T12:18:47Z')),
    ])
    expect(worlds[0]).toEqual(worlds[1])
    expect(await enterAll(worlds[0])).toBe(worlds[0])
  })

  it('gives each secret one id, named after its user, and no two users one name', async () => {
    const { users } = await enterAll(worldAt('2024-07-02T12:18:47Z'))
    const ids = users.flatMap(({ id, secrets }) => secrets.map((secret) => [id, secret.id] as const))
    expect(new Set(ids.map(([, secret]) => secret)).size).toBe(ids.length)
    expect(ids.every(([user, secret]) => secret.startsWith(`${user}/`))).toBe(true)
    expect(new Set(users.map(({ name }) => name)).size).toBe(users.length)
  })

  it('holds the documented token under the text that the documentation prints', () => {
    expect(DOCUMENTED_TOKEN).toBe('eyJhbGc...expired_token')
  })

  // What each of the tokens is for: the secret, the clock, the status, and the question at which it ends.
  it.each([
    ['mufasa/token', 0, 200, undefined],
    ['mufasa/token', 3600, 200, undefined],
    ['mufasa/short', 299, 200, undefined],
    ['mufasa/short', 300, 401, 'bearer.expiry'],
    ['mufasa/other-audience', 0, 401, 'bearer.audience'],
    ['mufasa/forged', 0, 401, 'bearer.signature'],
    ['mufasa/revoked', 0, 401, 'bearer.revoked'],
    ['scar/token', 0, 403, 'server.active'],
  ] as const)('has %s, which after %i seconds gets %i', async (secret, seconds, status, failed) => {
    const start = { world: worldAt('2024-07-02T12:18:47Z'), draft: request('api.example.com', '/reports'), goals: [] }
    const moves: readonly Move[] = [
      { kind: 'send' },
      { kind: 'answer', offer: 0, secret },
      { kind: 'wait', seconds },
      { kind: 'send' },
    ]
    let state = opening(start)
    for (const [index, move] of moves.entries()) state = await play(start, state, move, index + 1)
    const { decision } = state.sent.at(-1)?.exchange ?? {}
    expect(decision?.verdict.status).toBe(status)
    expect(decision?.steps.find(({ result }) => result === 'fail')?.check).toBe(failed)
  })
})
