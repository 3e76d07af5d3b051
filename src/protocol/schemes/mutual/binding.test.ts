import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRequest } from '../../http/parse.ts'
import { hex, octetsOf } from '../../text/octets.ts'
import { bindingOf, VALIDATIONS } from './binding.ts'
import { recall } from './recall.ts'
import mutual from './scheme.ts'
import {
  alice,
  answerTo,
  challengeOf,
  confirmed,
  edited,
  login,
  meet,
  type Played,
  send,
  spaceOf,
  step,
} from './testing/play.ts'

const requestTo = (host: string) => parseRequest(`GET / HTTP/1.1\nHost: ${host}\n\n`)
const certified = (host: string) => bindingOf('tls-server-end-point', requestTo(host))
const elsewhere = 'example.com.evil.example'

describe.each(VALIDATIONS)('bound by %s', (validation) => {
  const server = spaceOf({ validation })

  it('both sides prove themselves, and each message says how', async () => {
    const first = await step(meet(server))
    const last = await step(first.table)
    const next = await step(last.table)
    expect([last.outcome, next.outcome]).toEqual(['granted', 'granted'])
    for (const played of [last, next]) expect(await confirmed(played)).toEqual(['server-sid pass', 'server-proof pass'])
    const messages = [...next.table.earlier.map(({ request }) => request.source), meet(server).offer, first.table.offer]
    for (const message of messages) expect(message).toContain(`, validation=${validation}, `)
  })

  it('a proof made for another server is refused', async () => {
    const { table } = await step(meet(server))
    expect((await send(table, await answerTo({ ...table, host: elsewhere }))).outcome).toBe('proof auth-failed')
    expect((await send({ ...table, host: elsewhere }, await answerTo(table))).outcome).toBe('proof auth-failed')
  })

  it('a server’s proof made for another server is refused, too', async () => {
    const played = await login({ ...meet(server), host: elsewhere })
    expect(await confirmed(played)).toEqual(['server-sid pass', 'server-proof pass'])
    const request = parseRequest(played.pair.request.source.replace(elsewhere, 'example.com'))
    const passedOn: Played = { ...played, pair: { ...played.pair, request } }
    expect(await confirmed(passedOn)).toEqual(['server-sid pass', 'server-proof fail'])
  })

  it('credentials that say otherwise are refused', async () => {
    const other = VALIDATIONS.find((each) => each !== validation) ?? ''
    const opening = edited(await answerTo(meet(server)), validation, other)
    const { table, judgement } = await send(meet(server), opening)
    expect(judgement.steps.at(-1)).toMatchObject({
      check: 'mutual.algorithm',
      result: 'fail',
      knew: { bound: validation, validation: other },
    })
    expect(table.space.memory).toBeNull()
  })
})

describe('bound to a certificate', () => {
  it('is what a space is that says nothing about it', () => {
    expect(meet().offer).toBe(meet(spaceOf({ validation: 'tls-server-end-point' })).offer)
  })

  it('hashes the modelled certificate of the host, and shows it on both sides', async () => {
    const label = 'modelled certificate of example.com'
    const vh = sha256(octetsOf(label))
    expect(certified('example.com').vh).toEqual(vh)
    const working = { name: 'vh', apply: 'SHA-256', input: [{ text: label }], output: hex(vh) }
    const { table, pair } = await step(meet())
    const { earlier, env } = table
    const made = await mutual.answer({
      offer: challengeOf(table.offer),
      secret: alice,
      request: pair.request,
      earlier,
      env,
    })
    const last = await step(table)
    const found = await mutual.confirm?.(alice, last.pair, earlier)
    const servers = last.judgement.steps.flatMap(({ workings }) => workings)
    const clients = found?.steps.flatMap(({ workings }) => workings) ?? []
    for (const workings of [made.workings, servers, clients]) {
      expect(workings).toContainEqual(working)
      expect(workings.at(-1)?.input).toEqual([{ text: expect.stringContaining(`VS(${hex(vh)})`) }])
    }
  })

  it('is the same for each way to write a host, and for each of its ports', async () => {
    for (const host of ['Example.COM', 'example.com:443', 'example.com:8443', 'example.com:'])
      expect(certified(host)).toEqual(certified('example.com'))
    const { table } = await step(meet())
    expect((await send({ ...table, host: 'example.com:8443' }, await answerTo(table))).outcome).toBe('granted')
  })

  it('is another for each other host', () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,8}(\.[a-z0-9]{1,8}){0,2}$/)
    fc.assert(
      fc.property(label, label, (one, other) => {
        fc.pre(one !== other)
        expect(certified(one).vh).not.toEqual(certified(other).vh)
      }),
      { numRuns: 50 },
    )
    expect(certified('[::1]').vh).not.toEqual(certified('[::2]').vh)
  })
})

describe('bound to a host', () => {
  it('takes its port, too', async () => {
    const { table } = await step(meet(spaceOf({ validation: 'host' })))
    const other = { ...table, host: 'example.com:8443' }
    expect((await send(other, await answerTo(table))).outcome).toBe('proof auth-failed')
    const { vh, text, workings } = bindingOf('host', requestTo('Example.com'))
    expect([vh, text, workings]).toEqual([octetsOf('https://example.com:443'), 'https://example.com:443', []])
  })
})

describe('the client', () => {
  it.each([
    ['tls-server-end-point', 'host'],
    ['host', 'tls-server-end-point'],
  ] as const)('doesn’t go on with a session of %s where %s is asked for', async (mine, asked) => {
    const { table } = await login(meet(spaceOf({ validation: mine })))
    expect(await answerTo(table)).toContain(', nc=2, vkc=')
    const { offer } = meet(spaceOf({ validation: asked }))
    expect(await answerTo({ ...table, offer })).toMatch(new RegExp(`validation=${asked}, .*, kc1=`))
    const both = await login({ ...meet(spaceOf({ validation: asked })), earlier: table.earlier })
    expect(both.outcome).toBe('granted')
    expect(await confirmed(both)).toEqual(['server-sid pass', 'server-proof pass'])
    expect(recall(both.table.earlier).sessions.map(({ validation }) => validation)).toEqual([mine, asked])
  })

  it('takes no key that was sent for another validation, and counts no proof of one', async () => {
    const { table, pair } = await step(meet())
    const response = { ...pair.response, fields: [] }
    const host = (text: string) => text.replace('tls-server-end-point', 'host')
    const asked = { ...pair, request: parseRequest(host(pair.request.source)) }
    expect(recall([asked]).sessions).toEqual([])
    expect(recall([{ ...pair, response }]).sessions).toEqual([])
    const wrong = await send(table, host(await answerTo(table)))
    expect(wrong.outcome).toBe('algorithm invalid-parameters')
    expect(recall(wrong.table.earlier).sessions).toMatchObject([{ used: 0, dead: false }])
    expect(await confirmed(wrong)).toBeUndefined()
    expect((await step({ ...wrong.table, offer: meet().offer })).outcome).toBe('granted')
  })
})
