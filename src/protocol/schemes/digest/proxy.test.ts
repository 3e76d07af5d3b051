/** Digest on a proxy's side (RFC 7616 §3.8): the same scheme in other fields, before the origin server's own. */

import { beforeAll, describe, expect, it } from 'vitest'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import type { Pair, ProtectionSpace, User } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { parseRequest } from '../../http/parse.ts'
import { withFields } from '../../http/print.ts'
import { chance } from '../../servers/chance.ts'
import type { Exchange } from '../../servers/decision.ts'
import { handle } from '../../servers/handle.ts'
import { asOrigin, ORIGIN, onSide, PROXY, type Side } from '../../servers/side.ts'
import type { World } from '../../servers/world.ts'
import { meet } from '../index.ts'
import digest from './scheme.ts'
import { mufasa } from './testing/play.ts'

const user: User = { id: 'mufasa', name: 'Mufasa', roles: [], secrets: [mufasa] }
const scar = { ...mufasa, id: 'scar', username: 'Scar', password: 'Be prepared' }
const settings = { algorithms: ['SHA-256', 'MD5'], qop: ['auth'], opaque: 'abc', nonceLifetime: 60, nextnonce: true }
const space = (id: string, realm: string, more: object = {}): ProtectionSpace => ({
  id,
  scheme: 'digest',
  realm,
  users: [user, { id: 'scar', name: 'Scar', roles: [], suspended: true, secrets: [scar] }],
  settings: { ...settings, secret: id, ...more },
  memory: null,
})
const resource = (path: string, spaces: readonly string[]) => ({
  path,
  methods: ['GET', 'POST'] as const,
  spaces,
  lines: 'each' as const,
  permits: { roles: [] },
  content: { type: 'text/plain', body: 'content\n' },
})

const world: World = {
  clock: Date.UTC(2026, 0, 1),
  began: Date.UTC(2026, 0, 1),
  connection: { number: 1 },
  places: [],
  refusals: {},
  seed: 'test',
  hosts: [
    { name: 'origin.example', resources: [resource('/open', []), resource('/closed', ['origin'])] },
    {
      name: 'proxy.example',
      resources: [],
      proxy: { spaces: ['proxy'], lines: 'each', permits: { roles: [] } },
    },
  ],
  users: [user],
  spaces: { proxy: space('proxy', 'Way out', { domain: '/nonsense' }), origin: space('origin', 'Inside') },
}

/** A person at a client: what was written last, and all that was exchanged. */
interface Client {
  readonly world: World
  readonly exchanges: readonly Exchange[]
}

const begin: Client = { world, exchanges: [] }
const last = ({ exchanges }: Client): Exchange => exchanges.at(-1) ?? expect.fail('Nothing was sent')

async function send(client: Client, source: string): Promise<Client> {
  const { world: before, exchanges } = client
  const exchange = await handle(before, parseRequest(source), chance(before, exchanges.length + 1))
  return { world: exchange.world, exchanges: [...exchanges, exchange] }
}

/** The request with the answer to the newest challenge of that side. */
async function answer(client: Client, side: Side, source: string, secret = mufasa): Promise<string> {
  const { response } =
    client.exchanges.findLast((each) => fieldsNamed(each.response, side.challenge).length > 0) ?? last(client)
  const offer = fieldsNamed(response, side.challenge).flatMap(({ value }) => parseChallenges(value).value)[0]
  if (!offer) throw new Error(`No ${side.challenge}`)
  const pairs: readonly Pair[] = client.exchanges
  const earlier = side === PROXY ? pairs.map(asOrigin) : pairs
  const request = parseRequest(source)
  const env = chance(client.world, 100 + client.exchanges.length)
  const { fields } = await digest.answer({ offer, secret, request, earlier, env })
  return withFields(
    request,
    fields.map(([name, value]) => [onSide(side, name), value]),
  )
}

const get = (path: string) => `GET http://origin.example${path} HTTP/1.1\nHost: origin.example\n\n`
const names = ({ fields }: Pick<HttpRequest, 'fields'>) => fields.map(({ name }) => name.text)
const outcome = (client: Client) => {
  const { response, decision } = last(client)
  return [response.line.code, decision.steps.find(({ result }) => result === 'fail')?.check]
}

beforeAll(() => meet(['digest']))

describe('a proxy that asks for Digest', () => {
  it('says 407, in fields of its own, and the origin server never hears of it', async () => {
    const client = await send(begin, get('/open'))
    const { response, hops } = last(client)
    expect(outcome(client)).toEqual([407, 'server.credentials'])
    expect(names(response)).toContain('Proxy-Authenticate')
    expect(names(response)).not.toContain('WWW-Authenticate')
    expect(fieldsNamed(response, 'Proxy-Authenticate').map(({ value }) => value.text)).toEqual([
      expect.stringMatching(/^Digest realm="Way out", .*algorithm=SHA-256, nonce="/),
      expect.stringMatching(/^Digest realm="Way out", .*algorithm=MD5, nonce="/),
    ])
    expect(hops?.map(({ role }) => role)).toEqual(['proxy'])
  })

  it('takes an answer for the whole address, and takes it away before it passes the request on', async () => {
    const knocked = await send(begin, get('/open'))
    const source = await answer(knocked, PROXY, get('/open'))
    expect(source).toMatch(/Proxy-Authorization: Digest .*uri="http:\/\/origin\.example\/open"/)
    expect(source).not.toMatch(/^Authorization:/m)
    const client = await send(knocked, source)
    expect(outcome(client)).toEqual([200, undefined])
    const [proxy, origin] = last(client).hops ?? []
    expect([proxy?.role, origin?.role]).toEqual(['proxy', 'origin'])
    expect(names(proxy?.request ?? { fields: [] })).toContain('Proxy-Authorization')
    expect(origin?.request.source).toBe('GET /open HTTP/1.1\nHost: origin.example\n\n')
  })

  it('is asked first, the origin server behind it, and one request carries both answers', async () => {
    let client = await send(begin, get('/closed'))
    const forProxy = await answer(client, PROXY, get('/closed'))
    client = await send(client, forProxy)
    expect(outcome(client)).toEqual([401, 'server.credentials'])
    const { response } = last(client)
    // Never both in one response (RFC 7616 §3.8).
    expect(names(response)).toContain('WWW-Authenticate')
    expect(names(response)).not.toContain('Proxy-Authenticate')

    const both = await answer(client, ORIGIN, await answer(client, PROXY, get('/closed')))
    expect(both).toMatch(/^Proxy-Authorization: .* nc=00000002, /m)
    expect(both).toMatch(/^Authorization: .* nc=00000001, /m)
    client = await send(client, both)
    expect(outcome(client)).toEqual([200, undefined])
    const { decision, hops, response: granted } = last(client)
    expect(decision.steps.filter(({ check }) => check === 'digest.response').map(({ gate }) => gate)).toEqual([
      'proxy',
      'valid',
    ])
    const inner = hops?.[1]?.request
    expect(inner && names(inner)).toEqual(['Host', 'Authorization'])
    expect(names(granted)).toContain('Authentication-Info')
  })

  it('counts for itself: the answers of two sides share no nonce and no count', async () => {
    let client = await send(begin, get('/closed'))
    client = await send(client, await answer(client, PROXY, get('/closed')))
    for (const [way, other] of [
      ['00000002', '00000001'],
      ['00000003', '00000002'],
    ]) {
      const both = await answer(client, ORIGIN, await answer(client, PROXY, get('/closed')))
      expect(both).toMatch(new RegExp(`^Proxy-Authorization: .* nc=${way}, `, 'm'))
      expect(both).toMatch(new RegExp(`^Authorization: .* nc=${other}, `, 'm'))
      client = await send(client, both)
      expect(outcome(client)).toEqual([200, undefined])
    }
    client = await send(client, last(client).request.source)
    expect(outcome(client)).toEqual([407, 'digest.replay'])
    expect(last(client).response.source).toContain('stale=true')
  })

  it('lets the client check the origin server’s proof', async () => {
    let client = await send(begin, get('/closed'))
    client = await send(client, await answer(client, PROXY, get('/closed')))
    client = await send(client, await answer(client, ORIGIN, await answer(client, PROXY, get('/closed'))))
    const confirmation = await digest.confirm?.(mufasa, last(client), client.exchanges.slice(0, -1))
    expect(confirmation?.steps.map(({ result }) => result)).toEqual(['pass', 'pass', 'pass', 'pass', 'moot'])
  })
})

describe('what goes wrong with a proxy', () => {
  const knocked = () => send(begin, get('/open'))

  it('is a wrong password: 407 again, with a new nonce', async () => {
    const before = await knocked()
    const guess = { ...mufasa, password: 'Hakuna Matata' }
    const client = await send(before, await answer(before, PROXY, get('/open'), guess))
    expect(outcome(client)).toEqual([407, 'digest.response'])
    expect(last(client).response.source).not.toContain('stale')
  })

  it('is an answer in the wrong field: Authorization is none of the proxy’s business', async () => {
    const before = await knocked()
    const source = (await answer(before, PROXY, get('/open'))).replace('Proxy-Authorization', 'Authorization')
    expect(outcome(await send(before, source))).toEqual([407, 'server.credentials'])
  })

  it('is an answer for another address', async () => {
    const before = await knocked()
    const source = (await answer(before, PROXY, get('/open'))).replace(
      'GET http://origin.example/open',
      'GET http://origin.example/closed',
    )
    expect(outcome(await send(before, source))).toEqual([400, 'digest.uri'])
  })

  it('is a stale nonce', async () => {
    const before = await knocked()
    const later = { ...before, world: { ...before.world, clock: before.world.clock + 61_000 } }
    const client = await send(later, await answer(later, PROXY, get('/open')))
    expect(outcome(client)).toEqual([407, 'digest.nonce-fresh'])
    expect(last(client).response.source).toMatch(/Proxy-Authenticate: Digest .*stale=true/)
  })

  it('is somebody who may not go out: 403, and no challenge', async () => {
    const before = await knocked()
    const client = await send(before, await answer(before, PROXY, get('/open'), scar))
    expect(outcome(client)).toEqual([403, 'server.active'])
    expect(names(last(client).response)).not.toContain('Proxy-Authenticate')
  })

  it('is the proxy’s answer sent to the origin server without a proxy: nobody there asks for it', async () => {
    const before = await knocked()
    const source = await answer(before, PROXY, get('/closed'))
    const direct = source.replace('GET http://origin.example/closed', 'GET /closed')
    expect(outcome(await send(before, direct))).toEqual([401, 'server.credentials'])
  })
})

describe('a tunnel', () => {
  it('is opened for an answer to CONNECT, whose uri is the authority', async () => {
    const connect = 'CONNECT origin.example:443 HTTP/1.1\nHost: origin.example:443\n\n'
    const before = await send(begin, connect)
    expect(outcome(before)).toEqual([407, 'server.credentials'])
    const source = await answer(before, PROXY, connect)
    expect(source).toContain('uri="origin.example:443"')
    const client = await send(before, source)
    expect(last(client).response.source).toMatch(/^HTTP\/1.1 200 Connection established/)
  })
})
