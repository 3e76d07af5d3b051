import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../http/message.ts'
import { parseRequest } from '../../http/parse.ts'
import { compute } from './compute.ts'
import words from './en.ts'
import { algorithmNamed, algorithmNames } from './hash.ts'
import digest from './scheme.ts'
import type { Qop } from './space.ts'
import {
  answerAt,
  edited,
  envAt,
  GET,
  judgeText,
  meet,
  mufasa,
  outcome,
  send,
  sentValue,
  spaceOf,
} from './testing/play.ts'

describe('an answer', () => {
  it('is granted, with every question passed in order', async () => {
    const env = envAt(0)
    const table = meet(spaceOf(), env)
    const { judgement, info, request } = await send(table, await answerAt(table, env), env)
    expect(judgement.steps.map(({ gate, check, result }) => `${gate} ${check} ${result}`)).toEqual([
      'form digest.params pass',
      'form digest.uri pass',
      'form digest.nc pass',
      'valid digest.realm pass',
      'valid digest.nonce-known pass',
      'valid digest.opaque pass',
      'valid digest.algorithm pass',
      'valid digest.qop pass',
      'valid digest.user pass',
      'valid digest.response pass',
      'fresh digest.nonce-fresh pass',
      'fresh digest.replay pass',
    ])
    const { value: rspauth } = compute(
      {
        algorithm: algorithmNamed('SHA-256') ?? expect.fail(),
        username: 'Mufasa',
        realm: 'http-auth@example.org',
        password: 'Circle of Life',
        method: '',
        uri: '/dir/index.html?a=1',
        body: '',
        nonce: sentValue(request, 'nonce'),
        protection: { qop: 'auth', nc: '00000001', cnonce: sentValue(request, 'cnonce') },
      },
      'rspauth',
    )
    expect(info).toBe(`rspauth="${rspauth}", cnonce="${sentValue(request, 'cnonce')}", nc=00000001, qop=auth`)
    const seen = judgement.steps.flatMap(({ saw }) => saw.map(({ start, end }) => request.source.slice(start, end)))
    expect(seen).toContain('nc=00000001')
    expect(seen).toContain('/dir/index.html?a=1')
  })

  it('is granted for every algorithm, qop, userhash and name', async () => {
    const names = fc.constantFrom('Mufasa', 'Jäsøn Doe', 'a"b\\c', 'A\u030angstro\u0308m', '🦁', '')
    const any = fc.record({
      algorithm: fc.constantFrom(...algorithmNames),
      qop: fc.constantFrom<Qop[]>(['auth'], ['auth-int'], ['auth', 'auth-int'], ['auth-int', 'auth']),
      userhash: fc.boolean(),
      username: names,
      password: fc.string({ unit: 'grapheme' }),
      body: fc.string(),
      realm: fc.stringMatching(/^[ -~]*$/),
    })
    let granted = 0
    await fc.assert(
      fc.asyncProperty(any, async ({ algorithm, qop, userhash, username, password, body, realm }) => {
        const env = envAt(0)
        const secret = { id: 'one', kind: 'password', username, password }
        const settings = { algorithms: [algorithm], qop, userhash }
        const table = meet(spaceOf(settings, realm.trim(), secret), env)
        const source = `POST /a?b=c HTTP/1.1\nHost: www.example.org\n\n${body}`
        const played = await send(table, await answerAt(table, env, source, secret), env)
        expect(outcome(played)).toBe('granted')
        granted += 1
      }),
      { numRuns: 150 },
    )
    expect(granted).toBe(150)
  }, 30_000)

  it('is refused, and never as stale, when any one character of it is another', async () => {
    const env = envAt(0)
    const table = meet(spaceOf({ algorithms: ['MD5'] }), env)
    const request = await answerAt(table, env)
    const any = fc.record({
      name: fc.constantFrom(
        'response',
        'nonce',
        'nc',
        'uri',
        'username',
        'realm',
        'cnonce',
        'opaque',
        'qop',
        'algorithm',
      ),
      at: fc.nat(),
      to: fc.constantFrom(...'0123456789abcdefABCDEFMUXYZ/?=+-_ '),
    })
    const property = fc.asyncProperty(any, async ({ name, at, to }) => {
      const value = sentValue(request, name)
      const place = at % value.length
      const other = `${value.slice(0, place)}${to}${value.slice(place + 1)}`
      fc.pre(name === 'algorithm' ? other.toLowerCase() !== value.toLowerCase() : other !== value)
      // White space behind a value without quotes is not a part of it.
      fc.pre(to !== ' ' || place < value.length - 1 || quoted(request, name).startsWith('"'))
      const played = await send(
        table,
        edited(request, `=${quoted(request, name)}`, `=${requoted(request, name, other)}`),
        env,
      )
      expect(outcome(played)).toMatch(/ (400 malformed|401 wrong)$/)
    })
    await fc.assert(property, { numRuns: 300 })
  }, 30_000)
})

const quoted = (request: HttpRequest, name: string) =>
  new RegExp(`[ ]${name}=("[^"]*"|[^,]*)`).exec(request.source)?.[1] ?? ''
const requoted = (request: HttpRequest, name: string, value: string) =>
  quoted(request, name).startsWith('"') ? `"${value}"` : value

describe('a refusal', () => {
  it.each([
    [/ response="[^"]*",/, '', 'digest.params 400 malformed'],
    [/ cnonce="[^"]*",/, '', 'digest.params 400 malformed'],
    [/ qop=auth,/, '', 'digest.params 400 malformed'],
    [/Digest .*/, 'Digest', 'digest.params 400 malformed'],
    [/Digest .*/, 'Digest abcd==', 'digest.params 400 malformed'],
    [/username="/, "username*=UTF-8''Mufasa, username=\"", 'digest.username-ext 400 malformed'],
    [/username="[^"]*"/, "username*=ISO-8859-1''Mufasa", 'digest.username-ext 400 malformed'],
    [/username="[^"]*"/, "username*=UTF-8''Mufasa, userhash=true", 'digest.username-ext 400 malformed'],
    [/uri="[^"]*"/, 'uri="/dir/index.html"', 'digest.uri 400 malformed'],
    [/uri="[^"]*"/, 'uri="http://other.example/dir/index.html?a=1"', 'digest.uri 400 malformed'],
    [/nc=0/, 'nc=', 'digest.nc 400 malformed'],
    [/nc=0/, 'nc=g', 'digest.nc 400 malformed'],
    [/realm="/, 'realm="x', 'digest.realm 401 wrong'],
    [/nonce="[^"]*"/, 'nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"', 'digest.nonce-known 401 wrong'],
    [/nonce="[^"]*"/, 'nonce="__proto__"', 'digest.nonce-known 401 wrong'],
    [/opaque="/, 'opaque="x', 'digest.opaque 401 wrong'],
    [/, opaque="[^"]*"/, '', 'digest.opaque 401 wrong'],
    [/algorithm=SHA-256,/, '', 'digest.algorithm 401 wrong'],
    [/algorithm=SHA-256/, 'algorithm=SHA-512', 'digest.algorithm 401 wrong'],
    [/qop=auth/, 'qop=auth-int', 'digest.qop 401 wrong'],
    [/username="/, 'username="x', 'digest.user 401 wrong'],
    [/response="/, 'response="x', 'digest.response 401 wrong'],
    [/cnonce="/, 'cnonce="x', 'digest.response 401 wrong'],
  ])('of an answer with %s for %s is %s', async (from, to, expected) => {
    const env = envAt(0)
    const table = meet(spaceOf(), env)
    const played = await send(table, edited(await answerAt(table, env), from, to), env)
    expect(outcome(played)).toBe(expected)
    expect(played.judgement.space).toBe(table.space)
  })

  it.each([
    ['the body was changed', 'auth-int', 'digest.response 401 wrong'],
    ['nobody looks at the body', 'auth', 'granted'],
  ])('where %s', async (_, qop, expected) => {
    const env = envAt(0)
    const table = meet(spaceOf({ qop: [qop as 'auth'] }), env)
    const request = await answerAt(table, env, 'POST /a HTTP/1.1\nHost: www.example.org\n\nten coins')
    expect(outcome(await send(table, parseRequest(request.source.replace('ten', 'all')), env))).toBe(expected)
  })

  it('of a stranger with the right hash of another realm', async () => {
    const env = envAt(0)
    const table = meet(spaceOf(), env)
    const scar = { ...mufasa, username: 'Scar' }
    expect(outcome(await send(table, await answerAt(table, env, GET, scar), env))).toBe('digest.user 401 wrong')
    const guess = { ...mufasa, password: 'Circle Of Life' }
    expect(outcome(await send(table, await answerAt(table, env, GET, guess), env))).toBe('digest.response 401 wrong')
  })
})

describe('what real clients send', () => {
  it.each([
    ['requests, with everything in quotes', / (algorithm|qop|nc)=([^,"]+)/g, ' $1="$2"'],
    ['a name without quotes', /username="Mufasa"/, 'username=Mufasa'],
    ['lower case', /algorithm=SHA-256/, 'algorithm=sha-256'],
    ['a name as username*', /username="Mufasa"/, "username*=UTF-8'en'%4Dufasa"],
    ['userhash=false', /$/, ', userhash=false'],
  ])('is taken: %s', async (_, from, to) => {
    const env = envAt(0)
    const table = meet(spaceOf(), env)
    expect(outcome(await send(table, edited(await answerAt(table, env), from, to), env))).toBe('granted')
  })

  it.each([
    ['GET http://www.example.org/a?b=c HTTP/1.1', 'GET http://www.example.org/a?b=c HTTP/1.1'],
    ['GET /a?b=c HTTP/1.1', 'GET http://www.example.org/a?b=c HTTP/1.1'],
    ['GET http://WWW.example.org/a?b=c HTTP/1.1', 'GET /a?b=c HTTP/1.1'],
    ['GET http://www.example.org HTTP/1.1', 'GET / HTTP/1.1'],
    ['OPTIONS * HTTP/1.1', 'OPTIONS * HTTP/1.1'],
  ])('hashed for %s, and arrived as %s', async (hashed, arrived) => {
    const env = envAt(0)
    const table = meet(spaceOf(), env)
    const request = await answerAt(table, env, `${hashed}\nHost: www.example.org\n\n`)
    expect(outcome(await send(table, parseRequest(request.source.replace(hashed, arrived)), env))).toBe('granted')
  })

  it('a userhash that was not offered is taken for a name', async () => {
    const env = envAt(0)
    const offering = meet(spaceOf({ userhash: true }), env)
    const request = await answerAt(offering, env)
    expect(request.source).toContain('userhash=true')
    expect(outcome(await send(offering, request, env))).toBe('granted')
    expect(outcome(await send({ ...offering, space: spaceOf() }, request, env))).toBe('digest.user 401 wrong')
  })

  it('the old way of RFC 2069 is taken where no qop is offered, and only there', async () => {
    const env = envAt(0)
    const old = meet(spaceOf({ qop: [], algorithms: ['MD5'] }), env)
    const request = await answerAt(old, env)
    expect(request.source).not.toMatch(/nc=|qop=/)
    const played = await send(old, request, env)
    expect(outcome(played)).toBe('granted')
    expect(played.info).toMatch(/^rspauth="[0-9a-f]{32}"$/)
    const counting = edited(request, /$/, ', nc=00000001')
    const again = await send((await send(old, counting, env)).table, counting, env)
    expect(outcome(again)).toBe('granted')
    expect(again.judgement.steps.at(-1)).toMatchObject({ check: 'digest.replay', result: 'moot' })
    const modern = { ...old, space: spaceOf({ algorithms: ['MD5'] }) }
    expect(outcome(await send(modern, request, env))).toBe('digest.params 400 malformed')
  })
})

describe('auth-int', () => {
  it('proves the response’s body as well', async () => {
    const env = envAt(0)
    const table = meet(spaceOf({ qop: ['auth-int'] }), env)
    const request = await answerAt(table, env)
    const judgement = await judgeText(table.space, request, env)
    const info = (body: string) => judgement.result === 'granted' && judgement.confirm?.({ status: 200, body })[0]?.[1]
    expect(info('one')).not.toBe(info('two'))
    expect(info('one')).toContain('qop=auth-int')
  })
})

describe('the words', () => {
  it('exist for each parameter', () => {
    for (const name of Object.keys(digest.params)) expect(words).toHaveProperty([`param.${name}`])
  })
})
