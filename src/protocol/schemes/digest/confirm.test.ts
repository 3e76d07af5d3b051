import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pair, Secret, Step } from '../../auth/scheme.ts'
import { parseRequest, parseResponse } from '../../http/parse.ts'
import { compute } from './compute.ts'
import words from './en.ts'
import { algorithmNamed, algorithmNames } from './hash.ts'
import digest from './scheme.ts'
import type { DigestSettings } from './space.ts'
import {
  answerAt,
  challengeOf,
  edited,
  envAt,
  meet,
  mufasa,
  send,
  sentValue,
  spaceOf,
  type Table,
} from './testing/play.ts'

/** Throws for a step whose words are missing, or have a slot that nobody fills. */
function say({ check, result, knew }: Step) {
  const all: Readonly<Record<string, string>> = words
  const question = check.replace('digest.', '')
  const slots = [...(all[`${result}.${question}`] ?? '{missing}').matchAll(/\{([\w-]+)\}/g)].map(
    ([, slot = '']) => slot,
  )
  if (!all[`check.${question}`] || slots.some((slot) => !(slot in knew)))
    throw new Error(`${result}.${question}: ${slots}`)
}

async function confirm(exchange: Pair, earlier: readonly Pair[] = [], secret: Secret = mufasa) {
  const steps = (await digest.confirm?.(secret, exchange, earlier))?.steps
  steps?.forEach(say)
  return steps
}

const outcomes = (steps: readonly Step[] = []) =>
  steps.map(({ gate, check, result }) => `${gate} ${check.replace('digest.', '')} ${result}`)

/** One exchange with a real server of ours, and what was exchanged before. */
async function exchanged(settings: Partial<DigestSettings> = {}, seconds = 0, table?: Table) {
  const env = envAt(seconds, { count: seconds })
  const before = table ?? meet(spaceOf(settings), envAt(0))
  const source = 'POST /dir/index.html?a=1 HTTP/1.1\nHost: www.example.org\n\nten coins'
  const { table: after } = await send(before, await answerAt(before, env, source), env, 'thank you')
  const pair = after.earlier.at(-1)
  if (!pair) throw new Error('Nothing was exchanged')
  return { pair, earlier: before.earlier, table: after }
}

/** The response with another `Authentication-Info`, or another body. */
function tampered({ request, response }: Pair, from: RegExp | string, to: string): Pair {
  const source = response.source.replace(from, to)
  if (source === response.source) throw new Error(`Nothing to tamper with: ${from}`)
  return { request, response: parseResponse(source) }
}

const ALL = ['valid info-qop pass', 'valid info-cnonce pass', 'valid info-nc pass', 'valid rspauth pass']

describe('the server’s proof', () => {
  it('is right, and every question is passed in order', async () => {
    const { pair } = await exchanged()
    const steps = await confirm(pair)
    expect(outcomes(steps)).toEqual([...ALL, 'fresh nextnonce moot'])
    const seen = steps?.flatMap(({ saw }) => saw.map(({ start, end }) => pair.response.source.slice(start, end)))
    expect(seen).toEqual([
      'qop=auth',
      expect.stringMatching(/^cnonce="/),
      'nc=00000001',
      expect.stringMatching(/^rspauth="[0-9a-f]{64}"$/),
    ])
    const proof = steps?.find(({ check }) => check === 'digest.rspauth')
    expect(proof?.workings.map(({ name }) => name)).toEqual(['HA1', 'HA2', 'rspauth'])
    expect(proof?.workings[1]?.input).toEqual([{ text: ':/dir/index.html?a=1' }])
    expect(proof?.workings[0]?.input.at(-1)).toEqual({ text: 'Circle of Life', secret: true })
  })

  it.each(algorithmNames.flatMap((name) => [[name, 'auth'] as const, [name, 'auth-int'] as const]))(
    'is right with %s and %s',
    async (name, qop) => {
      const { pair } = await exchanged({ algorithms: [name], qop: [qop] })
      expect(outcomes(await confirm(pair))).toEqual([...ALL, 'fresh nextnonce moot'])
    },
  )

  it('is that of the examples', async () => {
    const offer = challengeOf(
      'Digest realm="http-auth@example.org", qop=auth, algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"',
    )
    const rspauth = '86d3b25618d41854ca5039a5d7e53ff6355d5134a9b1fb088a78ac3c462195a0'
    const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ'
    const line = `Authorization: Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, cnonce="${cnonce}", qop=auth, response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"`
    expect(digest.usable(offer)).toBe(true)
    const pair = {
      request: parseRequest(`GET /dir/index.html HTTP/1.1\nHost: www.example.org\n${line}\n\n`),
      response: parseResponse(
        `HTTP/1.1 200 OK\nAuthentication-Info: rspauth="${rspauth}", cnonce="${cnonce}", nc=00000001, qop=auth, nextnonce="x"\n\n`,
      ),
    }
    expect(outcomes(await confirm(pair))).toEqual([...ALL, 'fresh nextnonce pass'])
  })

  it('is wrong where one digit of it is another', async () => {
    const { pair } = await exchanged()
    const [, right = ''] = /rspauth="([0-9a-f]+)"/.exec(pair.response.source) ?? []
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: right.length - 1 }),
        fc.constantFrom(...'0123456789abcdefABCDEF '),
        async (at, to) => {
          fc.pre(right[at] !== to)
          const wrong = right.slice(0, at) + to + right.slice(at + 1)
          expect(outcomes(await confirm(tampered(pair, right, wrong)))?.at(-1)).toBe('valid rspauth fail')
        },
      ),
    )
  })

  it('is wrong from a server with another password, whatever it answers', async () => {
    const { pair } = await exchanged()
    const other = { ...mufasa, password: 'Hakuna Matata' }
    const steps = await confirm(pair, [], other)
    expect(outcomes(steps)?.at(-1)).toBe('valid rspauth fail')
    const knew = steps?.at(-1)?.knew
    expect(knew?.got).not.toBe(knew?.expected)
  })

  it.each([
    ['auth-int', 'valid rspauth fail'],
    ['auth', 'fresh nextnonce moot'],
  ] as const)('covers the body with auth-int only: %s', async (qop, last) => {
    const { pair } = await exchanged({ qop: [qop] })
    expect(outcomes(await confirm(tampered(pair, 'thank you', 'thank me')))?.at(-1)).toBe(last)
  })

  it('is not the client’s own response sent back', async () => {
    const { pair } = await exchanged()
    const [, response = ''] = / response="([0-9a-f]+)"/.exec(pair.request.source) ?? []
    expect(outcomes(await confirm(tampered(pair, /rspauth="[0-9a-f]+"/, `rspauth="${response}"`)))?.at(-1)).toBe(
      'valid rspauth fail',
    )
  })
})

describe('the echo', () => {
  it.each([
    ['another cnonce', /cnonce="/, 'cnonce="x', 'valid info-cnonce fail'],
    ['a cnonce in other letters', /cnonce="[^"]*"/, 'cnonce="F2/"', 'valid info-cnonce fail'],
    ['no cnonce', /cnonce="[^"]*", /, '', 'valid info-cnonce fail'],
    ['an old count', 'nc=00000001', 'nc=00000000', 'valid info-nc fail'],
    ['no count', 'nc=00000001, ', '', 'valid info-nc fail'],
    ['another qop', 'qop=auth', 'qop=auth-int', 'valid info-qop fail'],
    ['an empty rspauth', /rspauth="[^"]*"/, 'rspauth=""', 'valid rspauth fail'],
  ])('with %s is refused', async (_, from, to, last) => {
    const { pair } = await exchanged()
    expect(outcomes(await confirm(tampered(pair, from, to)))?.at(-1)).toBe(last)
  })

  it('may leave qop out', async () => {
    const { pair } = await exchanged()
    const steps = outcomes(await confirm(tampered(pair, ', qop=auth', '')))
    expect(steps).toEqual(['valid info-qop moot', ...ALL.slice(1), 'fresh nextnonce moot'])
  })

  it('of an earlier response is refused', async () => {
    const first = await exchanged()
    const second = await exchanged({}, 1, first.table)
    const replayed = { request: second.pair.request, response: first.pair.response }
    expect(outcomes(await confirm(replayed, second.earlier))?.at(-1)).toBe('valid info-cnonce fail')
  })
})

describe('what else comes with it', () => {
  it('is another nonce, which is taken note of', async () => {
    const { pair } = await exchanged({ nextnonce: true }, 20)
    const steps = await confirm(pair)
    expect(outcomes(steps)?.at(-1)).toBe('fresh nextnonce pass')
    expect(pair.response.source).toContain(`nextnonce="${steps?.at(-1)?.knew.nonce}"`)
  })

  it.each([
    ['the one just used', 'sent'],
    ['nothing', ''],
  ])('is no other nonce if it is %s', async (_, which) => {
    const { pair } = await exchanged()
    const [, nonce = ''] = / nonce="([^"]+)"/.exec(pair.request.source) ?? []
    const next = which === 'sent' ? nonce : ''
    expect(outcomes(await confirm(tampered(pair, 'qop=auth', `qop=auth, nextnonce="${next}"`)))?.at(-1)).toBe(
      'fresh nextnonce fail',
    )
  })

  it('can be a nonce alone, without a proof', async () => {
    const { pair } = await exchanged()
    const steps = await confirm(tampered(pair, /Authentication-Info: .*/, 'Authentication-Info: nextnonce="abc"'))
    expect(outcomes(steps)).toEqual([
      'valid info-qop moot',
      'valid info-cnonce moot',
      'valid info-nc moot',
      'valid rspauth moot',
      'fresh nextnonce pass',
    ])
  })

  it('is less in the old way without qop', async () => {
    const { pair } = await exchanged({ qop: [], algorithms: ['MD5'] })
    expect(outcomes(await confirm(pair))).toEqual([
      'valid info-qop moot',
      'valid info-cnonce moot',
      'valid info-nc moot',
      'valid rspauth pass',
      'fresh nextnonce moot',
    ])
  })

  it('is nothing where there is no such field, or no such credentials', async () => {
    const { pair } = await exchanged()
    const bare = tampered(pair, /Authentication-Info: .*\n/, '')
    expect(await confirm(bare)).toBeUndefined()
    const stranger = { ...pair, request: parseRequest('GET / HTTP/1.1\nHost: a\nAuthorization: Basic QTpi\n\n') }
    expect(await confirm(stranger)).toBeUndefined()
    expect(await confirm({ ...pair, request: parseRequest('GET / HTTP/1.1\nHost: a\n\n') })).toBeUndefined()
  })
})

describe('a session', () => {
  it('is proved with the key of its first request, through a nextnonce, too', async () => {
    const settings = { algorithms: ['SHA-256-sess'], nextnonce: true } as const
    const first = await exchanged(settings)
    const second = await exchanged(settings, 20, first.table)
    const third = await exchanged(settings, 21, second.table)
    expect(second.pair.response.source).toContain('nextnonce')
    expect(third.pair.request.source).toContain('nc=00000001')
    for (const { pair, earlier } of [first, second, third])
      expect(outcomes(await confirm(pair, earlier))).toContain('valid rspauth pass')
    expect(outcomes(await confirm(third.pair, []))).toContain('valid rspauth fail')
  })

  it('is proved with this request’s own values if the client made its key of these, as curl does', async () => {
    const env = envAt(1, { count: 5 })
    const { table } = await exchanged({ algorithms: ['MD5-sess'] })
    const mine = await answerAt(table, env)
    const [nonce, cnonce, was] = ['nonce', 'cnonce', 'response'].map((name) => sentValue(mine, name))
    const { value } = compute({
      algorithm: algorithmNamed('MD5-sess') ?? expect.fail(),
      username: 'Mufasa',
      realm: 'http-auth@example.org',
      password: 'Circle of Life',
      method: 'GET',
      uri: '/dir/index.html?a=1',
      body: '',
      nonce: nonce ?? '',
      protection: { qop: 'auth', nc: '00000002', cnonce: cnonce ?? '' },
    })
    expect(value).not.toBe(was)
    const { table: after } = await send(table, edited(mine, was ?? '', value), env)
    const pair = after.earlier.at(-1) ?? expect.fail()
    expect(outcomes(await confirm(pair, table.earlier))).toContain('valid rspauth pass')
  })
})

describe('hostile input', () => {
  it('never throws, and never passes for a proof', async () => {
    const { pair } = await exchanged()
    const near = fc.array(
      fc.constantFrom('rspauth=', 'nc=', 'cnonce=', '"', ',', 'qop=auth', '00000001', ' ', 'é', '\\'),
    )
    const text = fc.oneof(
      fc.string(),
      near.map((each) => each.join('')),
    )
    await fc.assert(
      fc.asyncProperty(text, text, async (info, credentials) => {
        const oneLine = (value: string) => value.replace(/[\r\n]/g, '')
        const response = parseResponse(`HTTP/1.1 200 OK\nAuthentication-Info: ${oneLine(info)}\n\nthank you`)
        expect(outcomes(await confirm({ ...pair, response }))).not.toContain('valid rspauth pass')
        const request = parseRequest(`GET / HTTP/1.1\nHost: a\nAuthorization: Digest ${oneLine(credentials)}\n\n`)
        expect(outcomes(await confirm({ request, response: pair.response }))).not.toContain('valid rspauth pass')
      }),
    )
  })
})
