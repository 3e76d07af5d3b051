import fc from 'fast-check'
import * as jose from 'jose'
import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { envAt } from '../../auth/testing/env.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest } from '../../http/parse.ts'
import { publicKeyOf } from '../../keys/p256.ts'
import { base64url, fromBase64url, hex } from '../../text/octets.ts'
import { publicPoint } from './answer.ts'
import en from './en.ts'
import vapid from './scheme.ts'
import type { Space } from './space.ts'
import {
  ada,
  D,
  encoded,
  env,
  good,
  HOUR,
  judge,
  K,
  minted,
  NOW,
  OTHER,
  offer,
  POST,
  requestWith,
  said,
  secret,
  signed,
  space,
} from './testing/desk.ts'
import { EXAMPLE } from './vectors.ts'

describe('the example of RFC 8292 §2.4', () => {
  const where: Space = {
    ...space,
    settings: { origin: 'https://push.example.net', servers: [{ user: 'ada', key: EXAMPLE.k }], subscriptions: {} },
  }
  const request = requestWith(`vapid\n t=${EXAMPLE.t},\n k=${EXAMPLE.k}`)
  const end = Date.UTC(2016, 0, 23, 4, 36, 8)

  it.each([
    [end, 'granted'],
    [end + 1, 'expiry 403 expired'],
    [end - 24 * HOUR, 'granted'],
    [end - 24 * HOUR - 1, 'lifetime 403 expired'],
  ])('at %i is %s', async (now, outcome) => {
    expect((await judge(request, envAt(now), where)).outcome).toBe(outcome)
  })

  it('has the key that its JWK says', () => {
    expect(hex(fromBase64url(EXAMPLE.k) ?? new Uint8Array())).toHaveLength(130)
    const octets = fromBase64url(EXAMPLE.k) ?? new Uint8Array()
    expect(base64url(octets.subarray(1, 33))).toBe('DUfHPKLVFQzVvnCPGyfucbECzPDa7rWbXriLcysAjEc')
    expect(base64url(octets.subarray(33))).toBe('F6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs')
  })
})

describe('answer', () => {
  it('has the public key of RFC 6979 §A.2.5', () => {
    expect(hex(fromBase64url(K) ?? new Uint8Array())).toBe(
      '0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299',
    )
  })

  it('is what jose takes for a token', async () => {
    const value = fieldsNamed(await signed(), 'Authorization')[0]?.value.text ?? ''
    const [, t = '', k] = /^vapid t=([^,]+), k=(\S+)$/.exec(value) ?? []
    expect(k).toBe(K)
    const key = await jose.importJWK(publicKeyOf(D), 'ES256')
    const { payload } = await jose.jwtVerify(t, key, {
      audience: 'https://push.example.com',
      currentDate: new Date(NOW),
      requiredClaims: ['aud', 'exp', 'sub'],
    })
    expect(payload).toEqual({ ...good, exp: (NOW + 12 * HOUR) / 1000 })
  })

  it('names nobody where no contact is known, and keeps the private key to itself', async () => {
    const request = parseRequest(POST)
    const { subject: _, ...silent } = secret
    const made = await vapid.answer({
      offer,
      secret: { ...silent, id: 'x', kind: 'vapid-key' },
      request,
      earlier: [],
      env,
    })
    expect(made.workings[1]?.input[0]?.text).toBe('{"aud":"https://push.example.com","exp":1775073600}')
    expect(JSON.stringify(made.fields)).not.toContain(D)
    const shown = made.workings.flatMap(({ input }) => input).filter(({ text }) => text === D)
    expect(shown).toEqual([{ text: D, secret: true }])
  })

  it('is granted for any origin and instant', async () => {
    const any = fc.record({ host: fc.constantFrom('push.example.com', 'push.example.net:8443'), now: fc.nat(4e12) })
    await fc.assert(
      fc.asyncProperty(any, async ({ host, now }) => {
        const at = envAt(now)
        const request = await signed(POST.replace('push.example.com', host), secret, at)
        const where = { ...space, settings: { ...space.settings, origin: `https://${host}` } }
        expect((await judge(request, at, where)).outcome).toBe('granted')
      }),
      { numRuns: 10 },
    )
  })
})

describe('judge', () => {
  it('asks in order', async () => {
    const request = await signed()
    const { judged } = await judge(request)
    expect(judged).toMatchObject({ result: 'granted', user: ada })
    expect(judged.steps.map(({ gate, check, result }) => `${gate} ${check.split('.')[1]} ${result}`)).toEqual([
      'form params pass',
      'form key-form pass',
      'form jwt-readable pass',
      'form encryption-key moot',
      'valid algorithm pass',
      'valid critical pass',
      'valid signature pass',
      'valid audience pass',
      'valid exp pass',
      'valid contact pass',
      'valid subscription pass',
      'valid known pass',
      'fresh expiry pass',
      'fresh lifetime pass',
      'fresh reuse moot',
    ])
    const saw = judged.steps.find(({ check }) => check === 'vapid.signature')?.saw ?? []
    const seen = saw.map(({ start, end }) => request.source.slice(start, end))
    expect(seen).toEqual([...(/t=([^,]+)/.exec(request.source)?.[1]?.split('.') ?? []), K])
  })

  const t = minted(good)
  it.each<[string, string, string]>([
    ['the name alone', 'vapid', 'params 403 malformed'],
    ['a token68', `vapid ${t}`, 'params 403 malformed'],
    ['no key', `vapid t=${t}`, 'params 403 malformed'],
    ['no token', `vapid k=${K}`, 'params 403 malformed'],
    [
      'a compressed key',
      `vapid t=${t}, k=${base64url(Uint8Array.of(2, ...new Uint8Array(32)))}`,
      'key-form 403 malformed',
    ],
    ['a hybrid key', `vapid t=${t}, k=${base64url(Uint8Array.of(6, ...new Uint8Array(64)))}`, 'key-form 403 malformed'],
    ['a key in Base64', `vapid t=${t}, k="${K}="`, 'key-form 403 malformed'],
    ['a token of two parts', `vapid t=${t.split('.').slice(0, 2).join('.')}, k=${K}`, 'jwt-readable 403 malformed'],
    ['a word', `vapid t=abc, k=${K}`, 'jwt-readable 403 malformed'],
    [
      'a point that is none',
      `vapid t=${t}, k=${base64url(Uint8Array.of(4, ...new Uint8Array(64)))}`,
      'signature 403 invalid',
    ],
    ['the key of somebody else', `vapid t=${t}, k=${publicPoint(OTHER)}`, 'signature 403 invalid'],
    ['another algorithm', `vapid t=${minted(good, { alg: 'HS256' })}, k=${K}`, 'algorithm 403 invalid'],
    ['none', `vapid t=${encoded({ alg: 'none' })}.${encoded(good)}., k=${K}`, 'algorithm 403 invalid'],
    ['an extension', `vapid t=${minted(good, { alg: 'ES256', crit: ['b64'] })}, k=${K}`, 'critical 403 invalid'],
    [
      'another audience',
      `vapid t=${minted({ ...good, aud: 'https://push.example.net' })}, k=${K}`,
      'audience 403 invalid',
    ],
    [
      'other audiences',
      `vapid t=${minted({ ...good, aud: ['https://a.example', 'https://b.example'] })}, k=${K}`,
      'audience 403 invalid',
    ],
    [
      'a path in the audience',
      `vapid t=${minted({ ...good, aud: 'https://push.example.com/' })}, k=${K}`,
      'audience 403 invalid',
    ],
    ['no audience', `vapid t=${minted({ ...good, aud: undefined })}, k=${K}`, 'audience 403 invalid'],
    ['no end', `vapid t=${minted({ ...good, exp: undefined })}, k=${K}`, 'exp 403 invalid'],
    ['an end in words', `vapid t=${minted({ ...good, exp: 'soon' })}, k=${K}`, 'exp 403 invalid'],
    ['an end that no clock shows', `vapid t=${minted({ ...good, exp: 1e300 })}, k=${K}`, 'exp 403 invalid'],
    ['a contact that is none', `vapid t=${minted({ ...good, sub: 'ada@example.com' })}, k=${K}`, 'contact 403 invalid'],
    ['a contact that is no text', `vapid t=${minted({ ...good, sub: 7 })}, k=${K}`, 'contact 403 invalid'],
    ['a token that ended', `vapid t=${minted({ ...good, exp: NOW / 1000 - 1 })}, k=${K}`, 'expiry 403 expired'],
    ['a long one', `vapid t=${minted({ ...good, exp: NOW / 1000 + 86401 })}, k=${K}`, 'lifetime 403 expired'],
  ])('refuses %s', async (_, credentials, wanted) => {
    expect((await judge(requestWith(credentials))).outcome).toBe(wanted)
  })

  it.each([
    ['quotes, capitals and unknown parameters', `VAPID K="${K}", x=y, T="${t}"`],
    [
      'several audiences',
      `vapid t=${minted({ ...good, aud: ['https://a.example', 'https://push.example.com'] })}, k=${K}`,
    ],
    ['no contact', `vapid t=${minted({ ...good, sub: undefined })}, k=${K}`],
    ['a contact on the web', `vapid t=${minted({ ...good, sub: 'https://ada.example' })}, k=${K}`],
    ['the same again', `vapid t=${t}, k=${K}`],
  ])('takes %s', async (_, credentials) => {
    expect((await judge(requestWith(credentials))).outcome).toBe('granted')
  })

  it.each([
    ['/push/eve', 'subscription 403 other-key'],
    ['/push/nobody', 'granted'],
    ['/push/__proto__', 'granted'],
  ])('at the subscription %s: %s', async (path, wanted) => {
    expect((await judge(requestWith(`vapid t=${t}, k=${K}`, path))).outcome).toBe(wanted)
  })

  it('refuses a key of somebody who is not there', async () => {
    const request = await signed(POST.replace('/ada', '/eve'), { ...secret, privateKey: OTHER })
    expect((await judge(request)).outcome).toBe('known 403 other-key')
  })

  it.each([
    [`dh=${K}`, 'encryption-key 400 same-key'],
    [`keyid="a"; dh="${K}"`, 'encryption-key 400 same-key'],
    [`dh=${publicPoint(OTHER)}`, 'granted'],
    ['p256ecdsa=abc', 'granted'],
  ])('compares with the key of the encryption: %s', async (value, wanted) => {
    const request = requestWith(`vapid t=${t}, k=${K}`, '/push/ada', `Crypto-Key: ${value}\n`)
    expect((await judge(request)).outcome).toBe(wanted)
  })

  it('refuses every change of one bit in signature, claims and key', async () => {
    const [header = '', claims = '', signature = ''] = t.split('.')
    const bent = (text: string, bit: number) => {
      const octets = Uint8Array.from(fromBase64url(text) ?? [])
      const at = Math.floor(bit / 8) % octets.length
      octets[at] = (octets[at] ?? 0) ^ (1 << (bit % 8))
      return base64url(octets)
    }
    const any = fc.record({ what: fc.constantFrom('signature', 'claims', 'key'), bit: fc.nat(1000) })
    await fc.assert(
      fc.asyncProperty(any, async ({ what, bit }) => {
        const parts = [header, what === 'claims' ? bent(claims, bit) : claims]
        const proof = what === 'signature' ? bent(signature, bit) : signature
        const key = what === 'key' ? bent(K, bit) : K
        const { outcome } = await judge(requestWith(`vapid t=${[...parts, proof].join('.')}, k=${key}`))
        expect(outcome).toMatch(/^(signature 403 invalid|jwt-readable 403 malformed|key-form 403 malformed)$/)
      }),
      { numRuns: 25 },
    )
  })

  it('never throws', async () => {
    const text = fc.string({ unit: 'grapheme' })
    const values = fc.oneof(text, fc.stringMatching(/^t="?[A-Za-z0-9._ -]*"?, k=[A-Za-z0-9_-]*$/))
    const jwts = fc.tuple(fc.jsonValue(), fc.jsonValue()).map(([a, b]) => `t=${encoded(a)}.${encoded(b)}.AA, k=${K}`)
    await fc.assert(
      fc.asyncProperty(fc.oneof(values, jwts), text, async (value, cryptoKey) => {
        const request = requestWith(`vapid ${value}`, '/push/ada', `Crypto-Key: dh=${cryptoKey}\n`)
        const [field] = fieldsNamed(request, 'Authorization')
        if (!field) return
        const credentials = parseCredentials(field.value).value
        expect((await vapid.judge({ field, credentials }, space, request, env)).result).toBe('refused')
        if (credentials) vapid.anatomy(credentials, 'credentials')
        vapid.exposes({ field, credentials })
      }),
    )
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
