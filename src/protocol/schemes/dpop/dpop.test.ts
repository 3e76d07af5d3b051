import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pair } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest, parseResponse } from '../../http/parse.ts'
import { signJwt } from '../../jose/sign.ts'
import { publicKeyOf } from '../../keys/p256.ts'
import { base64url, octetsOf } from '../../text/octets.ts'
import dpop from './scheme.ts'
import type { DpopSpace } from './space.ts'
import { type Forgery, forge, OURS, SECOND, THEIRS } from './testing/forge.ts'
import {
  ada,
  answered,
  envOf,
  exchange,
  FOREIGN,
  JKT,
  judge,
  KEY,
  mint,
  OPAQUE,
  secretOf,
  spaceOf,
  unsaid,
} from './testing/play.ts'

describe('what is granted', () => {
  it('is the user and the scope of a token, with every question in the order of the gates', async () => {
    const { judged } = await judge(await answered(secretOf(mint({ nbf: SECOND }))))
    expect(judged).toMatchObject({ result: 'granted', user: ada, scope: ['read'] })
    expect(judged.steps.map(({ gate, check, result }) => `${gate} ${check.slice(5)} ${result}`)).toEqual([
      ...['one-method', 'syntax', 'proof-sent'].map((check) => `form ${check} pass`),
      'valid known moot',
      ...['jwt-readable', 'algorithm', 'critical', 'key', 'signature', 'typ', 'issuer', 'audience', 'times'].map(
        (check) => `valid ${check} pass`,
      ),
      ...['revoked', 'user', 'bound'].map((check) => `valid ${check} pass`),
      ...['readable', 'typ', 'alg', 'critical', 'public', 'key', 'signature', 'claims'].map(
        (check) => `valid proof-${check} pass`,
      ),
      ...['htm', 'htu', 'ath', 'binding'].map((check) => `valid ${check} pass`),
      ...['not-before pass', 'expiry pass', 'nonce moot', 'iat pass', 'jti pass'].map((check) => `fresh ${check}`),
    ])
  })

  it('may be a token that the server stored', async () => {
    expect((await judge(await answered(secretOf(OPAQUE)))).outcome).toBe('granted')
  })

  it('may be asked for with any method, and whatever the query says', async () => {
    const source = 'POST /r HTTP/1.1\nHost: api.example.com\n\nbody'
    const request = await answered(secretOf(), envOf(), [], source)
    const replaced = parseRequest(request.source.replace('POST /r', 'POST /r?b=2'))
    expect((await judge(replaced)).outcome).toBe('granted')
  })
})

describe('what is refused', () => {
  const [h = '', c = '', s = ''] = mint().split('.')
  const b64 = (value: unknown) => base64url(octetsOf(JSON.stringify(value)))

  it.each([
    ['a token that nobody stored', 'unknown', 'known'],
    ['half a JWT', `${h}.${c}`, 'jwt-readable'],
    ['alg none', `${b64({ alg: 'none', typ: 'at+jwt' })}.${c}.`, 'algorithm'],
    ['a critical extension', signJwt({ typ: 'at+jwt', crit: ['exp'] }, {}, KEY), 'critical'],
    ['a key that nobody knows', mint({}, { ...KEY, kid: 'k2' }), 'key'],
    ['a signature by another key', mint({}, FOREIGN), 'signature'],
    ['claims of another token', `${h}.${mint({ sub: 'eve' }).split('.')[1]}.${s}`, 'signature'],
    ['an ID token', signJwt({ typ: 'JWT' }, {}, KEY), 'typ'],
    ['another issuer', mint({ iss: 'https://evil.example' }), 'issuer'],
    ['another audience', mint({ aud: 'https://mail.example.com' }), 'audience'],
    ['no end', mint({ exp: undefined }), 'times'],
    ['one that was taken back', 'taken-back', 'revoked'],
    ['one for nobody', mint({ sub: 'eve' }), 'user'],
    ['one that is bound to nothing', mint({ cnf: undefined }), 'bound'],
    ['one that is bound to a certificate', mint({ cnf: { 'x5t#S256': 'x' } }), 'bound'],
    ['a stored one that is bound to nothing', 'loose', 'bound'],
    ['one whose binding is no text', mint({ cnf: { jkt: 1 } }), 'binding'],
    ['one of tomorrow', mint({ nbf: SECOND + 1 }), 'not-before'],
    ['one whose end is now', mint({ exp: SECOND }), 'expiry'],
  ])('is, of tokens, %s', async (_, token, check) => {
    const { outcome, judged } = await judge(await answered(secretOf(token)))
    expect(outcome).toBe(`dpop.${check} 401 invalid_token`)
    expect(judged.steps.filter(({ result }) => result === 'fail')).toHaveLength(1)
  })

  it('is a stolen token with a proof by the thief’s own key', async () => {
    const { outcome, judged, last } = await judge(await answered(secretOf(mint(), THEIRS)))
    expect(outcome).toBe('dpop.binding 401 invalid_token')
    expect(last?.knew.wants).toBe(JKT)
    const refusal = judged.result === 'refused' ? judged.refusal : undefined
    // RFC 9449 §7.1, figure 16.
    expect(dpop.challenge(spaceOf(), envOf(), refusal).challenges).toEqual([
      'DPoP realm="example", error="invalid_token", error_description="Invalid DPoP key binding", algs="ES256"',
    ])
  })

  const shown = (...lines: readonly string[]) =>
    parseRequest(`GET /r HTTP/1.1\nHost: api.example.com\n${lines.map((line) => `${line}\n`).join('')}\n`)
  const token = mint()
  const ath = '…'
  it.each<[string, Forgery, string]>([
    ['is no proof by its type', { header: { typ: 'at+jwt' } }, 'proof-typ'],
    ['has a symmetric algorithm', { header: { alg: 'HS256' } }, 'proof-alg'],
    ['has a critical extension', { header: { crit: ['x'] } }, 'proof-critical'],
    ['has the private key', { header: { jwk: { kty: 'EC', d: OURS } } }, 'proof-public'],
    ['has no key', { header: { jwk: {} } }, 'proof-key'],
    ['is signed with another key than it names', { header: { jwk: publicKeyOf(OURS) }, d: THEIRS }, 'proof-signature'],
    ['says not enough', { claims: {} }, 'proof-claims'],
    ['is for another method', { claims: { ath, htm: 'POST' } }, 'htm'],
    ['is for another URI', { claims: { ath, htu: 'https://api.example.com/s' } }, 'htu'],
    ['is for another token', { claims: { ath } }, 'ath'],
  ])('is a proof that %s', async (_, forgery, check) => {
    const { outcome } = await judge(shown(`Authorization: DPoP ${token}`, `DPoP: ${forge(forgery)}`))
    expect(outcome).toBe(`dpop.${check} 401 invalid_dpop_proof`)
  })

  it.each([
    ['no proof', [], 'dpop.proof-sent 401 invalid_dpop_proof'],
    ['two proofs', [`DPoP: ${forge()}`, `DPoP: ${forge()}`], 'dpop.proof-sent 401 invalid_dpop_proof'],
    ['a proof that nobody can read', ['DPoP: proof'], 'dpop.proof-readable 401 invalid_dpop_proof'],
    ['a token as Bearer, too', [`Authorization: Bearer ${token}`], 'dpop.one-method 400 invalid_request'],
    ['another token', [`Authorization: DPoP ${token}`], 'dpop.one-method 400 invalid_request'],
  ])('is a request with %s', async (_, lines, wanted) => {
    expect((await judge(shown(`Authorization: DPoP ${token}`, ...lines))).outcome).toBe(wanted)
  })

  it.each(['DPoP', 'DPoP "x"', 'DPoP a b', 'DPoP token="x"', 'DPoP a, DPoP b', 'DPoP ö'])(
    'is what is not one token: %s',
    async (value) => {
      expect((await judge(shown(`Authorization: ${value}`))).outcome).toBe('dpop.syntax 400 invalid_request')
    },
  )

  it('is a proof with one bit of the signature changed', async () => {
    const { source } = await answered()
    const bent = source.replace(/(DPoP: .*\.)(.)/, (_, before, first) => before + (first === 'A' ? 'B' : 'A'))
    expect(bent).not.toBe(source)
    expect((await judge(parseRequest(bent))).outcome).toBe('dpop.proof-signature 401 invalid_dpop_proof')
  })

  it('never makes the server fall over', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'aA.=, "\té', h, c, s) })
    const property = fc.asyncProperty(text, text, async (credentials, proof) => {
      const request = shown(`Authorization: DPoP ${credentials}`, `DPoP: ${proof}`, `DPoP-Nonce: ${proof}`)
      expect((await judge(request)).judged.result).toBe('refused')
      for (const field of request.fields)
        for (const { span } of dpop.anatomy(field, 'credentials')) expect(span).toBeDefined()
    })
    await fc.assert(property, { numRuns: 60 })
  })
})

describe('time and memory', () => {
  const withNonces = spaceOf({ nonceLifetime: 100 })

  it('a proof is good once, and for a minute', async () => {
    const request = await answered(secretOf(mint({ exp: SECOND + 600 })))
    const first = await judge(request)
    expect(first.outcome).toBe('granted')
    expect((await judge(request, first.judged.space)).outcome).toBe('dpop.jti 401 invalid_dpop_proof')
    expect((await judge(request, first.judged.space, envOf(60))).outcome).toBe('dpop.jti 401 invalid_dpop_proof')
    expect((await judge(request, first.judged.space, envOf(61))).outcome).toBe('dpop.iat 401 invalid_dpop_proof')
  })

  it('a proof that was refused is not remembered, and old ones are forgotten', async () => {
    const secret = secretOf(mint({ exp: SECOND + 600 }))
    const refused = await judge(await answered(secretOf(mint({ exp: SECOND }))))
    expect(refused.judged.space.memory).toBeNull()
    let space: DpopSpace = spaceOf()
    for (const second of [0, 30, 61, 95]) {
      const env = envOf(second)
      space = (await judge(await answered(secret, env), space, env)).judged.space
    }
    expect(space.memory?.proofs).toHaveLength(2)
  })

  it('the dance with the nonce: a 401 that brings one, then a proof that holds it (RFC 9449 §9)', async () => {
    const env = envOf()
    const first = await exchange(await answered(), withNonces, env)
    expect(first.outcome).toBe('dpop.nonce 401 use_dpop_nonce')
    expect(fieldsNamed(first.pair.response, 'WWW-Authenticate').map(({ value }) => value.text)).toEqual([
      'DPoP realm="example", error="use_dpop_nonce", error_description="The DPoP proof needs the nonce of this server", algs="ES256"',
    ])
    const nonces = fieldsNamed(first.pair.response, 'DPoP-Nonce')
    expect(nonces.map(({ value }) => value.text)).toEqual([expect.stringMatching(/^[\w-]{24}$/)])
    expect(fieldsNamed(first.pair.response, 'Cache-Control').map(({ value }) => value.text)).toEqual(['no-store'])

    const second = await exchange(await answered(secretOf(), env, [first.pair]), first.space, env)
    expect(second.outcome).toBe('granted')
    expect(fieldsNamed(second.pair.response, 'DPoP-Nonce')).toEqual([])
    const third = await exchange(await answered(secretOf(), env, [first.pair, second.pair]), second.space, env)
    expect(third.outcome).toBe('granted')
  })

  it('a nonce is renewed past half of its life, and refused after its end', async () => {
    const secret = secretOf(mint({ exp: SECOND + 600 }))
    let { space, pair } = await exchange(await answered(secret), withNonces, envOf())
    const earlier: Pair[] = [pair]
    const seen: string[] = []
    for (const second of [50, 51, 101, 102, 203]) {
      const env = envOf(second)
      const next = await exchange(await answered(secret, env, earlier), space, env)
      const renewed = fieldsNamed(next.pair.response, 'DPoP-Nonce').length > 0 ? ', another nonce' : ''
      seen.push(`${second}: ${next.outcome}${renewed}`)
      earlier.push(next.pair)
      space = next.space
    }
    expect(seen).toEqual([
      '50: granted',
      '51: granted, another nonce',
      '101: granted',
      '102: granted, another nonce',
      '203: dpop.nonce 401 use_dpop_nonce, another nonce',
    ])
    expect(space.memory?.nonces).toHaveLength(1)
  })

  it('refusals in a row hand out the same nonce, so that nobody fills the memory', async () => {
    const env = envOf()
    const first = await exchange(await answered(), withNonces, env)
    const second = await exchange(await answered(), first.space, env)
    expect(second.space.memory).toEqual(first.space.memory)
  })

  it('a nonce of another host is not used', async () => {
    const pair: Pair = {
      request: parseRequest('GET / HTTP/1.1\nHost: auth.example.com\n\n'),
      response: parseResponse('HTTP/1.1 400 Bad Request\nDPoP-Nonce: theirs\n\n'),
    }
    const claims = (await answered(secretOf(), envOf(), [pair])).source.match(/DPoP: [^.]*\.([^.]*)/)?.[1] ?? ''
    expect(atob(claims)).not.toContain('nonce')
  })
})

it('there are words for every step, and for no other', () => {
  expect(unsaid()).toEqual([])
})
