import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { base64, hex } from '../../text/octets.ts'
import { token } from '../../text/span.ts'
import { der, oidOctets, oidText, readAll, TAG } from './der.ts'
import words from './en.ts'
import { readApReq, writeApReq } from './kerberos.ts'
import negotiate from './scheme.ts'
import { OID, readSpnego, writeInit, writeResp } from './spnego.ts'
import { answerTo, confirmed, elementOf, envOn, octetsOf, said, send, spaceOf, withOctets } from './testing/play.ts'
import { PRINTED, secret } from './vectors.ts'

const NTLM = 'Negotiate TlRMTVNTUAABAAAABQIIAAAAAAAAAAAAAAAAAAAAAAA='

describe('DER', () => {
  it('reads what it writes, however long', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), fc.nat(255), (content, tag) => {
        expect(readAll(der(tag, content))).toEqual([{ tag, content }])
      }),
    )
  })

  it.each([
    ['no length', '04'],
    ['a length beyond the end', '0402ff'],
    ['a length without end', '3080040000'],
    ['a length that could be shorter', '04810100'],
    ['a length of three octets', '0483000001ff'],
  ])('refuses %s', (_, text) => {
    const octets = Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    expect(readAll(octets)).toBeUndefined()
  })

  it.each([
    [OID.spnego, '2b0601050502'],
    [OID.kerberos, '2a864886f712010202'],
    [OID.microsoft, '2a864882f712010202'],
    [OID.ntlm, '2b06010401823702020a'],
  ])('knows %s', (text, octets) => {
    expect([hex(oidOctets(text)), oidText(oidOctets(text))]).toEqual([octets, text])
  })
})

describe('SPNEGO', () => {
  it('begins as RFC 4178 has it', () => {
    expect(hex(writeInit([OID.kerberos], Uint8Array.of(1)))).toMatch(/^602006062b0601050502a0163014a00d300b0609/)
    expect(hex(writeResp({ state: 'accept-incomplete', mech: OID.kerberos }))).toBe(
      'a1143012a0030a0101a10b06092a864886f712010202',
    )
  })

  it('can’t be read in the example of RFC 4559 §5: its token is none', async () => {
    expect((await send(spaceOf(), `Negotiate ${PRINTED}`)).outcome).toBe('spnego')
  })
})

const checks = (steps: readonly { check: string; result: string }[]) =>
  steps.map(({ check, result }) => `${check.replace('negotiate.', '')} ${result}`)

describe('a ticket', () => {
  it('is enough, and the server proves itself in turn', async () => {
    const { judgement, final, request, space } = await send(spaceOf(), await answerTo())
    expect(checks(judgement.steps)).toEqual([
      'token pass',
      'not-ntlm pass',
      'spnego pass',
      'connection moot',
      'mechs pass',
      'first pass',
      'ap-req pass',
      'service pass',
      'ticket pass',
      'authenticator pass',
      'lifetime pass',
      'skew pass',
      'replay pass',
      'owned pass',
    ])
    expect(judgement).toMatchObject({ result: 'granted', user: { id: 'user' } })
    expect(space.memory?.connections).toMatchObject({ 1: { user: 'user' } })
    expect(hex(octetsOf(final))).toMatch(/^a1..30..a0030a0100a10b06092a864886f712010202a2/)
    expect(await confirmed(request, final)).toEqual(['pass'])
    expect(await confirmed(request, final, { ...secret, sessionKey: 'another' })).toEqual(['fail'])
    expect(await confirmed(request, '')).toBeUndefined()
    expect(await confirmed(request, 'Negotiate')).toBeUndefined()
  })

  it('logs in its connection: the token may stay in the request', async () => {
    const credentials = await answerTo()
    const { space } = await send(spaceOf(), credentials)
    const again = await send(space, credentials, envOn('1', 1800))
    expect([again.outcome, checks(again.judgement.steps).at(-1)]).toEqual(['granted', 'connection pass'])
  })

  it('is refused on another connection as a replay', async () => {
    const credentials = await answerTo()
    const { space } = await send(spaceOf(), credentials)
    const replayed = await send(space, credentials, envOn('2', 1))
    expect([replayed.outcome, replayed.offer]).toEqual(['replay', 'Negotiate'])
  })

  it('needs clocks that agree, to the second', async () => {
    const credentials = await answerTo()
    for (const [seconds, outcome] of [
      [300, 'granted'],
      [-300, 'granted'],
      [301, 'skew'],
      [-301, 'skew'],
    ] as const)
      expect((await send(spaceOf(), credentials, envOn('1', seconds))).outcome).toBe(outcome)
  })

  it('ends', async () => {
    const late = envOn('1', 3600)
    expect((await send(spaceOf(), await answerTo('Negotiate', secret, late), late)).outcome).toBe('lifetime')
  })

  it.each([
    ['another service', { ...secret, service: 'HTTP/api.example.com' }, 'service'],
    ['another realm', { ...secret, realm: 'EXAMPLE.ORG' }, 'service'],
    ['no KDC', { ...secret, sample: 'forged' }, 'ticket'],
    ['somebody without its key', { ...secret, sessionKey: 'guessed' }, 'authenticator'],
  ])('is refused from %s', async (_, own, outcome) => {
    expect((await send(spaceOf(), await answerTo('Negotiate', own))).outcome).toBe(outcome)
  })

  it('is refused with any bit changed', async () => {
    const whole = octetsOf(await answerTo())
    const start = whole.length - octetsInAp()
    for (let bit = start * 8; bit < whole.length * 8; bit += bit < (whole.length - 16) * 8 ? 5 : 1) {
      const forged = whole.slice()
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const { outcome } = await send(spaceOf(), withOctets(forged))
      expect([bit, outcome]).not.toEqual([bit, 'granted'])
    }
  })

  /** How many octets the AP-REQ has, with which the token ends. */
  const octetsInAp = () => {
    const { realm = '', service = '', sample = '', sessionKey = '' } = secret
    return writeApReq({ realm, service, sample }, sessionKey, 0).length - 17
  }
})

describe('a mechanism', () => {
  const apReq = async () => readSpnego(octetsOf(await answerTo()))?.token ?? new Uint8Array()

  it('that is not wanted most costs a round trip on the same connection', async () => {
    const ntlmFirst = withOctets(writeInit([OID.ntlm, OID.kerberos], Uint8Array.of(1)))
    const first = await send(spaceOf(), ntlmFirst)
    expect([first.outcome, readSpnego(octetsOf(first.offer))]).toMatchObject([
      'first',
      { kind: 'resp', state: 'accept-incomplete', mech: OID.kerberos },
    ])
    const next = await answerTo(first.offer)
    expect(readSpnego(octetsOf(next))).toMatchObject({ kind: 'resp' })
    expect((await send(first.space, next, envOn('2'))).outcome).toBe('asked')
    const last = await send(first.space, next)
    expect([last.outcome, checks(last.judgement.steps)[4]]).toEqual(['granted', 'asked pass'])
  })

  it('has more names than one', async () => {
    const own = withOctets(writeInit([OID.microsoft], await apReq()))
    expect((await send(spaceOf(), own)).outcome).toBe('granted')
  })

  it.each([
    ['NTLM, bare', NTLM, 'not-ntlm'],
    ['NTLM, in SPNEGO', withOctets(writeInit([OID.ntlm], Uint8Array.of(1))), 'mechs'],
    ['one that nobody knows', withOctets(writeInit(['1.2.3'], Uint8Array.of(1))), 'mechs'],
    ['Kerberos without a ticket', withOctets(writeInit([OID.kerberos], Uint8Array.of(1))), 'ap-req'],
    ['an answer to nothing', withOctets(writeResp({ token: Uint8Array.of(1) })), 'asked'],
    ['nothing', 'Negotiate', 'token'],
    ['parameters', 'Negotiate a="b"', 'token'],
    ['something else', 'Negotiate aGVsbG8=', 'spnego'],
  ])('is refused where it is %s', async (_, credentials, outcome) => {
    expect((await send(spaceOf(), credentials)).outcome).toBe(outcome)
  })

  it('is never an exception, whatever it is', async () => {
    const whole = octetsOf(await answerTo())
    await fc.assert(
      fc.asyncProperty(
        fc.string(),
        fc.uint8Array({ maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        async (text, octets, changes) => {
          const noisy = whole.slice()
          for (const [at, octet] of changes) noisy[at] = octet
          const line = text.replace(/[\r\n]/g, ' ')
          for (const value of [`Negotiate ${line}`, withOctets(octets), withOctets(noisy)]) {
            await send(spaceOf(), value)
            const credentials = parseCredentials(token(value, 0, value.length)).value
            if (credentials) negotiate.anatomy(credentials, 'credentials')
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('challenge', () => {
  it('is the bare name, and nothing to who is forbidden', () => {
    expect(negotiate.challenge(spaceOf(), envOn()).challenges).toEqual(['Negotiate'])
    expect(negotiate.challenge(spaceOf(), envOn(), { kind: 'forbidden' }).challenges).toEqual([])
  })

  it('can be answered where it is bare or a token of a server', async () => {
    const { final } = await send(spaceOf(), await answerTo())
    const usable = (offer: string) => negotiate.usable(elementOf(offer))
    expect([usable('Negotiate'), usable(final)]).toEqual([true, true])
    expect([usable(await answerTo()), usable(NTLM), usable('Negotiate a=b')]).toEqual([false, false, false])
    expect(readSpnego(octetsOf(await answerTo(final)))).toMatchObject({ kind: 'init' })
  })
})

describe('anatomy', () => {
  const opened = (text: string) =>
    negotiate
      .anatomy(elementOf(text), 'credentials')
      .map(({ role, decoded = [] }) => [role, ...decoded.map(({ name, text: value }) => `${name} ${value}`)])

  it('opens the token down to the ticket', async () => {
    const credentials = await answerTo()
    expect(opened(credentials)).toEqual([
      ['scheme'],
      [
        'init',
        `mech Kerberos (${OID.kerberos})`,
        'service HTTP/www.example.com@EXAMPLE.COM',
        'ticket SAMPLE TICKET',
        'made 2026-03-02T09:00:00.000Z',
      ],
    ])
    const { final } = await send(spaceOf(), credentials)
    expect(opened(final)[1]?.slice(0, 2)).toEqual(['resp', 'state accept-completed'])
    expect(opened(NTLM)).toEqual([['scheme'], ['ntlm']])
    expect(opened('Negotiate abc=')).toEqual([['scheme'], ['token']])
    expect(opened('Negotiate a=b')).toEqual([['scheme'], ['param.a']])
    expect(opened('Negotiate')).toEqual([['scheme']])
  })

  it('gives away the token', async () => {
    const text = await answerTo()
    const value = token(text, 0, text.length)
    const credentials = parseCredentials(value).value
    const field = { name: token('Authorization', 0, 13), value, span: value.span }
    expect(negotiate.exposes({ field, credentials })).toEqual([text.slice(10)])
    expect(negotiate.exposes({ field })).toEqual([])
  })

  it('reads what the client wrote', () => {
    const octets = writeApReq({ realm: 'R', service: 'HTTP/h', sample: 'x' }, 'k', 5)
    expect(readApReq(octets)).toMatchObject({
      ticket: { realm: 'R', service: 'HTTP/h', sample: 'x' },
      mutual: true,
      time: 5,
    })
    expect([base64(octets).startsWith('Y'), octets[2]]).toEqual([true, TAG.oid])
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(words).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
