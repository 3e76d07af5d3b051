import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseResponse } from '../../http/parse.ts'
import words from './en.ts'
import { saslprep } from './saslprep.ts'
import scram from './scheme.ts'
import { saltFor } from './space.ts'
import {
  answerTo,
  clockAt,
  confirmed,
  later,
  login,
  meet,
  messageIn,
  said,
  send,
  spaceOf,
  step,
  user,
  withMessage,
} from './testing/play.ts'

const gates = (steps: readonly { gate: string; check: string; result: string }[]) =>
  steps.map(({ gate, check, result }) => `${gate} ${check.replace('scram-sha-256.', '')} ${result}`)

describe('a login', () => {
  it('takes two round trips, and each side proves itself', async () => {
    const table = meet()
    expect(table.offer).toMatch(/^SCRAM-SHA-256 realm="vault", sr="%[^"]+", ttl=120$/)
    const first = await step(table)
    expect(gates(first.judgement.steps)).toEqual([
      'form params pass',
      'form data pass',
      'form message pass',
      'form gs2 pass',
      'valid realm pass',
      'valid user pass',
      'valid proved fail',
    ])
    expect(first.table.offer).toMatch(/^SCRAM-SHA-256 sid=[\w-]{16}, data="/)
    const last = await step(first.table)
    expect(gates(last.judgement.steps)).toEqual([
      'form params pass',
      'form data pass',
      'form message pass',
      'valid realm moot',
      'valid sid pass',
      'valid nonce pass',
      'valid binding pass',
      'valid user pass',
      'valid proof pass',
      'fresh in-time pass',
      'fresh replay pass',
    ])
    expect(last.outcome).toBe('granted')
    expect(last.info).toContain(/sid=[\w-]+/.exec(first.table.offer)?.[0])
    expect(await confirmed(last)).toEqual(['server-sid pass', 'server-proof pass'])
  })

  it('is granted for every name and password that can be prepared, and for no other password', async () => {
    const text = fc.oneof(
      fc.constantFrom('a,b=c', 'Jürgen', '=2C', 'I\u00adX', '\u00a0x', '🦁'),
      fc.string({ unit: 'grapheme', minLength: 1 }),
    )
    let granted = 0
    await fc.assert(
      fc.asyncProperty(text, text, text, async (username, password, other) => {
        const secret = { ...user, username, password }
        fc.pre(scram.unsendable?.(secret) === undefined)
        expect((await login(meet(spaceOf({}, secret)), secret)).outcome).toBe('granted')
        granted++
        const wrong = { ...secret, password: other }
        fc.pre(scram.unsendable?.(wrong) === undefined && saslprep(other) !== saslprep(password))
        expect((await login(meet(spaceOf({}, secret)), wrong)).outcome).toBe('proof wrong')
      }),
      { numRuns: 60 },
    )
    expect(granted).toBeGreaterThan(20)
  })
})

describe('the server refuses', () => {
  const final = async (change: (message: string) => string) => {
    const first = await step(meet())
    return (await send(first.table, withMessage(await answerTo(first.table), change))).outcome
  }

  it.each([
    ['another nonce', 'nonce wrong', (text: string) => text.replace(',p=', 'x,p=')],
    ['another beginning', 'binding wrong', (text: string) => text.replace('c=biws', 'c=eSws')],
    ['an empty proof', 'proof wrong', (text: string) => text.replace(/p=.*/, 'p=')],
    ['a proof of another length', 'proof wrong', (text: string) => text.replace(/p=.*/, 'p=AAAA')],
    ['no proof', 'message malformed', (text: string) => text.replace(/,p=.*/, '')],
    ['a proof that is no Base64', 'message malformed', (text: string) => text.replace(/p=.*/, 'p=AA')],
    ['the first message again', 'message malformed', () => 'n,,n=user,r=abc'],
    ['an extension that was not signed', 'proof wrong', (text: string) => text.replace(',p=', ',x=1,p=')],
  ])('%s', async (_, outcome, change) => expect(await final(change)).toBe(outcome))

  it.each([
    ['n,,n=user,r=abc', 'proved continue'],
    ['y,,n=user,r=abc', 'proved continue'],
    ['n,,n=user,r=abc,x=1', 'proved continue'],
    ['p=tls-exporter,,n=user,r=abc', 'gs2 malformed'],
    ['n,a=admin,n=user,r=abc', 'gs2 malformed'],
    ['n,,n=us=er,r=abc', 'message malformed'],
    ['n,,n=,r=abc', 'message malformed'],
    ['n,,n=user,r=', 'message malformed'],
    ['n,,n=user,r=a b', 'message malformed'],
    ['n,,m=1,n=user,r=abc', 'message malformed'],
    ['', 'message malformed'],
    ['c=biws,r=abc,p=AAAA', 'login wrong'],
  ])('or goes along with the first message %j: %s', async (message, outcome) => {
    const sent = withMessage(await answerTo(meet()), () => message)
    expect((await send(meet(), sent)).outcome).toBe(outcome)
  })

  it.each([
    ['SCRAM-SHA-256', 'params malformed'],
    ['SCRAM-SHA-256 realm="vault"', 'params malformed'],
    ['SCRAM-SHA-256 data="biws"', 'params malformed'],
    ['SCRAM-SHA-256 realm="vault", data="?"', 'data malformed'],
    ['SCRAM-SHA-256 realm="vault", data="bi"', 'data malformed'],
    ['SCRAM-SHA-256 realm="vault", data="gICA"', 'data malformed'],
    ['SCRAM-SHA-256 realm="other", data="biwsbj11c2VyLHI9YWJj"', 'realm wrong'],
    ['SCRAM-SHA-256 sid=AAAA, data="Yz1iaXdzLHI9YWJjLHA9QUFBQQ=="', 'sid wrong'],
    ['SCRAM-SHA-256 sid=__proto__, data="Yz1iaXdzLHI9YWJjLHA9QUFBQQ=="', 'sid wrong'],
  ])('%s: %s', async (credentials, outcome) => {
    const { judgement, outcome: got } = await send(meet(), credentials)
    expect(got).toBe(outcome)
    expect(judgement).toMatchObject({ status: 401 })
  })

  it('the same last message twice, and any other in a conversation that is over', async () => {
    const first = await step(meet())
    const right = await answerTo(first.table)
    const once = await send(first.table, right)
    expect((await send(once.table, right)).outcome).toBe('replay replay')
    const wrong = await send(first.table, await answerTo(first.table, { ...user, password: 'pen' }))
    expect(wrong.outcome).toBe('proof wrong')
    expect((await send(wrong.table, right)).outcome).toBe('replay replay')
  })

  it('a conversation that took too long', async () => {
    const { table } = await step(meet())
    expect((await step(later(table, 60))).outcome).toBe('granted')
    expect((await step(later(table, 61))).outcome).toBe('in-time late')
    expect((await step(later(table, 86_401))).outcome).toBe('in-time late')
    const { table: next } = await step(later(meet(table.space), 86_401))
    expect((await send(next, await answerTo(table))).outcome).toBe('sid wrong')
  })

  it('a user that nobody is, in the very words that a wrong password gets', async () => {
    const eve = { ...user, username: 'eve' }
    const first = await step(meet(), eve)
    expect(gates(first.judgement.steps).slice(-2)).toEqual(['valid user moot', 'valid proved fail'])
    const { salt } = /s=(?<salt>[^,]+),i=2$/.exec(messageIn(first.table.offer))?.groups ?? {}
    expect(salt).toBe(saltFor('only the server knows', 'eve'))
    const again = await step(meet(), eve)
    expect(messageIn(again.table.offer)).toContain(`,s=${salt},`)

    const unknown = await step(first.table, eve)
    const wrong = await login(meet(), { ...user, password: 'pen' })
    expect([unknown.outcome, wrong.outcome]).toEqual(['user wrong', 'proof wrong'])
    const told = ({ table: { offer } }: typeof wrong) => offer.replace(/sr="[^"]*"/, 'sr')
    expect(told(unknown)).toBe(told(wrong))
    expect(told(wrong)).toBe('SCRAM-SHA-256 realm="vault", sr, ttl=120')
  })
})

describe('a login that is taken up again', () => {
  it('takes one round trip, as often as sr lasts', async () => {
    let played = await login()
    for (const count of [2, 3, 4]) {
      const credentials = await answerTo(played.table)
      expect(credentials).toMatch(/^SCRAM-SHA-256 realm="vault", data="/)
      expect(messageIn(credentials)).toMatch(new RegExp(`^c=biws,r=.{24}${count}%.*,p=`))
      played = await send(played.table, credentials)
      expect(played.outcome).toBe('granted')
      expect(await confirmed(played)).toEqual(['server-sid pass', 'server-proof pass'])
    }
    expect(gates(played.judgement.steps).slice(3)).toEqual([
      'valid realm pass',
      'valid login pass',
      'valid sr pass',
      'valid binding pass',
      'valid user pass',
      'valid proof pass',
      'fresh sr-fresh pass',
      'fresh count pass',
    ])
  })

  it('begins to count with the rounds, as in RFC 7804 §5.1, where the server’s sr is newer too', async () => {
    const { table } = await login()
    const met = { ...table, offer: meet(table.space, clockAt(300, { count: 50 })).offer, env: clockAt(310) }
    const again = await step(met)
    expect(again.outcome).toBe('granted')
  })

  it('is stale when sr is too old, and then goes on with the new one', async () => {
    const { table } = await login()
    const old = await step(later(table, 121))
    expect(old.outcome).toBe('sr-fresh stale')
    expect(old.table.offer).toMatch(/^SCRAM-SHA-256 realm="vault", sr="%[^"]+", ttl=120, stale=true$/)
    expect((await step(old.table)).outcome).toBe('granted')
  })

  it('is refused as a replay, and for every other fault', async () => {
    const { table } = await login()
    const credentials = await answerTo(table)
    const once = await send(table, credentials)
    expect((await send(once.table, credentials)).outcome).toBe('count stale')
    const changed = async (change: (text: string) => string) =>
      (await send(table, withMessage(credentials, change))).outcome
    expect(await changed((text) => text.replace(/p=.../, 'p=AAA'))).toBe('proof wrong')
    expect(await changed((text) => text.replace('%', '%x'))).toBe('sr wrong')
    expect(await changed((text) => text.replace('%', '5%'))).toBe('proof wrong')
    expect(await changed((text) => text.replace('c=biws', 'c=eSws'))).toBe('binding wrong')
    expect(await changed((text) => text.replace('r=', 'r=x'))).toBe('login wrong')
  })

  it('begins from the start where the server says no, and where it offers none', async () => {
    const { table } = await login()
    const bad = await send(
      table,
      withMessage(await answerTo(table), (text) => text.replace(/p=.../, 'p=AAA')),
    )
    expect(messageIn(await answerTo(bad.table))).toMatch(/^n,,n=user,r=/)
    const without = await login(meet(spaceOf({ reauth: undefined })))
    expect(without.outcome).toBe('granted')
    expect(without.table.space.memory?.logins).toEqual({})
    expect(messageIn(await answerTo(without.table))).toMatch(/^n,,n=user,r=/)
  })

  it('is not somebody else’s', async () => {
    const { table } = await login()
    expect(messageIn(await answerTo(table, { ...user, username: 'ada' }))).toMatch(/^n,,n=ada,r=/)
  })
})

describe('the client', () => {
  it('starts again where the server’s message doesn’t go on from its own', async () => {
    const { table } = await step(meet())
    expect(messageIn(await answerTo(table, { ...user, username: 'ada' }))).toMatch(/^n,,n=ada/)
    const foreign = { ...table, offer: table.offer.replace(/sid=\w/, 'sid=_') }
    expect(await answerTo(foreign)).toMatch(/^SCRAM-SHA-256 realm="vault", data="/)
    expect(messageIn(await answerTo({ ...table, earlier: [] }))).toMatch(/^n,,n=user/)
  })

  it('finds out a server that doesn’t know it', async () => {
    const first = await step(meet())
    const played = await step(first.table)
    const info = (change: (text: string) => string) => {
      const source = played.pair.response.source
      return confirmed({ ...played, pair: { ...played.pair, response: parseResponse(change(source)) } })
    }
    const other = await login(meet(spaceOf({}, { ...user, password: 'pen' })), { ...user, password: 'pen' })
    const sid = /sid=[^,]+/.exec(played.info)?.[0] ?? ''
    expect(await info((source) => source.replace(played.info, other.info.replace(/sid=[^,]+/, sid)))).toEqual([
      'server-sid pass',
      'server-proof fail',
    ])
    expect(await info((source) => source.replace('sid=', 'sid=x'))).toEqual(['server-sid fail'])
    expect(await info((source) => source.replace(/Authentication-Info.*\n/, ''))).toBeUndefined()
    expect(await confirmed(first)).toBeUndefined()
    expect(await confirmed({ ...played, table: { ...played.table, earlier: [played.pair] } })).toBeUndefined()
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(words).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
