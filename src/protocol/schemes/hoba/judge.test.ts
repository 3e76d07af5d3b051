import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, it } from 'vitest'
import { parseRequest } from '../../http/parse.ts'
import { base64url, octetsOf } from '../../text/octets.ts'
import { printBlob } from './blob.ts'
import { DEMO_KEYS } from './demo-keys.ts'
import en from './en.ts'
import { slipsOf } from './origin.ts'
import hoba from './scheme.ts'
import { sign } from './signature.ts'
import { answered, give, givenAs, withKey } from './space.ts'
import { answerAt, at, authorized, GET, key, meet, NOON, said, send, sent, spaceOf } from './testing/play.ts'

describe('an answer', () => {
  it('is granted, with every question passed in order', async () => {
    const table = meet(spaceOf(), at(0))
    const { judgement } = await send(table, await answerAt(table, at(0)), at(5))
    expect(judgement.steps.map(({ gate, check, result }) => `${gate} ${check} ${result}`)).toEqual([
      'form hoba.result pass',
      'form hoba.parts pass',
      'valid hoba.kid pass',
      'valid hoba.challenge pass',
      'valid hoba.signature pass',
      'valid hoba.origin pass',
      'valid hoba.algorithm pass',
      'fresh hoba.age pass',
      'fresh hoba.used pass',
    ])
    expect(judgement.steps.at(-2)?.knew).toEqual({ age: '5', lifetime: '60' })
  })

  it('shows how it was calculated, on both sides alike', async () => {
    const table = meet(spaceOf(), at(0))
    const request = parseRequest(GET)
    const made = await hoba.answer({ ...table, secret: key, request, earlier: [], env: at(0) })
    expect(made.workings.map(({ name, apply }) => `${name} = ${apply}`)).toEqual([
      'HOBA-TBS = len:value',
      'digest = SHA-256',
      'sig = RSASSA-PKCS1-v1_5',
    ])
    const secrets = made.workings.flatMap(({ input }) => input.filter(({ secret }) => secret))
    expect(secrets).toEqual([{ text: key.d, secret: true }])
    const { judgement } = await send(table, authorized(made.fields[0]?.[1] ?? ''), at(0))
    const theirs = judgement.steps.find(({ check }) => check === 'hoba.signature')?.workings ?? []
    expect(theirs.slice(0, 2)).toEqual(made.workings.slice(0, 2))
    expect(theirs[2]?.output).toBe(theirs[1]?.output)
  })

  it('looks where it says', async () => {
    const table = meet(spaceOf(), at(0))
    const request = await answerAt(table, at(0))
    const { judgement } = await send(table, request, at(0))
    const texts = sent(request).slice('HOBA result="'.length, -1).split('.')
    const seen = judgement.steps.flatMap(({ saw }) => saw.map(({ start, end }) => request.source.slice(start, end)))
    expect(seen).toEqual(expect.arrayContaining(texts))
  })

  it.each([
    ['no realm', '', GET],
    ['a realm with quotes', 'a "b" \\', GET],
    ['a realm in German', 'Küche', GET],
    ['a query', 'House', 'GET /hoba?a=b HTTP/1.1\nHost: api.example.com\n\n'],
    ['a body', 'House', 'POST /hoba HTTP/1.1\nHost: api.example.com\n\nten coins'],
  ])('is granted with %s', async (_, realm, source) => {
    const table = meet(spaceOf({}, realm), at(0))
    expect((await send(table, await answerAt(table, at(0), source), at(0))).outcome).toBe('granted')
  })

  it('is good without quotes, too', async () => {
    const table = meet(spaceOf(), at(0))
    const text = sent(await answerAt(table, at(0))).replaceAll('"', '')
    expect((await send(table, authorized(text), at(0))).outcome).toBe('granted')
  })

  it('is taken from a key that was registered later', async () => {
    const { kid, n, e } = DEMO_KEYS.mufasa
    const table = meet(withKey(spaceOf(), { kid, n, e, user: 'ada' }), at(0))
    const mufasa = { ...key, ...DEMO_KEYS.mufasa }
    const { outcome, judgement } = await send(table, await answerAt(table, at(0), GET, mufasa), at(0))
    expect(outcome).toBe('granted')
    expect(judgement.steps[2]?.knew).toEqual({ kid, user: 'Ada', device: kid })
  })
})

describe('a refusal', () => {
  it.each([
    ['HOBA', 'hoba.result 401 malformed'],
    ['HOBA abc', 'hoba.result 401 malformed'],
    ['HOBA challenge="x"', 'hoba.result 401 malformed'],
    ['HOBA result=""', 'hoba.parts 401 malformed'],
    ['HOBA result="a.b.c"', 'hoba.parts 401 malformed'],
    ['HOBA result="a.b.c.d.e"', 'hoba.parts 401 malformed'],
    ['HOBA result="a..c.d"', 'hoba.parts 401 malformed'],
    ['HOBA result="a+.b.c.d"', 'hoba.parts 401 malformed'],
    ['HOBA result="a.b.c.d="', 'hoba.parts 401 malformed'],
    ['HOBA result="\\a.b.c.d"', 'hoba.parts 401 malformed'],
    ['HOBA result="a.b.c.d"', 'hoba.kid 401 unknown-key'],
    ['HOBA result="__proto__.b.c.d"', 'hoba.kid 401 unknown-key'],
    [`HOBA result="${key.kid}.__proto__.c.d"`, 'hoba.challenge 401 unknown-challenge'],
    [`HOBA result="${key.kid}.AAAA.c.d"`, 'hoba.challenge 401 unknown-challenge'],
  ])('of %s is %s', async (text, expected) => {
    const table = meet(spaceOf(), at(0))
    const played = await send(table, authorized(text), at(0))
    expect(played.outcome).toBe(expected)
    expect(played.judgement.space).toBe(table.space)
  })

  it('of a key whose owner is gone', async () => {
    const table = meet({ ...spaceOf(), users: [] }, at(0))
    expect((await send(table, await answerAt(table, at(0)), at(0))).outcome).toBe('hoba.kid 401 unknown-key')
  })

  it('of somebody else’s key under this name', async () => {
    const table = meet(spaceOf(), at(0))
    const thief = { ...key, ...DEMO_KEYS.scar, kid: DEMO_KEYS.ada.kid }
    const { outcome } = await send(table, await answerAt(table, at(0), GET, thief), at(0))
    expect(outcome).toBe('hoba.signature 401 wrong')
  })

  it('of a challenge that another server gave', async () => {
    const elsewhere = meet(spaceOf(), at(0, { count: 7 }))
    const table = meet(spaceOf(), at(0))
    const { outcome } = await send(table, await answerAt(elsewhere, at(0)), at(0))
    expect(outcome).toBe('hoba.challenge 401 unknown-challenge')
  })

  it('of another realm', async () => {
    const table = meet(spaceOf(), at(0))
    const other = { ...table, space: { ...table.space, realm: 'Cellar' } }
    expect((await send(other, await answerAt(table, at(0)), at(0))).outcome).toBe('hoba.signature 401 wrong')
  })

  it.each([
    ['a site that imitates it', 'GET /hoba HTTP/1.1\nHost: api.examp1e.com\n\n', 'https://api.examp1e.com:443'],
    ['the same host without TLS', 'GET http://api.example.com/hoba HTTP/1.1\nHost: x\n\n', 'http://api.example.com:80'],
  ])('of an answer that was made for %s', async (_, source, got) => {
    const table = meet(spaceOf({ imitations: ['https://api.examp1e.com:443'] }), at(0))
    const relayed = authorized(sent(await answerAt(table, at(0), source)))
    const { outcome, judgement } = await send(table, relayed, at(0))
    expect(outcome).toBe('hoba.origin 401 wrong')
    expect(judgement.steps.at(-1)?.knew).toEqual({ origin: 'https://api.example.com:443', got })
  })

  it('of an answer that arrives for another host than it was made for, though nobody knows that host', async () => {
    const table = meet(spaceOf(), at(0))
    const source = 'GET /hoba HTTP/1.1\nHost: api.evil.example\n\n'
    expect((await send(table, await answerAt(table, at(0), source), at(0))).outcome).toBe('hoba.origin 401 wrong')
    const relayed = authorized(sent(await answerAt(table, at(0), source)))
    expect((await send(table, relayed, at(0))).outcome).toBe('hoba.signature 401 wrong')
  })

  const signedBy = (table: ReturnType<typeof meet>, change: { readonly alg?: '1'; readonly origin?: string }) => {
    const challenge = Object.keys(table.space.memory?.given ?? {})[0] ?? ''
    const blob = { nonce: 'AAAA', origin: 'https://api.example.com:443', realm: 'House', kid: key.kid ?? '', challenge }
    const { sig } = sign({ ...blob, alg: '0', ...change }, DEMO_KEYS.ada)
    return authorized(`HOBA result="${blob.kid}.${challenge}.AAAA.${sig}"`)
  }

  it('of an origin without its port, which must always be there', async () => {
    for (const origin of slipsOf('https://api.example.com:443')) {
      const table = meet(spaceOf(), at(0))
      const { outcome, judgement } = await send(table, signedBy(table, { origin }), at(0))
      expect(outcome).toBe('hoba.origin 401 wrong')
      expect(judgement.steps.at(-1)?.knew.got).toBe(origin)
    }
  })

  it('of RSA-SHA1, unless the settings allow it', async () => {
    const strict = meet(spaceOf(), at(0))
    expect((await send(strict, signedBy(strict, { alg: '1' }), at(0))).outcome).toBe('hoba.algorithm 401 wrong')
    const lenient = meet(spaceOf({ algorithms: ['0', '1'] }), at(0))
    expect((await send(lenient, signedBy(lenient, { alg: '1' }), at(0))).outcome).toBe('granted')
  })

  it('of a signature that ends like a right one, but is padded otherwise', async () => {
    // With the exponent 1 a signature opens to itself.
    const keys = [{ kid: key.kid ?? '', n: key.n ?? '', e: 'AQ', user: 'ada' }]
    const table = meet(spaceOf({ keys }), at(0))
    const challenge = Object.keys(table.space.memory?.given ?? {})[0] ?? ''
    const blob = { nonce: 'AAAA', origin: 'https://api.example.com:443', realm: 'House', kid: key.kid ?? '', challenge }
    const digest = sha256(octetsOf(printBlob({ ...blob, alg: '0' })))
    const padded = Uint8Array.of(...new Uint8Array(256 - digest.length), ...digest)
    const forged = authorized(`HOBA result="${blob.kid}.${challenge}.AAAA.${base64url(padded)}"`)
    expect((await send(table, forged, at(0))).outcome).toBe('hoba.signature 401 wrong')
    const right = { ...DEMO_KEYS.ada, e: 'AQ', d: 'AQ' }
    const { sig } = sign({ ...blob, alg: '0' }, right)
    expect((await send(table, authorized(`HOBA result="${blob.kid}.${challenge}.AAAA.${sig}"`), at(0))).outcome).toBe(
      'granted',
    )
  })

  it('has another challenge each time, unless it is one that no signature makes good', () => {
    const env = at(0)
    const space = spaceOf()
    const kinds = ['unknown-key', 'wrong', 'expired', 'used']
    const texts = kinds.flatMap((kind) => hoba.challenge(space, env, { kind }).challenges)
    expect(new Set(texts).size).toBe(4)
    expect(texts[0]).toMatch(/^HOBA challenge="[A-Za-z0-9_-]{22}", max-age=60, realm="House"$/)
    expect(hoba.challenge(space, env, { kind: 'forbidden' }).challenges).toEqual([])
    expect(hoba.challenge(spaceOf({}, ''), env).challenges[0]).toMatch(/, max-age=60$/)
  })
})

describe('time and memory', () => {
  it.each([
    [60, 'granted'],
    [60.001, 'hoba.age 401 expired'],
    [86_400, 'hoba.age 401 expired'],
  ])('after %s s of 60: %s', async (seconds, expected) => {
    const table = meet(spaceOf(), at(0))
    expect((await send(table, await answerAt(table, at(0)), at(seconds))).outcome).toBe(expected)
  })

  it('takes no answer twice, but another answer to the same challenge within max-age', async () => {
    const env = at(0)
    const first = meet(spaceOf(), env)
    const request = await answerAt(first, env)
    const { table } = await send(first, request, env)
    expect((await send(table, request, env)).outcome).toBe('hoba.used 401 used')
    const second = await send(table, await answerAt(table, env), env)
    expect(second.outcome).toBe('granted')
    expect((await send(second.table, request, env)).outcome).toBe('hoba.used 401 used')
  })

  it('takes one answer only where max-age is 0, however late', async () => {
    const env = at(0)
    const first = meet(spaceOf({ maxAge: 0 }), env)
    const [request, another] = [await answerAt(first, env), await answerAt(first, env)]
    const { table, outcome, judgement } = await send(first, request, at(3600))
    expect(outcome).toBe('granted')
    expect(judgement.steps.at(-2)).toMatchObject({ check: 'hoba.age', result: 'moot' })
    expect((await send(table, another, env)).outcome).toBe('hoba.used 401 used')
  })

  it('forgets a challenge a day after nobody can answer it any more', () => {
    const { challenge, space } = give(spaceOf(), at(0))
    const at24 = (seconds: number) => givenAs(give(space, at(seconds, { count: 9 })).space, challenge)
    expect(at24(86_460)).toEqual({ at: NOON, nonces: [] })
    expect(at24(86_461)).toBeUndefined()
    expect(answered(spaceOf(), challenge, 'AAAA')).toEqual(spaceOf())
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((word) => /^(check|pass|fail|moot)\./.test(word) && !said.has(word))).toEqual([])
  })
})
