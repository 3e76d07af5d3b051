import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuthElement } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { fromHex } from '../../text/hex-octets.ts'
import { base64, fromBase64, hex, octetsOf } from '../../text/octets.ts'
import { token } from '../../text/span.ts'
import words from './en.ts'
import { md4 } from './md4.ts'
import { readMessage } from './messages.ts'
import { capitals, ntHash, proofOf, responseKey } from './ntlmv2.ts'
import ntlm from './scheme.ts'
import { answerTo, changed, envOn, login, octetsIn, said, send, spaceOf, user } from './testing/play.ts'
import { CURL, PRINTED_CHALLENGE } from './vectors.ts'

const elementOf = (text: string): AuthElement => {
  const [first] = parseChallenges(token(text, 0, text.length)).value
  if (!first) throw new Error(`No challenge: ${text}`)
  return first
}

describe('MD4', () => {
  it.each([
    ['', '31d6cfe0d16ae931b73c59d7e0c089c0'],
    ['a', 'bde52cb31de33e46245e05fbdbd6fb24'],
    ['abc', 'a448017aaf21d8525fc10ae87aa6729d'],
    ['message digest', 'd9130a8164549fe818874806e1c7014b'],
    ['abcdefghijklmnopqrstuvwxyz', 'd79e1c308aa5bbcdeea8ed63df412da9'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', '043f8582f241db351ce627e153e7f0e4'],
    [
      '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
      'e33b4ddc9c38f2199c3e7b164fcc0536',
    ],
  ])('of “%s” is that of RFC 1320, appendix A.5', (text, digest) => {
    expect(hex(md4(octetsOf(text)))).toBe(digest)
  })
})

describe('MS-NLMP 4.2.4', () => {
  const hash = ntHash('Password')

  it('comes out, with and without a domain', () => {
    expect(hex(hash)).toBe('a4f49c406510bdcab6824ee7c30fd852')
    expect(hex(responseKey(hash, 'User', 'Domain'))).toBe('0c868a403bfd7a93a3001ef22ef02e3f')
    expect(hex(responseKey(hash, 'User', ''))).toBe('4cf86da43b3cd4785ab26bcee1e1884b')
  })

  it('takes a user in capitals, and a domain as it is', () => {
    expect(hex(responseKey(hash, 'uSER', 'Domain'))).toBe('0c868a403bfd7a93a3001ef22ef02e3f')
    expect(hex(responseKey(hash, 'User', 'DOMAIN'))).not.toBe('0c868a403bfd7a93a3001ef22ef02e3f')
    expect(capitals('Jürgen Groß')).toBe('JÜRGEN GROß')
  })

  it.each([
    ['withoutDomain', ''],
    ['withDomain', 'Domain'],
  ] as const)('is what curl does, %s', (name, domain) => {
    const message = readMessage(fromBase64(CURL[name]) ?? new Uint8Array())
    const challenge = readMessage(fromBase64(PRINTED_CHALLENGE) ?? new Uint8Array())
    if (message?.type !== 3 || challenge?.type !== 2) throw new Error('Unreadable')
    expect(message).toMatchObject({ username: 'User', domain, workstation: 'WORKSTATION' })
    const proof = proofOf(responseKey(hash, 'User', domain), challenge.challenge, message.response.subarray(16))
    expect(hex(message.response.subarray(0, 16))).toBe(hex(proof))
  })
})

const checks = (steps: readonly { check: string; result: string }[]) =>
  steps.map(({ check, result }) => `${check.replace('ntlm.', '')} ${result}`)

describe('a login', () => {
  it('takes three messages', async () => {
    const { challenged, judgement, space } = await login()
    expect(checks(challenged.judgement.steps)).toEqual([
      'token pass',
      'signature pass',
      'type pass',
      'message pass',
      'flags pass',
      'proved fail',
    ])
    expect(challenged.offer).toMatch(/^NTLM TlRMTVNTUAACAAAA/)
    expect(checks(judgement.steps).slice(4)).toEqual([
      'connection moot',
      'challenge pass',
      'domain pass',
      'user pass',
      'version pass',
      'proof pass',
      'target pass',
      'in-time pass',
      'owned pass',
    ])
    expect(judgement).toMatchObject({ result: 'granted', user: { id: 'user' } })
    expect(space.memory?.connections).toMatchObject({ 1: { user: 'user' } })
  })

  it('is granted for every name and password, and for no other password', async () => {
    const text = fc.oneof(fc.constantFrom('Jürgen', 'ß', '🦁', 'a\\b'), fc.string({ unit: 'grapheme', minLength: 1 }))
    await fc.assert(
      fc.asyncProperty(text, text, text, async (username, password, other) => {
        const secret = { ...user, username, password }
        const space = spaceOf(secret)
        expect((await login(space, envOn(), secret)).outcome).toBe('granted')
        fc.pre(password !== other)
        expect((await login(space, envOn(), { ...secret, password: other })).outcome).toBe('proof')
      }),
      { numRuns: 25 },
    )
  })

  it('is of curl, too, which says neither for whom nor with which clock', async () => {
    const before = { challenge: '0123456789abcdef', made: 0 }
    const space = { ...spaceOf(), memory: { connections: { 1: before } } }
    const then = Date.UTC(2026, 10, 22, 2, 56, 53)
    const late = { ...envOn(), now: () => then }
    const waiting = { ...space, memory: { connections: { 1: { ...before, made: then } } } }
    expect((await send(space, `NTLM ${CURL.first}`)).outcome).toBe('proved')
    for (const credentials of [CURL.withDomain, CURL.withoutDomain]) {
      const sent = await send(waiting, `NTLM ${credentials}`, late)
      expect(sent.outcome).toBe('granted')
      expect(checks(sent.judgement.steps)).toEqual(expect.arrayContaining(['proof pass', 'target moot']))
    }
  })
})

describe('the connection', () => {
  it('is the user’s from then on: the message may stay in the request', async () => {
    const { space, credentials } = await login()
    const again = await send(space, credentials, envOn('1', 600))
    expect(checks(again.judgement.steps).slice(4)).toEqual(['connection pass'])
    expect(again.judgement).toMatchObject({ result: 'granted', user: { id: 'user' } })
  })

  it('is not another one: a replay ends there', async () => {
    const { space, credentials } = await login()
    const replayed = await send(space, credentials, envOn('2'))
    expect([replayed.outcome, replayed.offer]).toEqual(['challenge', 'NTLM'])
    expect(replayed.space.memory?.connections).toMatchObject({ 1: { user: 'user' } })
  })

  it('asks something else each time, so that an old answer is none', async () => {
    const { space, credentials } = await login()
    const second = await send(space, await answerTo('NTLM'), envOn('2'))
    expect((await send(second.space, credentials, envOn('2'))).outcome).toBe('proof')
  })

  it('begins anew after a wrong answer', async () => {
    const wrong = await login(spaceOf(), envOn(), { ...user, password: 'other' })
    expect([wrong.outcome, wrong.offer]).toEqual(['proof', 'NTLM'])
    const right = await answerTo(wrong.challenged.offer)
    expect((await send(wrong.space, right)).outcome).toBe('challenge')
  })

  it('is nobody’s any more after another message 1, or an hour', async () => {
    const { space, credentials } = await login()
    const first = await send(space, await answerTo('NTLM'), envOn('1', 5))
    expect((await send(first.space, credentials, envOn('1', 5))).outcome).toBe('proof')
    expect((await send(space, credentials, envOn('1', 3601))).outcome).toBe('challenge')
  })
})

describe('a refusal', () => {
  const challenged = async () => send(spaceOf(), await answerTo('NTLM'))

  it('is for every single bit of response, user name and domain that is changed', async () => {
    const { space, offer } = await challenged()
    const credentials = await answerTo(offer)
    const { length } = octetsIn(credentials)
    for (let bit = 64 * 8; bit < length * 8; bit += bit < 80 * 8 ? 1 : 11) {
      const forged = changed(credentials, (octets) => {
        octets[bit >> 3] = (octets[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      })
      const { outcome } = await send(space, forged)
      // A name in other letters is the same name, and is calculated as such.
      if (outcome === 'granted') expect(capitals(nameIn(forged))).toBe('USER')
    }
  })

  const nameIn = (credentials: string) => {
    const message = readMessage(octetsIn(credentials))
    return message?.type === 3 ? message.username : ''
  }

  it.each([
    ['nothing', 'NTLM', 'token'],
    ['parameters', 'NTLM a="b"', 'token'],
    ['no Base64', 'NTLM TlRM-', 'token'],
    ['something else in Base64', `NTLM ${base64(octetsOf('hello, world, and more'))}`, 'signature'],
    ['a message of a server', `NTLM ${PRINTED_CHALLENGE}`, 'type'],
    ['half a message 1', 'NTLM TlRMTVNTUAABAAAA', 'message'],
    ['half a message 3', `NTLM ${CURL.withDomain.slice(0, 120)}`, 'message'],
    ['a client without NTLM', 'NTLM TlRMTVNTUAABAAAABgAIAAAAAAAAAAAAAAAAAAAAAAA=', 'flags'],
  ])('is for %s', async (_, credentials, outcome) => {
    const { space } = await challenged()
    expect((await send(space, credentials)).outcome).toBe(outcome)
  })

  it('is for another domain, another user, and an old response', async () => {
    const { space, offer } = await challenged()
    const outcomeOf = async (credentials: string) => (await send(space, credentials)).outcome
    expect(await outcomeOf(await answerTo(offer, { ...user, domain: 'Elsewhere' }))).toBe('domain')
    expect(await outcomeOf(await answerTo(offer, { ...user, username: 'Nobody' }))).toBe('user')
    const old = changed(await answerTo(offer), (octets) => octets.set(Uint8Array.of(24, 0, 24, 0), 20))
    expect(await outcomeOf(old)).toBe('version')
  })

  it('is for a response that was made for another host, and passed on', async () => {
    const { space, offer } = await challenged()
    const elsewhere = 'GET / HTTP/1.1\nHost: evil.example\n\n'
    const relayed = await send(space, await answerTo(offer, user, envOn(), elsewhere))
    expect(relayed.outcome).toBe('target')
    expect(relayed.judgement.steps.at(-1)?.knew).toMatchObject({ got: 'HTTP/evil.example' })
  })

  it('is for a response that took too long', async () => {
    const { space, offer } = await challenged()
    const credentials = await answerTo(offer)
    expect((await send(space, credentials, envOn('1', 60))).outcome).toBe('granted')
    expect((await send(space, credentials, envOn('1', 61))).outcome).toBe('in-time')
  })

  it('is never an exception', async () => {
    const { space } = await challenged()
    const whole = octetsIn(`NTLM ${CURL.withDomain}`)
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.uint8Array({ maxLength: 120 }), fc.nat(300), async (text, octets, cut) => {
        for (const value of [text, `NTLM ${text}`, `NTLM ${base64(octets)}`]) {
          const line = value.replace(/[\r\n]/g, ' ')
          await send(space, line || 'x')
        }
        const noisy = whole.slice(0, cut)
        noisy.set(octets.subarray(0, Math.max(0, noisy.length - 12)), Math.min(12, noisy.length))
        const { judgement } = await send(space, `NTLM ${base64(noisy)}`)
        expect(judgement.result).toBe('refused')
        const element = elementOf(`NTLM ${base64(noisy) || 'x'}`)
        ntlm.anatomy(element, 'credentials')
        ntlm.usable(element)
      }),
      { numRuns: 60 },
    )
  })
})

describe('challenge', () => {
  it('has nothing to say to who is forbidden', () => {
    expect(ntlm.challenge(spaceOf(), envOn(), { kind: 'forbidden' }).challenges).toEqual([])
    expect(ntlm.challenge(spaceOf(), envOn()).challenges).toEqual(['NTLM'])
  })

  it.each([
    ['NTLM', true],
    [`NTLM ${PRINTED_CHALLENGE}`, true],
    [`NTLM ${CURL.first}`, false],
    ['NTLM realm="x"', false],
    ['NTLM abc', false],
  ])('%s can be answered: %s', (offer, usable) => {
    expect(ntlm.usable(elementOf(offer))).toBe(usable)
  })
})

describe('anatomy', () => {
  const opened = (text: string) =>
    ntlm
      .anatomy(elementOf(text), 'credentials')
      .map(({ role, decoded = [] }) => [role, Object.fromEntries(decoded.map((each) => [each.name, each.text]))])

  it('opens all three messages', async () => {
    const { challenged, credentials } = await login()
    expect(opened('NTLM')).toEqual([['scheme', {}]])
    expect(opened(`NTLM ${CURL.first}`)[1]).toEqual(['type-1', { flags: '0x00088206' }])
    const challenge = hex(octetsIn(challenged.offer).subarray(24, 32))
    expect(opened(challenged.offer)[1]).toMatchObject(['type-2', { challenge, target: 'Domain', server: 'Server' }])
    expect(opened(credentials)[1]).toMatchObject([
      'type-3',
      { user: 'User', domain: 'Domain', made: '2026-03-02T09:00:00.000Z', meant: 'HTTP/api.example.com' },
    ])
    expect(opened(`NTLM ${CURL.withDomain}`)[1]).toMatchObject(['type-3', { workstation: 'WORKSTATION' }])
    expect(opened('NTLM abc').map(([role]) => role)).toEqual(['scheme', 'token'])
    expect(opened('NTLM a=b').map(([role]) => role)).toEqual(['scheme', 'param.a'])
  })

  it('gives away the third message only', async () => {
    const exposed = (text: string) => {
      const value = token(text, 0, text.length)
      const credentials = parseCredentials(value).value
      return ntlm.exposes({ field: { name: token('Authorization', 0, 13), value, span: value.span }, credentials })
    }
    const { credentials } = await login()
    expect(exposed(credentials)).toEqual([credentials.slice(5)])
    expect([exposed(`NTLM ${CURL.first}`), exposed('NTLM'), exposed('NTLM x')]).toEqual([[], [], []])
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(words).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
    expect(hex(fromHex('00ff7f'))).toBe('00ff7f')
  })
})
