import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest, HttpResponse } from '../../http/message.ts'
import { parseRequest, parseResponse } from '../../http/parse.ts'
import { base64, fromBase64 } from '../../text/octets.ts'
import words from './en.ts'
import { computeTsm } from './mac.ts'
import hawk from './scheme.ts'
import type { Space } from './space.ts'
import {
  at,
  challengeOf,
  edited,
  GET,
  judgeText,
  outcome,
  POST,
  respond,
  START,
  sign,
  spaceOf,
  steve,
} from './testing/play.ts'
import { said, say } from './testing/said.ts'

async function judge(request: HttpRequest, space: Space = spaceOf(), env = at(0)) {
  const judgement = await judgeText(request, space, env)
  judgement.steps.forEach(say)
  return judgement
}

async function confirm(request: HttpRequest, response: HttpResponse, secret = steve) {
  const confirmation = await hawk.confirm?.(secret, { request, response }, [])
  confirmation?.steps.forEach(say)
  return confirmation?.steps.map(({ check, result }) => `${check} ${result}`)
}

describe('a request', () => {
  it('is granted, with every question passed in order', async () => {
    const request = await sign(POST, at(0))
    const { steps, ...judgement } = await judge(request)
    expect(judgement).toMatchObject({ result: 'granted', user: { id: 'steve' } })
    expect(steps.map(({ gate, check, result }) => `${gate} ${check} ${result}`)).toEqual([
      'form hawk.attributes pass',
      'form hawk.known pass',
      'form hawk.characters pass',
      'form hawk.ts pass',
      'valid hawk.id pass',
      'valid hawk.mac pass',
      'valid hawk.hash pass',
      'valid hawk.app moot',
      'fresh hawk.timestamp pass',
      'fresh hawk.nonce pass',
    ])
    const seen = steps.flatMap(({ saw }) => saw.map(({ start, end }) => request.source.slice(start, end)))
    expect(seen).toEqual(expect.arrayContaining(['id="dh37fgj492je"', `ts="${START}"`]))
  })

  it('is granted with a program, and with SHA-1', async () => {
    const secret = { ...steve, keyId: 'bound', key: 'k', algorithm: 'sha1', app: 'falconer', dlg: 'lord', ext: 'x' }
    const request = await sign(GET, at(0), { secret })
    expect(request.source).toMatch(/ext="x", mac="[^"]{28}", app="falconer", dlg="lord"/)
    expect(outcome(await judge(request))).toBe('granted')
    for (const app of ['thief', ''])
      expect(outcome(await judge(await sign(GET, at(0), { secret: { ...secret, app } })))).toBe('hawk.app 401')
  })

  it('needs no hash where the server does not want one', async () => {
    const bare = edited(await sign(POST.replace('Dear Ada', ''), at(0)), /$/, 'Dear Ada')
    expect(outcome(await judge(bare))).toBe('hawk.hash 401')
    expect(outcome(await judge(bare, spaceOf({ payload: 'optional' })))).toBe('granted')
  })

  it('is granted whatever its body and ext', async () => {
    const ext = fc.stringMatching(/^[ !#-[\]-~]{0,12}$/)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), ext, async (body, text) => {
        const request = await sign(
          POST.replace('Dear Ada', () => body),
          at(0),
          { secret: { ...steve, ext: text } },
        )
        expect(outcome(await judgeText(request, spaceOf(), at(0)))).toBe('granted')
      }),
      { numRuns: 60 },
    )
  })
})

describe('a refusal', () => {
  it.each([
    [/ nonce="[^"]*",/, '', 'hawk.attributes 400'],
    [/ nonce="[^"]*"/, ' nonce=""', 'hawk.attributes 400'],
    [/ id="[^"]*",/, '', 'hawk.attributes 400'],
    [/, mac="[^"]*"/, '', 'hawk.attributes 400'],
    [/Hawk .*/, 'Hawk', 'hawk.attributes 400'],
    [/Hawk .*/, 'Hawk abcd==', 'hawk.attributes 400'],
    [/Hawk /, 'Hawk id="x", ', 'hawk.known 400'],
    [/Hawk /, 'Hawk version="2", ', 'hawk.known 400'],
    [/ nonce="/, ' nonce="ä', 'hawk.characters 400'],
    [/ nonce="/, ' nonce="\\"', 'hawk.characters 400'],
    [/ ts="/, ' ts="-', 'hawk.ts 400'],
    [/ ts="/, ' ts="0x', 'hawk.ts 400'],
    [/dh37fgj492je/, 'stranger', 'hawk.id 401'],
    [/dh37fgj492je/, 'nobody', 'hawk.id 401'],
    [/ nonce="/, ' nonce="x', 'hawk.mac 401'],
    [/ ts="\d/, ' ts="2', 'hawk.mac 401'],
    [/ mac="/, ' mac="x', 'hawk.mac 401'],
    [/ hash="/, ' hash="x', 'hawk.mac 401'],
    [/ hash="[^"]*",/, '', 'hawk.mac 401'],
    [/Hawk /, 'Hawk ext="x", ', 'hawk.mac 401'],
    [/Hawk /, 'Hawk app="x", ', 'hawk.mac 401'],
    [/^POST/, 'PUT', 'hawk.mac 401'],
    [/letters/, 'letters/1', 'hawk.mac 401'],
    [/example.com/, 'example.org', 'hawk.mac 401'],
    [/example.com/, 'example.com:80', 'hawk.mac 401'],
    [/text\/plain/, 'text/html', 'hawk.hash 401'],
    [/Ada/, 'Eve', 'hawk.hash 401'],
  ])('of a request with %s for %s is %s', async (from, to, expected) => {
    const judgement = await judge(edited(await sign(POST, at(0)), from, to))
    expect(outcome(judgement)).toBe(expected)
    expect(judgement.space.memory).toBeNull()
  })

  it('of a MAC with any one bit changed', async () => {
    const request = await sign(GET, at(0))
    const mac = /mac="([^"]*)"/.exec(request.source)?.[1] ?? ''
    await fc.assert(
      fc.asyncProperty(fc.nat(255), async (bit) => {
        const octets = (fromBase64(mac) ?? new Uint8Array()).map((each, n) =>
          n === bit >> 3 ? each ^ (1 << (bit & 7)) : each,
        )
        expect(outcome(await judgeText(edited(request, mac, base64(octets)), spaceOf(), at(0)))).toBe('hawk.mac 401')
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    [-61, 'hawk.timestamp 401'],
    [-60, 'granted'],
    [60, 'granted'],
    [61, 'hawk.timestamp 401'],
  ])('%i s later: %s', async (seconds, expected) => {
    expect(outcome(await judge(await sign(GET, at(0)), spaceOf(), at(seconds)))).toBe(expected)
  })

  it('of a replay, and of nothing else that shares its nonce', async () => {
    const request = await sign(GET, at(0))
    const { space } = await judge(request)
    expect(outcome(await judge(request, space))).toBe('hawk.nonce 401')
    expect(outcome(await judge(await sign(GET, at(1)), space, at(1)))).toBe('granted')
    expect(outcome(await judge(await sign(GET, at(0, 'other')), space))).toBe('granted')
  })

  it('remembers only the nonces of the moment', async () => {
    const { space } = await judge(await sign(GET, at(0)))
    const { space: soon } = await judge(await sign(GET, at(60)), space, at(60))
    const { space: late } = await judge(await sign(GET, at(61)), soon, at(61))
    expect([soon, late].map(({ memory }) => memory?.used.map((use) => use.at - START))).toEqual([
      [0, 60],
      [60, 61],
    ])
  })
})

describe('a clock that is wrong', () => {
  const slow = { ...steve, clock: '-300' }

  it('is put right by the server’s signed time, and stays right', async () => {
    const first = await sign(GET, at(0), { secret: slow })
    const refused = await judge(first)
    expect(outcome(refused)).toBe('hawk.timestamp 401')
    const earlier = [{ request: first, response: respond(refused, at(0)) }]
    const offer = fieldsNamed(respond(refused, at(0)), 'WWW-Authenticate')[0]?.value.text ?? ''
    for (const [seconds, with_] of [
      [0, offer],
      [500, 'Hawk'],
      [7200, offer],
    ] as const) {
      const again = await sign(GET, at(seconds), { secret: slow, earlier, offer: with_ })
      expect(again.source).toContain(`ts="${START + seconds}"`)
      expect(outcome(await judge(again, spaceOf(), at(seconds)))).toBe('granted')
    }
  })

  it('does not listen to a time that nobody signed', async () => {
    for (const offer of [`Hawk ts="${START}"`, `Hawk ts="${START}", tsm="AAAA"`, 'Hawk ts="x", tsm="y"']) {
      const request = await sign(GET, at(0), { secret: slow, offer })
      expect(request.source).toContain(`ts="${START - 300}"`)
    }
  })

  it('shows how it was put right', async () => {
    const offer = `Hawk ts="${START}", tsm="${computeTsm({ key: steve.key ?? '', algorithm: 'sha256' }, String(START)).output}"`
    const ask = { offer: challengeOf(offer), secret: slow, request: parseRequest(GET), earlier: [], env: at(0) }
    const { workings } = await hawk.answer(ask)
    expect(workings.map(({ name, output }) => [name, output])).toEqual([
      ['tsm', '2mw1eh/qXzl0wJZ/E6XvBhRMEJN7L3j8AyMA8eItEb0='],
      ['offset', '300'],
      ['mac', expect.any(String)],
    ])
    const open = workings.flatMap(({ input }) => input.filter(({ secret }) => !secret).map(({ text }) => text))
    expect(open.join()).not.toContain(steve.key)
  })
})

describe('the client', () => {
  it('finds the server’s proof right', async () => {
    const request = await sign(POST, at(0))
    const response = respond(await judge(request, spaceOf({ ext: 'thanks' })), at(0))
    expect(fieldsNamed(response, 'Server-Authorization')[0]?.value.text).toMatch(
      /^Hawk mac="[^"]{44}", hash="[^"]{44}", ext="thanks"$/,
    )
    expect(await confirm(request, response)).toEqual(['hawk.server-mac pass', 'hawk.server-hash pass'])
  })

  it.each([
    ['another server', / mac="/, ' mac="x', ['hawk.server-mac fail']],
    ['another hash', / hash="/, ' hash="x', ['hawk.server-mac fail']],
    ['another body', '{"a": 1}', '{"a": 2}', ['hawk.server-mac pass', 'hawk.server-hash fail']],
    ['another type', 'application/json', 'text/html', ['hawk.server-mac pass', 'hawk.server-hash fail']],
  ])('notices %s', async (_, from, to, wanted) => {
    const request = await sign(GET, at(0))
    const { source } = respond(await judge(request), at(0))
    expect(source.replace(from, to)).not.toBe(source)
    expect(await confirm(request, parseResponse(source.replace(from, to)))).toEqual(wanted)
  })

  it('is content with a MAC alone, and with nothing to check', async () => {
    const request = await sign(GET, at(0))
    const bare = respond(await judge(request, spaceOf({ contentType: undefined })), at(0))
    expect(await confirm(request, bare)).toEqual(['hawk.server-mac pass', 'hawk.server-hash moot'])
    const head = await sign(GET.replace('GET', 'HEAD'), at(0))
    expect(fieldsNamed(respond(await judge(head), at(0)), 'Server-Authorization')[0]?.value.text).not.toContain('hash')
    expect(await confirm(request, parseResponse('HTTP/1.1 200 OK\n\n'))).toBeUndefined()
    expect(await confirm(parseRequest(GET), bare)).toBeUndefined()
  })

  it('checks the time that it is told', async () => {
    const request = await sign(GET, at(-300))
    const { source } = respond(await judge(request), at(0))
    expect(await confirm(request, parseResponse(source))).toEqual(['hawk.tsm pass'])
    expect(await confirm(request, parseResponse(source.replace('ts="1', 'ts="2')))).toEqual(['hawk.tsm fail'])
    expect(
      await confirm(request, parseResponse('HTTP/1.1 401 No\nWWW-Authenticate: Hawk error="x"\n\n')),
    ).toBeUndefined()
  })

  it.each([
    [{}, undefined],
    [{ algorithm: 'md5' }, 'algorithm'],
    [{ algorithm: 'constructor' }, 'algorithm'],
    [{ ext: 'a"b' }, 'characters'],
    [{ keyId: 'ä' }, 'characters'],
  ])('knows whether a key can be used: %j', (facts, why) => expect(hawk.unsendable?.({ ...steve, ...facts })).toBe(why))
})

describe('the words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(words).filter((each) => /^(check|pass|fail|moot)\./.test(each) && !said.has(each))).toEqual([])
  })
})
