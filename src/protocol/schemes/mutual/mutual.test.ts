import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRequest, parseResponse } from '../../http/parse.ts'
import words from './en.ts'
import { alice, answerTo, confirmed, edited, later, login, meet, said, send, spaceOf, step } from './testing/play.ts'

const gates = (steps: readonly { gate: string; check: string; result: string }[]) =>
  steps.map(({ gate, check, result }) => `${gate} ${check.replace('mutual.', '')} ${result}`)

const COMMON =
  'Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=tls-server-end-point, realm="Mutual demo", auth-scope="example.com"'

/** Nothing here changes, so that many tests can start from the same exchange. */
const met = meet()
const opened = await step(met)
const right = await step(opened.table)
const typo = { ...alice, password: 'correct hose' }

describe('a login', () => {
  it('is an exchange of keys, then of proofs', async () => {
    expect(met.offer).toBe(`${COMMON}, reason=initial`)
    const first = opened
    expect(gates(first.judgement.steps)).toEqual([
      'form params pass',
      'form version pass',
      'form algorithm pass',
      'form numbers pass',
      'valid realm pass',
      'valid point pass',
      'valid user pass',
      'valid proved fail',
    ])
    expect(first.table.offer).toMatch(
      /^Mutual version=1, .*, sid=[0-9a-f]{32}, ks1=[0-9a-f]{66}, nc-max=400, nc-window=128, time=300$/,
    )
    const last = right
    expect(gates(last.judgement.steps).slice(4)).toEqual([
      'valid realm pass',
      'valid sid pass',
      'valid alive pass',
      'valid user pass',
      'valid proof pass',
      'fresh in-time pass',
      'fresh window pass',
      'fresh replay pass',
    ])
    expect(last.info).toMatch(/^version=1, sid=[0-9a-f]{32}, vks=[0-9a-f]{64}$/)
    expect(await confirmed(last)).toEqual(['server-sid pass', 'server-proof pass'])
  })

  it('serves many requests, each with the next count', async () => {
    let played = right
    for (const nc of [2, 3]) {
      const credentials = await answerTo(played.table)
      expect(credentials).toContain(`, nc=${nc}, vkc=`)
      played = await send(played.table, credentials)
      expect(played.outcome).toBe('granted')
      expect(await confirmed(played)).toEqual(['server-sid pass', 'server-proof pass'])
    }
  })
})

describe('a wrong password', () => {
  it('is found by the server, once a key exchange', async () => {
    const first = await step(meet(), typo)
    const wrong = await step(first.table, typo)
    expect(wrong.outcome).toBe('proof auth-failed')
    expect(wrong.table.offer).toBe(`${COMMON}, reason=auth-failed`)
    expect((await send(wrong.table, await answerTo(first.table))).outcome).toBe('alive auth-failed')
    expect(await answerTo(wrong.table)).toContain('kc1=')
    expect((await login(wrong.table)).outcome).toBe('granted')
  })

  it('doesn’t end a session that was right', async () => {
    const next = await answerTo(right.table)
    const spoilt = await send(right.table, edited(next, /vkc=../, 'vkc=00'))
    expect(spoilt.outcome).toBe('proof auth-failed')
    expect((await send(spoilt.table, next)).outcome).toBe('granted')
  })

  it('on the server’s side is found by the client', async () => {
    const impostor = await login(meet(spaceOf({}, typo)), typo)
    const sid = /sid=\w+/.exec(right.info)?.[0] ?? ''
    const forged = impostor.info.replace(/sid=\w+/, sid)
    const info = (change: (text: string) => string) => {
      const { source } = right.pair.response
      return confirmed({ ...right, pair: { ...right.pair, response: parseResponse(change(source)) } })
    }
    expect(await info((source) => source.replace(right.info, forged))).toEqual(['server-sid pass', 'server-proof fail'])
    expect(await info((source) => source.replace('sid=', 'sid=00'))).toEqual(['server-sid fail'])
    expect(await info((source) => source.replace(/, vks.*/, ''))).toBeUndefined()
    expect(await info((source) => source.replace(/Authentication-Info.*\n/, ''))).toBeUndefined()
    expect(await confirmed(right, typo)).toEqual(['server-sid pass', 'server-proof fail'])
    expect(await confirmed(right, { ...alice, username: 'eve' })).toBeUndefined()
    expect(await confirmed(opened)).toBeUndefined()
  })
})

describe('a user that nobody is', () => {
  it('gets a key like everybody, and the answer for a wrong password', async () => {
    const eve = { ...alice, username: 'eve' }
    const first = await step(meet(), eve)
    expect(gates(first.judgement.steps).slice(-3)).toEqual(['valid point pass', 'valid user moot', 'valid proved fail'])
    expect(first.table.offer).toMatch(/, ks1=[0-9a-f]{66}, nc-max=400/)
    const last = await step(first.table, eve)
    expect(last.outcome).toBe('user auth-failed')
    const wrong = await login(met, typo)
    expect(last.table.offer).toBe(wrong.table.offer)
    expect(last.pair.response.source).toBe(wrong.pair.response.source)
  })
})

describe('the server refuses', () => {
  it.each([
    ['no parameters', /version.*$/, '', 'params invalid-parameters'],
    ['no key', /, kc1=.*/, '', 'params invalid-parameters'],
    ['no user', /, user="alice"/, '', 'params invalid-parameters'],
    ['an empty user', 'user="alice"', 'user=""', 'params invalid-parameters'],
    ['a user* that is none', 'user="alice"', "user*=UTF-8''%C3", 'params invalid-parameters'],
    ['no scope', /, auth-scope="[^"]*"/, '', 'params invalid-parameters'],
    ['another version', 'version=1', 'version=2', 'version invalid-parameters'],
    ['another algorithm', '-ec-p256-sha256', '-dl-2048-sha256', 'algorithm invalid-parameters'],
    ['another validation', '=tls-server-end-point', '=tls-unique', 'algorithm invalid-parameters'],
    ['the host in place of the certificate', '=tls-server-end-point', '=host', 'algorithm invalid-parameters'],
    ['a key that is too short', /kc1=../, 'kc1=', 'numbers invalid-parameters'],
    ['a key that is no hex', /kc1=../, 'kc1=xx', 'numbers invalid-parameters'],
    ['a key and a session', 'kc1=', 'sid=00, kc1=', 'numbers invalid-parameters'],
    ['a key that is no point', /kc1=.*/, `kc1=${'ff'.repeat(33)}`, 'point invalid-parameters'],
    ['another realm', 'Mutual demo', 'Other', 'realm initial'],
    ['another scope', '="example.com"', '="example.org"', 'realm initial'],
  ])('%s', async (_, from, to, outcome) => {
    expect((await send(met, edited(await answerTo(met), from, to))).outcome).toBe(outcome)
  })

  it('a bad point from a stranger as it does from a friend', async () => {
    const bad = edited(await answerTo(met, { ...alice, username: 'eve' }), /kc1=.*/, `kc1=${'ff'.repeat(33)}`)
    expect((await send(met, bad)).outcome).toBe('point invalid-parameters')
  })

  it.each([
    ['another session', /sid=../, 'sid=', 'sid stale-session'],
    ['no session', /, sid=\w+/, '', 'params invalid-parameters'],
    ['a session that is no hex', /sid=\w+/, 'sid=__proto__', 'numbers invalid-parameters'],
    ['a count that is no number', 'nc=1', 'nc=01', 'numbers invalid-parameters'],
    ['a proof that is too short', /vkc=../, 'vkc=', 'numbers invalid-parameters'],
    ['a proof and a key', 'vkc=', 'kc1=00, vkc=', 'numbers invalid-parameters'],
    ['a proof for another count', 'nc=1', 'nc=2', 'proof auth-failed'],
  ])('%s', async (_, from, to, outcome) => {
    const { table } = opened
    expect((await send(table, edited(await answerTo(table), from, to))).outcome).toBe(outcome)
  })

  it('every proof of which one bit is another', async () => {
    const { table } = opened
    const right = await answerTo(table)
    const [, vkc = ''] = /vkc=(\w+)/.exec(right) ?? []
    await fc.assert(
      fc.asyncProperty(fc.nat(255), async (bit) => {
        const digit = (Number.parseInt(vkc[bit >> 2] ?? '', 16) ^ (1 << (bit & 3))).toString(16)
        const flipped = vkc.slice(0, bit >> 2) + digit + vkc.slice((bit >> 2) + 1)
        expect((await send(table, edited(right, vkc, flipped))).outcome).toBe('proof auth-failed')
      }),
      { numRuns: 12 },
    )
  })

  it('the same count twice', async () => {
    const { table } = opened
    const credentials = await answerTo(table)
    const once = await send(table, credentials)
    const twice = await send(once.table, credentials)
    expect(twice.outcome).toBe('replay stale-session')
    expect(twice.table.offer).toBe(`${COMMON}, reason=stale-session`)
    expect((await login(twice.table)).outcome).toBe('granted')
  })

  it('counts beyond the end and before the window, and takes those that were overtaken', async () => {
    const table = meet(spaceOf({ ncMax: 5, ncWindow: 3 }))
    const { table: first } = await step(table)
    let played = await step(first)
    const overtaken = await answerTo(played.table)
    const { pair } = played
    /** The client believes that it has used all counts up to this one. */
    const counted = (nc: number) => {
      const request = parseRequest(pair.request.source.replace(/nc=\d+/, `nc=${nc - 1}`))
      return answerTo({ ...first, earlier: [...first.earlier, { ...pair, request }] })
    }
    played = await send(played.table, await counted(4))
    expect(played.outcome).toBe('granted')
    played = await send(played.table, overtaken)
    expect(played.outcome).toBe('granted')
    const old = played.table
    expect((await send(old, await counted(2))).outcome).toBe('replay stale-session')
    played = await send(old, await counted(5))
    expect(played.outcome).toBe('granted')
    expect((await send(played.table, overtaken)).outcome).toBe('window stale-session')
    expect(await answerTo({ ...played.table, offer: first.offer })).toContain('kc1=')
  })

  it('a session that is too old', async () => {
    const { table } = right
    expect((await step(later(table, 300))).outcome).toBe('granted')
    const old = await step(later(table, 301))
    expect(old.outcome).toBe('in-time stale-session')
    expect(await answerTo(old.table)).toContain('kc1=')
    const forgotten = await step(later(meet(table.space), 86_401))
    expect((await send(forgotten.table, await answerTo(table))).outcome).toBe('sid stale-session')
  })

  it('nobody with an exception, whatever is written', async () => {
    const { table } = opened
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(COMMON, ', vkc=', ', sid=', ', kc1=', 'ff'.repeat(33), ', user*=', "UTF-8''%"),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (parts) => {
        const credentials = `Mutual ${parts.join('').replace(/[\r\n\0]/g, ' ')}`
        expect((await send(table, credentials)).outcome).not.toBe('granted')
        expect((await send(table, COMMON + parts.join('').replace(/[\r\n\0]/g, ' '))).outcome).not.toBe('granted')
      }),
      { numRuns: 60 },
    )
  })
})

describe('the client', () => {
  it('exchanges keys again for another user, and where it doesn’t know the session', async () => {
    const { table } = opened
    expect(await answerTo(table, { ...alice, username: 'ada' })).toContain('user="ada", kc1=')
    expect(await answerTo(table, { ...alice, seed: 'another client' })).toContain('user="alice", kc1=')
    expect(await answerTo({ ...table, earlier: [] })).toContain('kc1=')
    expect(await answerTo({ ...table, offer: edited(table.offer, 'Mutual demo', 'Other') })).toContain('kc1=')
  })

  it('draws another number for each exchange', async () => {
    const keys = new Set<string | undefined>()
    let table = met
    for (const _ of [1, 2, 3]) {
      const credentials = await answerTo({ ...table, offer: met.offer }, typo)
      keys.add(/kc1=(\w+)/.exec(credentials)?.[1])
      table = (await send(table, credentials)).table
      table = (await step(table, typo)).table
    }
    expect(keys.size).toBe(3)
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(words).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
