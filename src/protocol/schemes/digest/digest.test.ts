import { sha512 } from '@noble/hashes/sha2.js'
import { describe, expect, it } from 'vitest'
import vectorFile from '../../auth/cases/credentials.json'
import { parseRequest } from '../../http/parse.ts'
import { fromBase64, hex, octetsOf } from '../../text/octets.ts'
import { compute, computeUserhash, type Ingredients } from './compute.ts'
import { type AlgorithmName, algorithmNamed } from './hash.ts'
import digest from './scheme.ts'
import type { Qop } from './space.ts'
import { authorized, challengeOf, envAt, judgeText, spaceOf } from './testing/play.ts'
import { vectors } from './vectors.ts'

const algorithm = (name?: string) => {
  const found = algorithmNamed(name)
  if (!found) throw new Error(`No algorithm: ${name}`)
  return found
}

interface Case {
  readonly id: string
  readonly scheme: string
  readonly inputs: Readonly<Record<string, string | boolean>>
  readonly expect: Readonly<Record<string, string>>
}
const cases: readonly Case[] = (JSON.parse(JSON.stringify(vectorFile)) as readonly Case[]).filter(
  ({ scheme }) => scheme === 'Digest',
)

function ingredientsOf({ inputs }: Case): Ingredients {
  const text = (name: string) => String(inputs[name] ?? '')
  return {
    algorithm: algorithm(inputs.algorithm === undefined ? undefined : text('algorithm')),
    username: text('username'),
    realm: text('realm'),
    password: text('password'),
    method: text('method'),
    uri: text('uri'),
    body: text('body'),
    nonce: text('nonce'),
    protection: inputs.qop ? { qop: text('qop'), nc: text('nc'), cnonce: text('cnonce') } : undefined,
  }
}

describe('the cases of other projects', () => {
  it('are 23', () => expect(cases).toHaveLength(23))

  it.each(cases)('$id comes out', (each) => {
    const given = ingredientsOf(each)
    const { response, rspauth, userhash } = each.expect
    if (response) expect(compute(given).value).toBe(response)
    if (rspauth) expect(compute({ ...given, method: '' }, 'rspauth').value).toBe(rspauth)
    if (userhash) expect(computeUserhash(given.algorithm, given.username, given.realm).output).toBe(userhash)
    expect(response ?? rspauth ?? userhash).toBeDefined()
  })

  const sent = cases.filter((each) => each.expect.header)
  it('hold 15 with the whole header', () => expect(sent).toHaveLength(15))

  it.each(sent)('$id logs in', async (each) => {
    const { username, password, realm, nonce, method, uri } = each.inputs
    const secret = { id: 'one', kind: 'password', username: String(username), password: String(password) }
    const settings = {
      algorithms: ['MD5', 'SHA-256'] as const,
      qop: [],
      opaque: '',
      nonce: String(nonce),
      userhash: true,
    }
    const request = authorized(
      parseRequest(`${method} ${uri} HTTP/1.1\nHost: here.example\n\n`),
      each.expect.header?.replace(/^.*?: /, '') ?? '',
    )
    const judgement = await judgeText(spaceOf(settings, String(realm), secret), request, envAt(0))
    expect(judgement.steps.filter(({ result }) => result === 'fail')).toEqual([])
    expect(judgement.result).toBe('granted')
  })
})

describe('the examples', () => {
  it('are at least twelve', () => expect(vectors.length).toBeGreaterThanOrEqual(12))

  it.each(vectors)('$name ($cite)', async ({ request, offer, secret, random = [], expect: expected }) => {
    const env = { ...envAt(0), random: () => fromBase64(random[0] ?? '') ?? new Uint8Array() }
    const ask = { offer: challengeOf(offer), secret, request: parseRequest(request), earlier: [], env }
    const { fields, workings } = await digest.answer(ask)
    const all = [...fields.flat(), ...workings.map(({ output }) => output)].join('\n')
    for (const each of expected) expect(all).toContain(each)

    const value = (name: string) => new RegExp(`${name}="?([^",]*(?:, auth-int)?)`).exec(offer)?.[1]
    const space = spaceOf(
      {
        algorithms: [(value('algorithm') ?? 'MD5') as AlgorithmName],
        qop: (value('qop')?.split(/, ?/) ?? []).filter((each): each is Qop => /^auth(-int)?$/.test(each)),
        opaque: value('opaque') ?? '',
        nonce: value('nonce') ?? '',
        userhash: value('userhash') === 'true',
      },
      value('realm'),
      secret,
    )
    const judgement = await judgeText(space, authorized(ask.request, fields[0]?.[1] ?? ''), env)
    expect(judgement.result).toBe('granted')
  })

  const example = {
    username: 'Mufasa',
    realm: 'http-auth@example.org',
    password: 'Circle of Life',
    method: '',
    uri: '/dir/index.html',
    body: '',
    nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
    protection: { qop: 'auth', nc: '00000001', cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ' },
  }

  /** RFC 7616 §3.5 gives no value; these were calculated with Node's crypto as well. */
  it.each([
    ['MD5', '9b712497bc9f91499fbcca1dfc5f09a5'],
    ['SHA-256', '86d3b25618d41854ca5039a5d7e53ff6355d5134a9b1fb088a78ac3c462195a0'],
    ['SHA-512-256', 'c8f9593a4f49b95ce2c483cc3222ecd360a5c6ec52ca24a530b0aac18478de8c'],
    ['MD5-sess', 'b9bdf5673282d64412df46ad40660539'],
    ['SHA-256-sess', 'd4ad609d150eafce2281da5c3179878fdb37e6a16021272f4bed1a082f5c2324'],
  ])('rspauth with %s', (name, rspauth) => {
    expect(compute({ ...example, algorithm: algorithm(name) }, 'rspauth').value).toBe(rspauth)
  })

  it('write the arithmetic down as the page shows it', () => {
    const { workings } = compute({ ...example, method: 'GET', algorithm: algorithm('SHA-256') })
    const lines = workings.map(({ name, apply, input }) => {
      const shown = input.map(({ text, secret }) => (secret ? '••••••' : text))
      return `${name} = ${apply}(${shown.join('')})`
    })
    expect(lines).toEqual([
      'HA1 = SHA-256(Mufasa:http-auth@example.org:••••••)',
      'HA2 = SHA-256(GET:/dir/index.html)',
      `response = SHA-256(HA1:${example.nonce}:00000001:${example.protection.cnonce}:auth:HA2)`,
    ])
  })

  it.each([
    ['MD5', 'auth-int', ['HA1', 'H(body)', 'HA2', 'response']],
    ['MD5-sess', 'auth', ['H(user)', 'HA1', 'HA2', 'response']],
  ])('name each line of %s with %s', (name, qop, names) => {
    const given = { ...example, algorithm: algorithm(name), protection: { ...example.protection, qop } }
    expect(compute(given).workings.map((each) => each.name)).toEqual(names)
  })
})

describe('the misprints', () => {
  const doe = {
    username: 'Jäsøn Doe',
    realm: 'api@example.org',
    password: 'Secret, or not?',
    method: 'GET',
    uri: '/doe.json',
    body: '',
    nonce: '5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK',
    protection: { qop: 'auth', nc: '00000001', cnonce: 'NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v' },
  }
  const right = algorithm('SHA-512-256')
  const cut = { ...right, H: (text: string) => hex(sha512(octetsOf(text))).slice(0, 64) }

  it('of RFC 7616 §3.9.2 are SHA-512 cut short, not SHA-512/256 (erratum 4897)', () => {
    const printed = {
      username: '488869477bf257147b804c45308cd62ac4e25eb717b12b298c79e62dcea254ec',
      response: 'ae66e67d6b427bd3f120414a82e4acff38e8ecd9101d6c861229025f607a79dd',
    }
    expect(computeUserhash(cut, doe.username, doe.realm).output).toBe(printed.username)
    expect(compute({ ...doe, algorithm: cut }).value).toBe(printed.response)
    expect(computeUserhash(right, doe.username, doe.realm).output).toBe(
      '793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b',
    )
    expect(compute({ ...doe, algorithm: right }).value).toBe(
      '3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5',
    )
    expect(compute({ ...doe, method: '', algorithm: right }, 'rspauth').value).toBe(
      '2a14c644cc564038709393846dc914772273b178abe03a2fb02c9684116bbc2d',
    )
  })

  it('of RFC 2069 §2.4 is another hash than the one of its own example (erratum 749)', () => {
    const mine = compute({
      algorithm: algorithm('MD5'),
      username: 'Mufasa',
      realm: 'testrealm@host.com',
      password: 'CircleOfLife',
      method: 'GET',
      uri: '/dir/index.html',
      body: '',
      nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093',
    })
    expect(mine.value).not.toBe('e966c932a9242554e42c8ee200cec7f6')
    expect(mine.value).toBe('1949323746fe6a43ef61f9606e7febea')
  })
})

describe('the challenge', () => {
  it('is that of RFC 7616 §3.9.1, one line for each algorithm', () => {
    const space = spaceOf({
      algorithms: ['SHA-256', 'MD5'],
      qop: ['auth', 'auth-int'],
      nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
      opaque: 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
    })
    const line = (name: string) =>
      `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${name}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`
    expect(digest.challenge(space, envAt(0)).challenges).toEqual([line('SHA-256'), line('MD5')])
  })

  it('is that of RFC 7616 §3.9.2', () => {
    const nonce = '5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK'
    const opaque = 'HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS'
    const settings = { algorithms: ['SHA-512-256'] as const, nonce, opaque, charset: 'UTF-8' as const, userhash: true }
    expect(digest.challenge(spaceOf(settings, 'api@example.org'), envAt(0)).challenges).toEqual([
      `Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, nonce="${nonce}", opaque="${opaque}", charset=UTF-8, userhash=true`,
    ])
  })

  it.each([
    [
      'stale',
      'Digest realm="a \\"b\\"", domain="/x /y", qop="auth", algorithm=SHA-256, nonce="n", stale=true, opaque="T3BhcXVl"',
    ],
    ['wrong', 'Digest realm="a \\"b\\"", domain="/x /y", qop="auth", algorithm=SHA-256, nonce="n", opaque="T3BhcXVl"'],
    ['malformed', undefined],
    ['forbidden', undefined],
  ])('after a refusal as %s', (kind, line) => {
    const space = spaceOf({ nonce: 'n', domain: '/x /y' }, 'a "b"')
    expect(digest.challenge(space, envAt(0), { kind }).challenges[0]).toBe(line)
  })

  it('has another nonce each time, though the clock stands still, and the same in one response', () => {
    const env = envAt(0)
    const nonces = [0, 1, 2].flatMap(() => {
      const { challenges } = digest.challenge(spaceOf({ algorithms: ['SHA-256', 'MD5'] }), env)
      return [...new Set(challenges.map((each) => /nonce="([^"]+)"/.exec(each)?.[1]))]
    })
    expect(new Set(nonces).size).toBe(3)
    expect(nonces).toHaveLength(3)
  })

  it.each([
    ['Digest nonce="xyz", realm="a"', true],
    ['Digest nonce="xyz", realm="a", algorithm=md5, qop="auth,foo"', true],
    ['Digest nonce=xyz, realm="a", algorithm="SHA-512-256-sess", qop=auth-int', true],
    ['Digest realm="a", qop="auth"', false],
    ['Digest nonce="xyz", realm="a", algorithm="awezum"', false],
    ['Digest nonce="xyz", realm="a", algorithm=SHA-512', false],
    ['Digest nonce="xyz", realm="a", qop="auth2"', false],
    ['Digest nonce="xyz", realm="a", algorithm=MD5-sess', false],
    ['Digest', false],
  ])('%s: usable is %s', (text, usable) => expect(digest.usable(challengeOf(text))).toBe(usable))
})

describe('exposes', () => {
  it.each([
    ['Digest username="Mufasa", response="0123"', ['Mufasa', '0123']],
    ['Digest username*=UTF-8\'\'%C3%A4, response="0123"', ['ä', '0123']],
    ['Digest', []],
  ])('%s', (text, secrets) => {
    const field = authorized(parseRequest('GET / HTTP/1.1\n\n'), text).fields[0]
    if (!field) throw new Error('No field')
    expect(digest.exposes({ field, credentials: challengeOf(text) })).toEqual(secrets)
  })
})
