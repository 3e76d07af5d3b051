/** Tokens that are bound to a key, and logins that are too weak. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { connectionNamed } from '../../auth/testing/env.ts'
import { fromBase64 } from '../../text/octets.ts'
import { token } from '../../text/span.ts'
import bearer, { type BearerSpace } from './scheme.ts'
import { judgeValue, unsaid } from './testing/judge.ts'
import { at, mint, NOON, SECOND, settings, space } from './testing/space.ts'

/** RFC 8705 §A. */
const CERTIFICATE =
  'MIIBBjCBrAIBAjAKBggqhkjOPQQDAjAPMQ0wCwYDVQQDDARtdGxzMB4XDTE4MTAxODEyMzcwOVoXDTIyMDUwMjEyMzcwOVowDzENMAsGA1UEAwwEbXRsczBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNcnyxwqV6hY8QnhxxzFQ03C7HKW9OylMbnQZjjJ/Au08/coZwxS7LfA4vOLS9WuneIXhbGGWvsDSb0tH6IxLm8wCgYIKoZIzj0EAwIDSQAwRgIhAP0RC1E+vwJD/D1AGHGzuri+hlV/PpQEKTWUVeORWz83AiEA5x2eXZOVbUlJSGQgjwD5vaUaKlLR50Q2DmFfQj1L+SY='
const THUMBPRINT = 'A4DtL2JmUMhAsvJj5tKyn64SqzmuXbMrJa0n761y5v0'
const der = fromBase64(CERTIFICATE) ?? expect.fail('The certificate is not Base64')
const over = (certificate?: Uint8Array) => at(NOON, undefined, connectionNamed('1', certificate))
const show = (cnf: unknown, certificate?: Uint8Array) => judgeValue(`Bearer ${mint({ cnf })}`, over(certificate))
const refused = { result: 'refused', status: 401, refusal: { kind: 'invalid_token' } }

describe('a token with a certificate in cnf', () => {
  it('is granted on a connection with that certificate (RFC 8705 §A)', async () => {
    const { judged, last } = await show({ 'x5t#S256': THUMBPRINT }, der)
    expect(judged.result).toBe('granted')
    const step = judged.steps.find(({ check }) => check === 'bearer.certificate')
    expect(step).toMatchObject({ gate: 'valid', result: 'pass', knew: { got: THUMBPRINT, wants: THUMBPRINT } })
    expect(step?.workings.map(({ apply }) => apply)).toEqual(['SHA-256', 'base64url'])
    expect(step?.workings[0]?.input).toEqual([{ text: CERTIFICATE }])
    expect(last?.check).toBe('bearer.expiry')
  })

  it.each([
    ['no certificate', undefined, '–'],
    ['no octets', new Uint8Array(), '–'],
    ['another', der.map((octet, n) => (n === 40 ? octet ^ 1 : octet)), expect.stringMatching(/^[\w-]{43}$/)],
  ])('is refused on a connection with %s', async (_, certificate, got) => {
    const { judged, failed, last } = await show({ 'x5t#S256': THUMBPRINT }, certificate)
    expect(judged).toMatchObject(refused)
    expect(failed).toBe('bearer.certificate')
    expect(last?.knew).toEqual({ got, wants: THUMBPRINT })
  })

  it.each(['–', '', null, 7, {}])('is refused where cnf names %j', async (name) => {
    expect((await show({ 'x5t#S256': name }, undefined)).failed).toBe('bearer.certificate')
    expect((await show({ 'x5t#S256': name }, der)).failed).toBe('bearer.certificate')
  })

  it('is refused where one bit of certificate or hash is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(der.length - 1), fc.nat(7), async (place, bit) => {
        const bent = der.map((octet, n) => (n === place ? octet ^ (1 << bit) : octet))
        expect((await show({ 'x5t#S256': THUMBPRINT }, bent)).failed).toBe('bearer.certificate')
      }),
      { numRuns: 50 },
    )
  })

  it('may be one that the server stored', async () => {
    const stored = {
      token: 'kept',
      subject: 'ada',
      scope: '',
      expires: NOON + 1,
      claims: { cnf: { 'x5t#S256': THUMBPRINT } },
    }
    const server = { ...space, settings: { ...settings, tokens: [stored] } }
    expect((await judgeValue('Bearer kept', over(der), server)).result).toBe('granted')
    expect((await judgeValue('Bearer kept', over(), server)).failed).toBe('bearer.certificate')
  })
})

describe('a token with a DPoP key in cnf', () => {
  it.each(['0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I', '', null])(
    'is refused as Bearer, whatever jkt is: %j (RFC 9449 §7.2)',
    async (jkt) => {
      const { judged, failed, looked } = await show({ jkt, 'x5t#S256': THUMBPRINT }, der)
      expect(judged).toMatchObject(refused)
      expect(failed).toBe('bearer.unbound')
      expect(looked).toEqual([mint({ cnf: { jkt, 'x5t#S256': THUMBPRINT } })])
    },
  )
})

it.each([undefined, null, 'x', 1, [], {}, { kid: 'x' }, { jwk: {} }])(
  'a token whose cnf is %j is everybody’s, as one without',
  async (cnf) => {
    expect((await show(cnf)).result).toBe('granted')
  },
)

describe('a login', () => {
  const server: BearerSpace = { ...space, settings: { ...settings, acrValues: ['mfa', 'phr'], maxAge: 300 } }
  const login = (acr: unknown, auth_time: unknown, from = server) =>
    judgeValue(`Bearer ${mint({ acr, auth_time })}`, at(NOON), from)

  it.each([
    ['strong and now', 'mfa', SECOND],
    ['of the other class', 'phr', SECOND],
    ['just recent enough', 'mfa', SECOND - 300],
  ])('is enough when it is %s', async (_, acr, time) => {
    const { judged } = await login(acr, time)
    expect(judged.result).toBe('granted')
    expect(judged.steps.slice(-2).map(({ gate, check }) => `${gate} ${check}`)).toEqual([
      'fresh bearer.acr',
      'fresh bearer.auth-time',
    ])
  })

  it.each([
    ['of a weaker class', 'pwd', SECOND, 'bearer.acr', 'A different authentication level is required'],
    ['of no class', undefined, SECOND, 'bearer.acr', 'A different authentication level is required'],
    ['of a class that is no text', ['mfa'], SECOND, 'bearer.acr', 'A different authentication level is required'],
    ['too long ago', 'mfa', SECOND - 301, 'bearer.auth-time', 'More recent authentication is required'],
    ['at no time', 'mfa', undefined, 'bearer.auth-time', 'More recent authentication is required'],
    ['at a time that no clock shows', 'mfa', 1e300, 'bearer.auth-time', 'More recent authentication is required'],
  ])('is not enough when it is %s (RFC 9470 §3)', async (_, acr, time, check, description) => {
    const { judged, failed } = await login(acr, time)
    const refusal = { kind: 'insufficient_user_authentication', description }
    expect(judged).toMatchObject({ result: 'refused', status: 401, refusal })
    expect(failed).toBe(check)
    expect(bearer.challenge(server, at(NOON), refusal).challenges).toEqual([
      `Bearer realm="example", error="insufficient_user_authentication", error_description="${description}", acr_values="mfa phr", max_age="300"`,
    ])
  })

  it('is asked about only what the server wants to know', async () => {
    const only = (more: object) => ({ ...space, settings: { ...settings, ...more } })
    expect((await login('mfa', 0, only({ acrValues: ['mfa'] }))).result).toBe('granted')
    expect((await login('pwd', SECOND, only({ maxAge: 0 }))).result).toBe('granted')
    expect((await login('pwd', SECOND - 1, only({ maxAge: 0 }))).failed).toBe('bearer.auth-time')
  })

  it('is no matter for a token that has expired: that comes first', async () => {
    const { judged } = await judgeValue(`Bearer ${mint({ acr: 'pwd', exp: SECOND })}`, at(NOON), server)
    expect(judged).toMatchObject(refused)
  })

  it('is spoken of in no other challenge', () => {
    for (const kind of [undefined, 'invalid_token', 'forbidden']) {
      const refusal = kind === undefined ? undefined : { kind }
      expect(bearer.challenge(server, at(NOON), refusal).challenges.join()).not.toMatch(/acr_values|max_age/)
    }
  })
})

it('the anatomy opens the claims of both', () => {
  const text = `Bearer ${mint({ cnf: { jkt: 'x' }, acr: 'mfa', auth_time: SECOND })}`
  const [element] = parseChallenges(token(text, 0, text.length)).value
  const decoded = (element && bearer.anatomy(element, 'credentials'))?.flatMap((part) => part.decoded ?? [])
  expect(decoded).toContainEqual({ name: 'cnf', text: '{"jkt":"x"}', cite: 'RFC 7800 §3.1' })
  expect(decoded).toContainEqual({ name: 'acr', text: 'mfa', cite: 'RFC 9068 §2.2.1' })
  expect(decoded?.find(({ name }) => name === 'auth_time')?.instant).toBe(NOON)
})

it('there are words for every step about both', () => {
  expect(unsaid().filter((key) => /\.(unbound|certificate|acr|auth-time)$/.test(key))).toEqual([])
})
