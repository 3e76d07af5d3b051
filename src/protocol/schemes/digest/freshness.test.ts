import { describe, expect, it } from 'vitest'
import { param } from '../../auth/challenge.ts'
import { parseRequest, parseResponse } from '../../http/parse.ts'
import { makeNonce } from './nonce.ts'
import digest from './scheme.ts'
import { answerAt, edited, envAt, GET, meet, mufasa, outcome, send, sentValue, spaceOf } from './testing/play.ts'

describe('time and memory', () => {
  it.each([
    [30, 'granted'],
    [30.001, 'digest.nonce-fresh 401 stale'],
    [31, 'digest.nonce-fresh 401 stale'],
  ])('after %s s of 30: %s', async (seconds, expected) => {
    const table = meet(spaceOf(), envAt(0))
    const later = envAt(seconds, { count: 9 })
    const played = await send(table, await answerAt(table, later), later)
    expect(outcome(played)).toBe(expected)
    const step = played.judgement.steps.find(({ check }) => check === 'digest.nonce-fresh')
    expect(step?.knew).toEqual({ age: String(Math.ceil(seconds)), lifetime: '30' })
    // Nobody asked for it, though the nonce is past half its life.
    expect(played.info).not.toContain('nextnonce')
  })

  it('a stale nonce is answered with stale=true and a nonce that works', async () => {
    const first = meet(spaceOf(), envAt(0))
    const later = envAt(31, { count: 9 })
    const { table, judgement } = await send(first, await answerAt(first, later), later)
    const refusal = judgement.result === 'refused' ? judgement.refusal : undefined
    const second = { ...meet(table.space, later, 0, refusal), earlier: table.earlier }
    expect(param(second.offer, 'stale')?.value).toBe('true')
    expect(outcome(await send(second, await answerAt(second, later), later))).toBe('granted')
  })

  it('a wrong password is never stale, however old the nonce', async () => {
    const table = meet(spaceOf(), envAt(0))
    const guess = { ...mufasa, password: 'Hakuna Matata' }
    const request = await answerAt(table, envAt(40), GET, guess)
    expect(outcome(await send(table, request, envAt(40)))).toBe('digest.response 401 wrong')
  })

  it('somebody else’s nonce is stale if the response is right (RFC 7616 §3.3)', async () => {
    const foreign = meet(spaceOf({ secret: 'another server' }), envAt(0))
    const request = await answerAt(foreign, envAt(0))
    const table = { ...foreign, space: spaceOf() }
    expect(outcome(await send(table, request, envAt(0)))).toBe('digest.nonce-known 401 stale')
  })

  it('counts up, takes counts in any order, and none twice', async () => {
    const env = envAt(0)
    let table = meet(spaceOf(), env)
    const requests = []
    for (const nc of ['00000001', '00000002', '00000003']) {
      const request = await answerAt(table, env)
      expect(sentValue(request, 'nc')).toBe(nc)
      requests.push(request)
      // The client remembers what it sent; the server has not seen it yet.
      table = { ...table, earlier: (await send(table, request, env)).table.earlier }
    }
    for (const request of requests.reverse()) {
      const played = await send(table, request, env)
      expect(outcome(played)).toBe('granted')
      table = played.table
    }
    for (const request of requests) expect(outcome(await send(table, request, env))).toBe('digest.replay 401 stale')
    expect(Object.keys(table.space.memory?.nonces ?? {})).toHaveLength(1)
  })

  it('forgets a nonce that has aged', async () => {
    let table = meet(spaceOf(), envAt(0))
    table = (await send(table, await answerAt(table, envAt(0)), envAt(0))).table
    const later = envAt(40, { count: 9 })
    table = meet(table.space, later)
    table = (await send(table, await answerAt(table, later), later)).table
    expect(Object.keys(table.space.memory?.nonces ?? {})).toHaveLength(1)
  })

  it.each(['dcd98b7102dd2f0e8b11d0f600bfb0c093', makeNonce('the server’s own', envAt(0))])(
    'the fixed nonce %s never ages, but its counts are remembered',
    async (nonce) => {
      const table = meet(spaceOf({ nonce, nextnonce: true }), envAt(0))
      const request = await answerAt(table, envAt(1e6))
      const played = await send(table, request, envAt(1e6))
      expect(outcome(played)).toBe('granted')
      expect(played.info).not.toContain('nextnonce')
      expect(outcome(await send(played.table, request, envAt(2e6)))).toBe('digest.replay 401 stale')
      const other = { ...played.table, space: spaceOf({ nonce: `${nonce}x` }) }
      expect(outcome(await send(other, request, envAt(2e6)))).toBe('digest.nonce-known 401 stale')
    },
  )

  it.each(['SHA-256', 'SHA-256-sess'] as const)(
    'nextnonce is sent past half of life, and used with %s',
    async (name) => {
      const drawn = { count: 0 }
      let table = meet(spaceOf({ nextnonce: true, algorithms: [name] }), envAt(0, drawn))
      const seen: string[] = []
      for (const seconds of [10, 16, 20, 32, 40, 50, 62, 65]) {
        const env = envAt(seconds, drawn)
        const request = await answerAt(table, env)
        const played = await send(table, request, env)
        expect(outcome(played)).toBe('granted')
        const next = / nextnonce="[^"]+"$/.test(played.info) ? ' next' : ''
        seen.push(`${sentValue(request, 'nc').slice(-1)}${next}`)
        table = played.table
      }
      expect(seen).toEqual(['1', '2 next', '1', '2 next', '1', '2 next', '1', '2'])
    },
  )

  it('a -sess key is made of the first cnonce, and one made of the present cnonce is taken too', async () => {
    const env = envAt(0)
    const first = meet(spaceOf({ algorithms: ['MD5-sess'] }), env)
    const opening = await send(first, await answerAt(first, env), env)
    const request = await answerAt(opening.table, env)
    const ask = { ...opening.table, secret: mufasa, request: parseRequest(GET), env }
    const ha1 = (await digest.answer(ask)).workings.find(({ name }) => name === 'HA1')
    const cnonce = sentValue(opening.request, 'cnonce')
    expect(ha1?.input.map(({ text }) => text)).toEqual(['H(user):', `${sentValue(request, 'nonce')}:${cnonce}`])
    expect(sentValue(request, 'cnonce')).not.toBe(cnonce)
    expect(outcome(await send(opening.table, request, env))).toBe('granted')

    // A request that was refused opens no session.
    const refused = await send(first, edited(await answerAt(first, env), / nc=[0-9]+,/, ''), env)
    expect(outcome(refused)).toBe('digest.params 400 malformed')
    expect(outcome(await send(refused.table, await answerAt(refused.table, env), env))).toBe('granted')

    // One that saw no Authentication-Info makes a key for each request, as curl does.
    const earlier = opening.table.earlier.map((pair) => ({ ...pair, response: parseResponse('HTTP/1.1 200 OK\n\n') }))
    const asCurl = await answerAt({ ...opening.table, earlier }, env)
    expect(sentValue(asCurl, 'nc')).toBe('00000002')
    expect(outcome(await send(opening.table, asCurl, env))).toBe('granted')
  })
})
