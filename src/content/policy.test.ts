import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRequest } from '../protocol/http/parse.ts'
import { algorithmNames } from '../protocol/schemes/digest/hash.ts'
import { frontKeys } from '../protocol/schemes/index.ts'
import { chance } from '../protocol/servers/chance.ts'
import { handle } from '../protocol/servers/handle.ts'
import { findingsOf } from '../session/findings.ts'
import { direct } from '../session/in-page.ts'
import { opening, play } from '../session/play.ts'
import { createSession } from '../session/session.ts'
import { openPayload, sharePayload } from '../session/share.ts'
import { laterWords } from './languages/index.ts'
import type { Move } from './move.ts'
import { LONGEST, readPolicy } from './policy/read.ts'
import type { Policy } from './policy/schema.ts'
import { seatAt, type Taken } from './policy/seat.ts'
import { SETTINGS, WRITABLE } from './policy/settings.ts'
import { policyOf, printPolicy, ruled, withPolicy } from './policy.ts'
import { enterAll } from './world/places/index.ts'
import { worldAt } from './world/world.ts'

const world = worldAt('2025-10-01T12:00:00Z')

async function sit(host: string, path: string, at = world): Promise<Taken> {
  const seat = await seatAt(at, at, { host, path })
  if (seat.kind !== 'seat') throw new Error(`No seat at ${host}${path}: ${seat.kind}`)
  return seat
}

const API = 'api.example.com'
const desk = await sit(API, '/front-desk')
const open: Policy = { spaces: [], lines: 'each', methods: ['GET'], permits: { roles: [] } }
const ADA = btoa('Ada:Notes on G')
const ALADDIN = btoa('Aladdin:open sesame')
const inBasic = { scheme: 'basic', realm: 'Mine' } as const
const request = (host: string, path: string, ...lines: readonly string[]) =>
  `${[`GET ${path} HTTP/1.1`, `Host: ${host}`, ...lines].join('\n')}\n\n`

/** Plays the Lab: a policy for a path, then moves. */
async function under(policy: unknown, path: string, ...moves: readonly Move[]) {
  const start = { world, draft: request(API, path), goals: [] }
  const session = createSession(start, () => direct)
  await session.make({ kind: 'policy', host: API, path, policy: JSON.stringify(policy) })
  expect(session.snapshot().state.refused).toBeUndefined()
  for (const move of moves) await session.make(move)
  return session
}
const send: Move = { kind: 'send' }
const write = (text: string): Move => ({ kind: 'write', text })
async function answered(policy: unknown, path: string, ...lines: readonly string[]) {
  const session = await under(policy, path, write(request(API, path, ...lines)), send)
  const { exchange } = session.snapshot().state.sent.at(-1) ?? {}
  if (!exchange) throw new Error('Nothing was sent')
  return exchange
}

describe('a policy', () => {
  it('is printed from every resource there is, read again, and changes nothing', async () => {
    const all = await enterAll(world)
    let count = 0
    for (const { name, internal, resources } of all.hosts)
      for (const { path } of internal ? [] : resources) {
        const seat = await sit(name, path, all)
        const text = printPolicy(seat)
        const read = readPolicy(text, seat)
        if (read.result === 'refused') throw new Error(`${name}${path}: ${JSON.stringify(read.problems)}\n${text}`)
        const after = withPolicy(seat, read.policy)
        const there = after.hosts.find((host) => host.name === name)?.resources.find((each) => each.path === path)
        expect(there).toEqual(seat.resource)
        expect(Object.entries(after.spaces).filter(([id, space]) => all.spaces[id] !== space)).toEqual([])
        count += 1
      }
    expect(count).toBeGreaterThan(40)
  })

  it('is read at a glance', () => {
    expect(printPolicy(desk)).toBe(`{
  "spaces": [
    { "space": "mixed-digest", "realm": "Front desk" },
    { "space": "mixed-token", "realm": "Front desk" },
    { "space": "mixed-basic", "realm": "Front desk" }
  ],
  "lines": "each",
  "methods": ["GET"],
  "permits": { "roles": [] },
  "cors": {
    "allowOrigin": "*",
    "expose": ["WWW-Authenticate", "Authentication-Info"]
  }
}`)
  })

  it('begins with something good where nothing is yet', async () => {
    const seat = await sit(API, '/of-mine')
    expect(seat.resource).toBeUndefined()
    expect(readPolicy(printPolicy(seat), seat).result).toBe('policy')
  })

  it('can name the spaces of the place that it is for, and none that only programs use', async () => {
    const seat = await sit(API, '/turnstile')
    expect(seat.resource?.lockout).toEqual({ refusals: 3, seconds: 300 })
    expect(seat.spaces.map(({ id }) => id)).toEqual(expect.arrayContaining(['turnstile', 'docs']))
    const { spaces } = await sit(API, '/front-desk', await enterAll(world))
    for (const { scheme } of spaces) expect(scheme).not.toMatch(/token-issuer|registry-tokens|registration/)
  })

  it('has a seat at paths of simulated hosts only', async () => {
    const kinds = [
      ['bank.example', '/'],
      ['', '/'],
      [API, ''],
      [API, '*'],
      [API, '/a?b'],
      [API, '/a b'],
      [API, '/a\nX: y'],
      [`${API}\nX: y`, '/'],
      ['API.example.com', '/'],
    ].map(async ([host = '', path = '']) => (await seatAt(world, world, { host, path })).kind)
    expect(await Promise.all(kinds)).toEqual(['unknown-host', ...Array(8).fill('nowhere')])
  })
})

describe('reading', () => {
  const problems = (json: unknown, seat = desk) => {
    const read = readPolicy(typeof json === 'string' ? json : JSON.stringify(json), seat)
    return read.result === 'policy' ? [] : read.problems.map(({ code, at }) => `${code} ${at}`.trim())
  }

  it.each<[string, unknown, string[]]>([
    ['a list', [], ['object']],
    ['a number', 7, ['object']],
    ['nothing in it', {}, ['spaces', 'lines', 'methods', 'permits'].map(() => 'key-missing')],
    ['a key that nobody knows', { ...open, polcy: 1 }, ['key-unknown polcy']],
    ['a prototype', `{"__proto__": {}, ${JSON.stringify(open).slice(1)}`, ['key-unknown ["__proto__"]']],
    ['a missing key deep in it', { ...open, permits: {} }, ['key-missing permits']],
    ['a list for an object', { ...open, permits: [] }, ['object permits']],
    ['an object for a list', { ...open, spaces: {} }, ['list spaces']],
    ['a word that is not among them', { ...open, lines: 'two' }, ['one-of lines']],
    ['a method that nobody has', { ...open, methods: ['GET', 'TRACE'] }, ['one-of methods[1]']],
    ['a method twice', { ...open, methods: ['GET', 'GET'] }, ['same methods']],
    ['no method', { ...open, methods: [] }, ['few methods']],
    ['a role that is a number', { ...open, permits: { roles: [1] } }, ['text permits.roles[0]']],
    ['many roles', { ...open, permits: { roles: Array(11).fill('x') } }, ['many permits.roles']],
    ['a space that is not there', { ...open, spaces: ['docs', 'nothing'] }, ['space-unknown spaces[1]']],
    ['one of a prototype', { ...open, spaces: ['constructor'] }, ['space-unknown spaces[0]']],
    ['a space twice', { ...open, spaces: ['docs', { space: 'docs', realm: 'x' }] }, ['space-twice spaces[1].space']],
    ['a space that is a number', { ...open, spaces: [7] }, ['space spaces[0]']],
    [
      'a scheme that is not in front',
      { ...open, spaces: [{ scheme: 'hawk', realm: 'x' }] },
      ['one-of spaces[0].scheme'],
    ],
    ['a scheme of a prototype', { ...open, spaces: [{ scheme: 'toString', realm: 'x' }] }, ['one-of spaces[0].scheme']],
    ['no realm', { ...open, spaces: [{ scheme: 'basic' }] }, ['key-missing spaces[0]']],
    [
      'a setting of another scheme',
      { ...open, spaces: [{ ...inBasic, settings: { qop: [] } }] },
      ['key-unknown spaces[0].settings.qop'],
    ],
    [
      'a session without a client’s nonce',
      { ...open, spaces: [{ scheme: 'digest', realm: 'x', settings: { algorithms: ['MD5-sess'], qop: [] } }] },
      ['session spaces[0].settings'],
    ],
    ['a status that ends nothing', { ...open, replies: { sent: { status: 101 } } }, ['status replies.sent.status']],
    ['a status without a body', { ...open, replies: { sent: { status: 205 } } }, ['status replies.sent.status']],
    ['half a status', { ...open, replies: { sent: { status: 401.5 } } }, ['status replies.sent.status']],
    ['a gate of a proxy', { ...open, replies: { proxy: {} } }, ['key-unknown replies.proxy']],
    [
      'a field with three parts',
      { ...open, replies: { sent: { fields: [['A', 'b', 'c']] } } },
      ['pair replies.sent.fields[0][2]'],
    ],
    [
      'a field with a bad name',
      { ...open, replies: { sent: { fields: [['A b', 'c']] } } },
      ['token replies.sent.fields[0][0]'],
    ],
    ['an origin with a space', { ...open, cors: { allowOrigin: 'a b', expose: [] } }, ['origin cors.allowOrigin']],
    [
      'a flag that is a text',
      { ...open, cors: { allowOrigin: '*', expose: [], allowCredentials: 'yes' } },
      ['flag cors.allowCredentials'],
    ],
    ['a lockout for ever', { ...open, lockout: { refusals: 1, seconds: 1e9 } }, ['whole lockout.seconds']],
    [
      'a lockout of half a time',
      { ...open, lockout: { refusals: 0.5, seconds: 1 } },
      ['whole lockout.refusals', 'whole lockout.refusals'],
    ],
    ['replies of kinds in a list', { ...open, replies: { valid: { by: [] } } }, ['object replies.valid.by']],
  ])('refuses %s, and says where', (_, json, expected) => {
    expect(problems(json)).toEqual(expected)
  })

  it('says in which line and column', () => {
    const text = printPolicy(desk)
    const at = (changed: string) => {
      const read = readPolicy(changed, desk)
      return read.result === 'policy' ? [] : read.problems.map(({ code, line, column }) => `${code} ${line}:${column}`)
    }
    expect(at(text.replace('"each"', '"all"'))).toEqual(['one-of 7:12'])
    expect(at(text.replace('"lines"', '"line"'))).toEqual(['key-missing 1:1', 'key-unknown 7:3'])
    expect(at(text.replace('"roles": []', ''))).toEqual(['key-missing 9:14'])
    expect(at(text.replace('"each",', '"each"'))).toEqual(['comma 7:18'])
    expect(at(text.replace('mixed-basic', 'basic'))).toEqual(['space-unknown 5:16'])
    expect(at(`${text}${' '.repeat(LONGEST)}`)).toEqual([`too-long 14:${LONGEST - text.length + 2}`])
  })

  it('lets another realm be given to the schemes in front only', async () => {
    const seat = await sit(API, '/hawk')
    const space = seat.spaces.find(({ scheme }) => scheme === 'hawk')
    const named = { ...open, spaces: [{ space: space?.id, realm: space?.realm }] }
    const renamed = { ...open, spaces: [{ space: space?.id, realm: 'Mine' }] }
    expect(problems(named, seat)).toEqual([])
    expect(problems(renamed, seat)).toEqual(['space-realm spaces[0].realm'])
  })

  const evil = ['a\r\nSet-Cookie: sid=1', 'a\nb', 'a\rb', 'a\0b', 'a\u007fb', '\u001b[2J']
  const everywhere: readonly [string, (text: string) => Partial<Record<keyof Policy, unknown>>][] = [
    ['a realm', (realm) => ({ spaces: [{ scheme: 'basic', realm }] })],
    ['another realm', (realm) => ({ spaces: [{ space: 'docs', realm }] })],
    ['a setting', (opaque) => ({ spaces: [{ scheme: 'digest', realm: 'x', settings: { opaque } }] })],
    ['a scope', (scope) => ({ spaces: [{ scheme: 'bearer', realm: 'x', settings: { scope } }] })],
    ['a needed scope', (scope) => ({ permits: { roles: [], scope } })],
    ['a role', (role) => ({ permits: { roles: [role] } })],
    ['a challenge', (text) => ({ replies: { sent: { challenges: [text] } } })],
    ['a reason', (reason) => ({ replies: { sent: { reason } } })],
    ['the name of a field', (name) => ({ replies: { sent: { fields: [[name, 'x']] } } })],
    ['the value of a field', (text) => ({ replies: { valid: { by: { wrong: { fields: [['X', text]] } } } } })],
    ['an origin', (allowOrigin) => ({ cors: { allowOrigin, expose: [] } })],
    ['an exposed field', (name) => ({ cors: { allowOrigin: '*', expose: [name] } })],
    ['an allowed field', (name) => ({ cors: { allowOrigin: '*', expose: [], allowHeaders: [name] } })],
  ]
  it.each(everywhere)('refuses whatever would end a header line in %s', (_, part) => {
    for (const text of evil) {
      const found = problems({ ...open, ...part(text) })
      expect([text, found.some((each) => /^(control|token|origin) /.test(each))]).toEqual([text, true])
    }
    expect(problems({ ...open, ...part('fine') })).toEqual([])
  })

  it('never throws, whatever is written', () => {
    const piece = fc.constantFrom(...(printPolicy(desk).match(/"[^"]*"|[{}[\],:]|\s+/g) ?? []))
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    )
    fc.assert(fc.property(text, (source) => ['policy', 'refused'].includes(readPolicy(source, desk).result)))
    const value = fc.jsonValue({ maxDepth: 3 })
    const mostly = fc.record({
      spaces: fc.array(fc.oneof(fc.constantFrom('docs', 'files'), value), { maxLength: 3 }),
      lines: fc.oneof(fc.constantFrom('one', 'each'), value),
      methods: fc.oneof(fc.constant(['GET']), value),
      permits: fc.oneof(fc.constant({ roles: [] }), value),
      replies: fc.dictionary(fc.constantFrom('sent', 'valid', 'resource'), value),
    })
    fc.assert(
      fc.property(mostly, (json) => ['policy', 'refused'].includes(readPolicy(JSON.stringify(json), desk).result)),
    )
  })

  it('has words for each complaint', async () => {
    const sources = import.meta.glob<string>(['./policy.ts', './policy/*.ts', '!./**/*.test.ts'], {
      eager: true,
      query: '?raw',
      import: 'default',
    })
    const code = /(?:because|stop|stray)\('([a-z-]+)'|(?:code: |\], )'([a-z-]+)'/g
    const codes = new Set(
      Object.values(sources).flatMap((source) => [...source.matchAll(code)].map(([, found, other]) => found ?? other)),
    )
    const words = await laterWords('seat')
    expect(codes.size).toBeGreaterThan(35)
    expect([...codes].filter((each) => !(`seat.problem.${each}` in words))).toEqual([])
    const said = Object.keys(words).flatMap((key) => /^seat\.problem\.(.*)$/.exec(key)?.[1] ?? [])
    expect(said.filter((each) => !codes.has(each))).toEqual([])
  })

  it('writes out the schemes in front, with all algorithms that there are', () => {
    expect(WRITABLE.map(({ scheme }) => scheme).sort()).toEqual([...frontKeys].sort())
    expect([...SETTINGS.keys()].sort()).toEqual([...frontKeys].sort())
    const spaces = [{ scheme: 'digest', realm: 'x', settings: { algorithms: algorithmNames } }]
    expect(problems({ ...open, spaces })).toEqual([])
  })
})

describe('a server under a policy', () => {
  const outcome = async (policy: unknown, ...lines: readonly string[]) => {
    const { response } = await answered(policy, '/front-desk', ...lines)
    return [
      response.line.code,
      ...response.fields.filter(({ name }) => /^WWW-|^Retry|^Allow$/.test(name.text)).map(({ value }) => value.text),
    ]
  }

  it('offers what it says, in that order, in one line or one each', async () => {
    const spaces = [{ ...inBasic, realm: 'A "b" \\ c' }, { space: 'api-token', realm: 'Other' }, 'api-key']
    const offers = ['Basic realm="A \\"b\\" \\\\ c"', 'Bearer realm="Other"', 'X-API-Key realm="API"']
    expect(await outcome({ ...open, spaces })).toEqual([401, ...offers])
    expect(await outcome({ ...open, spaces: spaces.toReversed(), lines: 'one' })).toEqual([
      401,
      offers.toReversed().join(', '),
    ])
    expect(await outcome(open)).toEqual([200])
  })

  it('lets those in whom it permits', async () => {
    const strict = { ...open, spaces: [inBasic], permits: { roles: ['admin'] } }
    expect(await outcome(strict, `Authorization: Basic ${ADA}`)).toEqual([200])
    expect(await outcome(strict, `Authorization: Basic ${ALADDIN}`)).toEqual([403])
    expect(await outcome({ ...open, spaces: [inBasic] }, `Authorization: Basic ${ALADDIN}`)).toEqual([200])
  })

  it('says at each gate what it is told to say', async () => {
    const replies = {
      sent: { status: 403, challenges: [] },
      valid: {
        status: 400,
        reason: 'Nope',
        challenges: ['Basic realm="Other"'],
        fields: [['X-Why', 'wrong']],
        body: { why: 1 },
      },
      permitted: { status: 404 },
    }
    const policy = { ...open, spaces: [inBasic], permits: { roles: ['admin'] }, replies }
    expect(await outcome(policy)).toEqual([403])
    expect(await outcome(policy, `Authorization: Basic ${ALADDIN}`)).toEqual([404])
    const { response } = await answered(policy, '/front-desk', `Authorization: Basic ${btoa('Ada:wrong')}`)
    expect(response.source).toMatch(
      /^HTTP\/1\.1 400 Nope\n[\s\S]*\nWWW-Authenticate: Basic realm="Other"\n[\s\S]*X-Why: wrong\n/,
    )
    expect(response.body.text).toBe('{"why": 1}')
  })

  it('allows its methods, and locks out', async () => {
    expect(await outcome({ ...open, methods: ['POST'] })).toEqual([405, 'POST'])
    const wrong = write(request(API, '/front-desk', `Authorization: Basic ${btoa('Ada:wrong')}`))
    const policy = { ...open, spaces: [inBasic], lockout: { refusals: 2, seconds: 60 } }
    const session = await under(policy, '/front-desk', wrong, send, send, send)
    const codes = session.snapshot().state.sent.map(({ exchange }) => exchange.response.line.code)
    expect(codes).toEqual([401, 401, 429])
  })

  it('speaks to scripts as it is told', async () => {
    const cors = {
      allowOrigin: 'https://app.example',
      expose: ['Date'],
      allowHeaders: ['X-API-Key'],
      allowCredentials: true,
    }
    const { response } = await answered({ ...open, cors }, '/front-desk')
    expect(response.source).toContain(
      'Access-Control-Allow-Origin: https://app.example\nAccess-Control-Allow-Credentials: true',
    )
    expect(response.source).toContain('Access-Control-Expose-Headers: Date')
  })

  it('makes a place where there was none', async () => {
    const seat = await sit(API, '/turnstile/of-mine')
    const policy = readPolicy(printPolicy(seat), seat)
    if (policy.result === 'refused') throw new Error('The first policy is wrong')
    const session = await under(policy.policy, '/turnstile/of-mine', send, write(request(API, '/turnstile')), send)
    expect(session.snapshot().state.sent.map(({ exchange }) => exchange.response.line.code)).toEqual([401, 401])
    await session.make(write(request(API, '/turnstile/of-mine', `Authorization: Basic ${ADA}`)))
    await session.make(send)
    expect(session.snapshot().state.sent.at(-1)?.exchange.response.source).toContain('200 OK')
  })

  const written = WRITABLE.flatMap(({ scheme }) => {
    if (scheme !== 'digest') return [[scheme, {}] as const]
    return algorithmNames.flatMap((name) =>
      [[], ['auth'], ['auth-int']].flatMap((qop) =>
        qop.length === 0 && name.endsWith('-sess')
          ? []
          : [[scheme, { algorithms: [name], qop, userhash: true }] as const],
      ),
    )
  })
  const secrets: Readonly<Record<string, string>> = { bearer: 'ada/token', 'x-api-key': 'ada/api-key' }
  it.each(written)('lets people log in with %s, set up as %j', async (scheme, settings) => {
    const policy = { ...open, spaces: [{ scheme, realm: 'Käse', settings }] }
    const answer: Move = { kind: 'answer', offer: 0, secret: secrets[scheme] ?? 'ada/password' }
    const session = await under(policy, '/front-desk', send, answer, send)
    const { refused, sent } = session.snapshot().state
    expect([refused, sent.map(({ exchange }) => exchange.response.line.code)]).toEqual([undefined, [401, 200]])
  })

  it('asks for tokens of another audience, where it is told so', async () => {
    const spaces = [
      { scheme: 'bearer', realm: 'Mail', settings: { audience: 'https://mail.example.com', scope: 'read' } },
    ]
    const answer = (secret: string): Move => ({ kind: 'answer', offer: 0, secret })
    const session = await under(
      { ...open, spaces },
      '/front-desk',
      send,
      answer('mufasa/token'),
      send,
      answer('mufasa/other-audience'),
      send,
    )
    expect(session.snapshot().state.sent.map(({ exchange }) => exchange.response.line.code)).toEqual([401, 401, 200])
  })

  it('is judged by the linter for what it sends now', async () => {
    const rules = async (policy: unknown) =>
      (await findingsOf(await answered(policy, '/front-desk'), [])).map(({ rule }) => rule)
    const silent = { ...open, spaces: [inBasic], replies: { sent: { challenges: [] } } }
    expect(await rules(silent)).toContain('401-www-authenticate-missing')
    const unquoted = { ...open, spaces: [inBasic], replies: { sent: { challenges: ['Basic realm=Mine'] } } }
    expect(await rules(unquoted)).toContain('realm-not-quoted')
    expect(await rules({ ...open, spaces: [inBasic], replies: { sent: { status: 403 } } })).toContain(
      '403-for-missing-credentials',
    )
    expect(await rules({ ...open, spaces: [inBasic] })).not.toContain('401-www-authenticate-missing')
  })

  it('never breaks, whatever resource it guards', async () => {
    const all = await enterAll(world)
    const needy: string[] = []
    const policies: readonly Policy[] = [open, { ...open, methods: ['GET', 'POST'], spaces: [inBasic] }]
    for (const { name, internal, resources } of all.hosts)
      for (const { path } of internal ? [] : resources)
        for (const policy of policies) {
          const seat = await sit(name, path, all)
          if (readPolicy(JSON.stringify(policy), seat).result === 'refused') {
            needy.push(path)
            continue
          }
          const after = withPolicy(seat, policy)
          for (const start of ['GET', 'POST']) {
            const source = request(name, path, `Authorization: Basic ${ADA}`).replace('GET', start)
            const { response } = await handle(after, parseRequest(source), chance(after, 1))
            expect(response.line.code).toBeGreaterThanOrEqual(200)
          }
        }
    // The program that registers keys has to know whose they are, as those have that serve people who are logged in.
    expect(needy).toContain('/hoba/register')
  }, 20_000)

  it('guards any path with any space that exists', async () => {
    const all = await enterAll(world)
    const seat = await sit(API, '/front-desk', all)
    for (const { id } of seat.spaces) {
      const after = withPolicy(seat, { ...open, spaces: [id] })
      for (const line of ['Accept: */*', `Authorization: Basic ${ADA}`]) {
        const { response } = await handle(after, parseRequest(request(API, '/front-desk', line)), chance(after, 1))
        expect([id, response.line.code]).toEqual([id, expect.toBeOneOf([400, 401, 403, 200])])
      }
    }
  })
})

describe('a move that makes a policy', () => {
  const policy = JSON.stringify({ ...open, spaces: [inBasic] })
  const made: Move = { kind: 'policy', host: API, path: '/front-desk', policy }
  const start = { world, draft: request(API, '/front-desk'), goals: [] }
  const code = (session: ReturnType<typeof createSession>) =>
    session
      .snapshot()
      .state.sent.at(-1)
      ?.exchange.response.fields.filter(({ name }) => name.text === 'WWW-Authenticate').length

  it('is undone and redone', async () => {
    const session = createSession(start, () => direct)
    await session.make(made)
    expect(session.snapshot().state.world).not.toBe(world)
    session.undo()
    expect(session.snapshot().state.world).toBe(world)
    session.redo()
    await session.make(send)
    expect(code(session)).toBe(1)
  })

  it('goes back to how it was, and leaves nothing behind', async () => {
    const back: Move = { ...made, policy: '' }
    const session = createSession(start, () => direct)
    for (const move of [made, made, send, back, send]) await session.make(move)
    expect(code(session)).toBe(4)
    const { world: after } = session.snapshot().state
    expect(after.hosts).toEqual(world.hosts)
    expect(Object.keys(after.spaces)).toEqual(Object.keys(world.spaces))

    const elsewhere = { ...made, path: '/of-mine' }
    const new_ = await ruled(world, world, elsewhere)
    if (!('world' in new_)) throw new Error('The policy was refused')
    expect(new_.world.hosts).not.toEqual(world.hosts)
    const gone = await ruled(world, new_.world, { ...elsewhere, policy: '' })
    expect(gone).toEqual({ world })
  })

  it('replays from a link to the same bytes', async () => {
    const moves: readonly Move[] = [
      send,
      { ...made, policy: JSON.stringify({ ...open, spaces: [{ scheme: 'digest', realm: 'x' }, 'api-token'] }) },
      send,
      { kind: 'answer', offer: 0, secret: 'ada/password' },
      send,
      { ...made, host: 'push.example.com', path: '/new' },
      write(request('push.example.com', '/new')),
      send,
    ]
    const opened = openPayload(sharePayload({ moves }))
    if (opened.result === 'refused') throw new Error(opened.why)
    const [one, other] = [createSession(start, () => direct), createSession(start, () => direct)]
    for (const move of moves) await one.make(move)
    await other.replay(opened.shared.moves)
    const wire = (session: typeof one) =>
      session.snapshot().state.sent.map(({ exchange }) => exchange.request.source + exchange.response.source)
    expect(wire(one)).toEqual(wire(other))
    expect(one.snapshot().state.sent.map(({ exchange }) => exchange.response.line.code)).toEqual([401, 401, 200, 401])
  })

  it.each<[string, Partial<typeof made>]>([
    ['a policy that is no JSON', { policy: '{' }],
    [
      'a policy with a header in it',
      { policy: JSON.stringify({ ...open, spaces: [{ ...inBasic, realm: 'a\r\nX: y' }] }) },
    ],
    ['a space that is not there', { policy: JSON.stringify({ ...open, spaces: ['nothing'] }) }],
    ['a host that is not simulated', { host: 'bank.example' }],
    ['a path that is none', { path: 'front-desk' }],
    ['a path that ends the line', { path: '/x HTTP/1.1\nX: y' }],
  ])('changes nothing where a link brings %s', async (_, part) => {
    const opened = openPayload(sharePayload({ moves: [{ ...made, ...part }] }))
    if (opened.result === 'refused') throw new Error(opened.why)
    const [move] = opened.shared.moves
    const state = move && (await play(start, opening(start), move, 1))
    expect(state).toEqual({ ...opening(start), refused: { kind: 'policy' } })
  })

  it('names no space that another policy made', async () => {
    const session = createSession(start, () => direct)
    await session.make(made)
    expect(Object.keys(session.snapshot().state.world.spaces)).toContain('api.example.com/front-desk#0')
    const spaces = ['api.example.com/front-desk#0']
    await session.make({ ...made, path: '/of-mine', policy: JSON.stringify({ ...open, spaces }) })
    expect(session.snapshot().state.refused).toEqual({ kind: 'policy' })
    expect(session.snapshot().moves).toHaveLength(1)
  })

  it('is as long as a link may have it, and not longer', () => {
    const shared = (text: string) => openPayload(sharePayload({ moves: [{ ...made, policy: text }] })).result
    expect(shared('x'.repeat(LONGEST))).toBe('shared')
    expect(shared('x'.repeat(LONGEST + 1))).toBe('refused')
  })
})

it('policyOf leaves out what the resource does not have', () => {
  const [resource] = world.hosts[0]?.resources ?? []
  if (!resource) throw new Error('The world is empty')
  expect(policyOf({ ...resource, cors: undefined }, []).cors).toBeUndefined()
})
