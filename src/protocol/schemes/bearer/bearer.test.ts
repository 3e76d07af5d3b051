import fc from 'fast-check'
import { CompactSign, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import type { Challenge } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Secret } from '../../auth/scheme.ts'
import { parseRequest } from '../../http/parse.ts'
import { signJwt } from '../../jose/sign.ts'
import { base64url, octetsOf } from '../../text/octets.ts'
import { token } from '../../text/span.ts'
import bearer from './scheme.ts'
import { judgeRequest, judgeValue, unsaid } from './testing/judge.ts'
import { ada, at, claims, ED25519, FOREIGN, KEY, mint, NOON, SECOND, space } from './testing/space.ts'

const judge = (value: string, now = NOON) => judgeValue(value, at(now))

const offer = parseChallenges(token('Bearer', 0, 6)).value[0] as Challenge
async function answer(text: string) {
  const secret: Secret = { id: 's', kind: 'token', token: text }
  const request = parseRequest('GET /r HTTP/1.1\nHost: api.example.com\n\n')
  const { fields } = await bearer.answer({ offer, secret, request, earlier: [], env: at(NOON) })
  return fields[0]?.[1] ?? ''
}

describe('what is granted', () => {
  it('is the user and the scope of a token that the server stored', async () => {
    const { judged } = await judge(await answer('mF_9.B5f-4.1JqM'))
    expect(judged).toMatchObject({ result: 'granted', user: ada, scope: ['read', 'write'], space })
  })

  it('is those of a JWT that somebody else never saw, whatever its scope', async () => {
    const scopeToken = fc.string({ minLength: 1, unit: fc.constantFrom(...'abz:/.-09!') })
    await fc.assert(
      fc.asyncProperty(fc.array(scopeToken), async (scope) => {
        const { judged } = await judge(await answer(mint({ scope: scope.join(' ') })))
        expect(judged).toMatchObject({ result: 'granted', user: ada, scope })
      }),
    )
  })

  it.each([
    ['no scope, so none', { scope: undefined }, { scope: [] }],
    ['several audiences, of which the server is one', { aud: ['x', claims.aud] }, {}],
    ['a beginning that has come', { nbf: SECOND }, {}],
    ['an end that is near', { exp: SECOND + 0.001 }, {}],
    ['claims that nobody knows', { 'https://example.com/mood': ['fine'], __proto__: null }, {}],
  ])('may have %s', async (_, more, wanted) => {
    expect((await judge(`Bearer ${mint(more)}`)).judged).toMatchObject({ result: 'granted', ...wanted })
  })

  it.each(['at+jwt', 'AT+JWT', 'application/at+jwt'])('may be of the type %s', async (typ) => {
    expect((await judge(`Bearer ${signJwt({ typ }, claims, KEY)}`)).result).toBe('granted')
  })

  it('may be signed with Ed25519, by jose', async () => {
    const jwk = await importJWK({ kty: 'OKP', crv: 'Ed25519', ...ED25519 }, 'EdDSA')
    const text = await new CompactSign(octetsOf(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'e1' })
      .sign(jwk)
    expect((await judge(`Bearer ${text}`)).result).toBe('granted')
  })

  it('takes every step in the order of the gates', async () => {
    const { judged } = await judge(`bearer ${mint({ nbf: SECOND })}`)
    expect(judged.steps.map(({ gate, check, result }) => `${gate} ${check} ${result}`)).toEqual([
      'form bearer.one-method pass',
      'form bearer.syntax pass',
      'valid bearer.known moot',
      'valid bearer.jwt-readable pass',
      'valid bearer.algorithm pass',
      'valid bearer.critical pass',
      'valid bearer.key pass',
      'valid bearer.signature pass',
      'valid bearer.typ pass',
      'valid bearer.issuer pass',
      'valid bearer.audience pass',
      'valid bearer.times pass',
      'valid bearer.revoked pass',
      'valid bearer.user pass',
      'fresh bearer.not-before pass',
      'fresh bearer.expiry pass',
    ])
  })
})

describe('what is refused with 400 invalid_request', () => {
  const post = (fields: string, body: string) =>
    `POST /r HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer mF_9.B5f-4.1JqM\n${fields}\n\n${body}`
  const form = 'Content-Type: application/x-www-form-urlencoded'
  const get = (target: string, more = '') =>
    `GET ${target} HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer mF_9.B5f-4.1JqM\n${more}\n`

  it.each([
    ['a token in the query too', get('/r?a=1&access_token=x&b'), ['mF_9.B5f-4.1JqM', 'access_token=x']],
    ['a name that is encoded', get('/r?access%5Ftoken=x#f'), ['mF_9.B5f-4.1JqM', 'access%5Ftoken=x#f']],
    ['a token in the body too', post(form, 'a=1&access_token=x'), ['mF_9.B5f-4.1JqM', 'access_token=x']],
    [
      'a form in other letters',
      post(`${form.toUpperCase()}; a=b`, 'access_token'),
      ['mF_9.B5f-4.1JqM', 'access_token'],
    ],
    ['two fields', get('/r', 'Authorization: Bearer x\n'), ['mF_9.B5f-4.1JqM', 'Bearer x']],
    ['a field for DPoP too', get('/r', 'Authorization: DPoP x\n'), ['mF_9.B5f-4.1JqM', 'DPoP x']],
  ])('has %s (RFC 6750 §2)', async (_, source, places) => {
    const { judged, failed, looked, last } = await judgeRequest(source)
    expect(judged).toMatchObject({ result: 'refused', status: 400, refusal: { kind: 'invalid_request' } })
    expect(failed).toBe('bearer.one-method')
    expect(looked).toEqual([`Bearer ${places[0]}`, places[1]])
    expect(last?.knew.count).toBe('2')
  })

  it.each([
    ['another parameter', get('/r?my_access_token=x&x=access_token=y')],
    ['another body', post('Content-Type: application/json', 'access_token=x')],
    ['a path that looks alike', get('/access_token=x&access_token=x')],
    ['another scheme', get('/r', 'Authorization: BearerX x\n')],
  ])('has not %s', async (_, source) => {
    expect((await judgeRequest(source)).result).toBe('granted')
  })

  it.each([
    ['nothing', 'Bearer'],
    ['quotes', 'Bearer "mF_9.B5f-4.1JqM"'],
    ['two tokens', 'Bearer mF_9.B5f-4.1JqM mF_9.B5f-4.1JqM'],
    ['a comma', 'Bearer mF_9.B5f-4.1JqM, realm="x"'],
    ['a list', 'Bearer mF_9.B5f-4.1JqM,'],
    ['a parameter', 'Bearer token="mF_9.B5f-4.1JqM"'],
    ['angle brackets', 'Bearer <token>'],
    ['a letter of another alphabet', 'Bearer tökèn'],
    ['padding in the middle', 'Bearer a=b'],
    ['a field value without a scheme', ', Bearer'],
  ])('has %s where a b64token belongs (RFC 6750 §2.1)', async (_, value) => {
    const { judged, failed } = await judge(value)
    expect(judged).toMatchObject({ result: 'refused', status: 400, refusal: { kind: 'invalid_request' } })
    expect(failed).toBe('bearer.syntax')
  })
})

describe('what is refused with 401 invalid_token', () => {
  const [h = '', c = '', s = ''] = mint({}).split('.')
  const b64 = (value: unknown) => base64url(octetsOf(JSON.stringify(value)))
  it.each([
    ['a token that the server did not store', 'mF_9.B5f-4.1JqN', 'bearer.known'],
    ['half a JWT', `${h}.${c}`, 'bearer.jwt-readable'],
    ['what means to be a JWT', 'eyJhbGc...another_token', 'bearer.jwt-readable'],
    ['a JWT with a claim twice', `${h}.${base64url(octetsOf('{"a":1,"a":2}'))}.${s}`, 'bearer.jwt-readable'],
    ['alg none', `${b64({ alg: 'none', typ: 'at+jwt' })}.${c}.`, 'bearer.algorithm'],
    ['alg NonE', `${b64({ alg: 'NonE', typ: 'at+jwt' })}.${c}.`, 'bearer.algorithm'],
    ['an algorithm without a key', `${b64({ alg: 'RS256', typ: 'at+jwt' })}.${c}.${s}`, 'bearer.algorithm'],
    ['an extension that is critical', signJwt({ typ: 'at+jwt', crit: ['exp'] }, claims, KEY), 'bearer.critical'],
    ['a key that nobody knows', mint({}, { ...KEY, kid: 'k2' }), 'bearer.key'],
    ['a signature by another key', mint({}, FOREIGN), 'bearer.signature'],
    ['no signature', `${h}.${c}.`, 'bearer.signature'],
    ['claims of another token', `${h}.${mint({ sub: 'eve' }).split('.')[1]}.${s}`, 'bearer.signature'],
    ['an ID token', signJwt({ typ: 'JWT' }, claims, KEY), 'bearer.typ'],
    ['no type', signJwt({}, claims, KEY), 'bearer.typ'],
    ['another issuer', mint({ iss: 'https://as.example.com/' }), 'bearer.issuer'],
    ['another audience', mint({ aud: 'https://mail.example.com' }), 'bearer.audience'],
    ['other audiences', mint({ aud: ['https://api.example.com/', 'x'] }), 'bearer.audience'],
    ['no audience', mint({ aud: undefined }), 'bearer.audience'],
    ['no end', mint({ exp: undefined }), 'bearer.times'],
    ['an end in words', mint({ exp: '2030-01-01' }), 'bearer.times'],
    ['an end that no clock shows', mint({ exp: 1e300 }), 'bearer.times'],
    ['a beginning in words', mint({ nbf: 'now' }), 'bearer.times'],
    ['a JWT that was taken back', mint({ jti: 'taken back' }), 'bearer.revoked'],
    ['a token that was taken back', 'taken-back', 'bearer.revoked'],
    ['a user whom nobody knows', mint({ sub: 'eve' }), 'bearer.user'],
    ['no user', mint({ sub: undefined }), 'bearer.user'],
    ['a stored token of a user who is gone', 'eve', 'bearer.user'],
    ['a JWT of tomorrow', mint({ nbf: SECOND + 1, exp: SECOND + 60 }), 'bearer.not-before'],
    ['a JWT whose end is now', mint({ exp: SECOND }), 'bearer.expiry'],
    ['the token of the documented example', 'eyJhbGc...expired_token', 'bearer.expiry'],
  ])('is %s', async (_, text, check) => {
    const { judged, failed } = await judge(`Bearer ${text}`)
    expect(judged).toMatchObject({ result: 'refused', status: 401, refusal: { kind: 'invalid_token' }, space })
    expect(failed).toBe(check)
    const { challenges } = bearer.challenge(space, at(NOON), 'refusal' in judged ? judged.refusal : undefined)
    // RFC 6750 §3: printable ASCII without quotation mark and backslash.
    expect(challenges).toHaveLength(1)
    expect(challenges[0]).toMatch(
      /^Bearer realm="example", error="invalid_token", error_description="[\x20-\x21\x23-\x5b\x5d-\x7e]+"$/,
    )
  })

  it('names what it knew', async () => {
    const knew = async (text: string) => (await judge(`Bearer ${text}`)).last?.knew
    expect(await knew(mint({ exp: SECOND }))).toEqual({
      now: '2026-01-01T12:00:00.000Z',
      expires: '2026-01-01T12:00:00.000Z',
    })
    expect(await knew(mint({ nbf: SECOND + 1 }))).toMatchObject({ notBefore: '2026-01-01T12:00:01.000Z' })
    expect(await knew(`${b64({ alg: 'none' })}.${c}.`)).toMatchObject({ alg: 'none', accepted: 'HS256, EdDSA' })
    expect(await knew(mint({ aud: ['a', 'b'] }))).toEqual({ got: '["a","b"]', wants: 'https://api.example.com' })
    expect(await knew(mint({ nbf: 'now' }))).toEqual({ claim: 'nbf', got: 'now' })
    expect(await knew(`${h}.${b64([])}.${s}`)).toEqual({ part: 'claims', wants: 'JSON {…}' })
    expect(await knew(`${h}.${c}`)).toEqual({ part: 'JWT', wants: 'header.claims.signature' })
  })

  it('looks at the part that is wrong', async () => {
    const looked = async (text: string) => (await judge(`Bearer ${text}`)).looked
    expect(await looked(`${h}.${b64([])}.${s}`)).toEqual([b64([])])
    expect(await looked(`${b64({ alg: 'none' })}.${c}.`)).toEqual([b64({ alg: 'none' })])
    expect(await looked(`${h}.${c}.AAAA`)).toEqual([h, c, 'AAAA'])
    expect(await looked('abc')).toEqual(['abc'])
  })

  it('shows the arithmetic of the signature, and keeps the key secret', async () => {
    const { last, judged } = await judge(`Bearer ${h}.${c}.AAAA`)
    expect(last?.workings.map(({ apply }) => apply)).toEqual(['ASCII', 'HMAC-SHA-256', 'base64url'])
    expect(last?.workings.at(-1)?.output).toBe(s)
    const pieces = judged.steps.flatMap(({ workings }) => workings.flatMap(({ input }) => input))
    expect(pieces.filter(({ text }) => text === KEY.k)).toEqual([{ text: KEY.k, secret: true }])
  })

  it('is a JWT with any bit of its claims or signature changed', async () => {
    const text = mint({})
    const first = text.indexOf('.') + 1
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: first, max: text.length - 1 }), fc.nat(5), async (place, bit) => {
        fc.pre(text[place] !== '.')
        const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
        const other = alphabet[alphabet.indexOf(text[place] ?? '') ^ (1 << bit)]
        const { judged } = await judge(`Bearer ${text.slice(0, place)}${other}${text.slice(place + 1)}`)
        expect(judged).toMatchObject({ result: 'refused', status: 401 })
      }),
      { numRuns: 500 },
    )
  })

  it('never makes the server fall over', async () => {
    const anything = fc.dictionary(
      fc.constantFrom('iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'scope'),
      fc.jsonValue(),
    )
    const header = fc.dictionary(fc.constantFrom('typ', 'crit', 'x'), fc.jsonValue())
    await fc.assert(
      fc.asyncProperty(header, anything, async (header, more) => {
        const text = signJwt(
          { typ: 'at+jwt', ...JSON.parse(JSON.stringify(header)) },
          { ...claims, ...JSON.parse(JSON.stringify(more)) },
          KEY,
        )
        const { judged, request } = await judge(`Bearer ${text}`)
        expect(['granted', 'refused']).toContain(judged.result)
        const credentials = parseCredentials(request.fields[1]?.value ?? token('', 0, 0)).value
        expect(credentials && bearer.anatomy(credentials, 'credentials')).toHaveLength(4)
      }),
    )
  })
})

/** In `holder.test.ts`. */
const SAID_ELSEWHERE = /\.(unbound|certificate|acr|auth-time)$/

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(unsaid().filter((key) => !SAID_ELSEWHERE.test(key))).toEqual([])
  })
})
