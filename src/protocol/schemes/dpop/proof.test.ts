import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../../auth/cases/credentials.json'
import { envAt } from '../../auth/testing/env.ts'
import { parseRequest } from '../../http/parse.ts'
import { signJwt } from '../../jose/sign.ts'
import { publicKeyOf } from '../../keys/p256.ts'
import { base64url, octetsOf } from '../../text/octets.ts'
import { makeProof } from './make-proof.ts'
import { checkProof, type ProofOptions, type ProofResult, verifyProof } from './proof.ts'
import { asked, b64, env, type Forgery, forge, NOON, OURS, options, SECOND, THEIRS, whole } from './testing/forge.ts'

const JKT = '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I'
const verify = (text: string, more: Partial<ProofOptions> = {}, now = NOON) =>
  verifyProof(whole(text), asked, envAt(now), { ...options, ...more })
const failed = ({ steps }: ProofResult) => steps.find(({ result }) => result === 'fail')?.check
const kind = (result: ProofResult) => ('refusal' in result ? result.refusal.kind : 'verified')

describe('the proofs of RFC 9449', () => {
  const proofs = cases.flatMap(({ scheme, id, inputs, expect: wanted }) =>
    scheme === 'DPoP' && 'payload' in wanted && typeof inputs.proof === 'string'
      ? [{ id, proof: inputs.proof, token: inputs.accessToken, wanted: JSON.parse(JSON.stringify(wanted)) }]
      : [],
  )
  it('are three', () => expect(proofs).toHaveLength(3))

  it.each(proofs)('$id is right, and its key has the printed thumbprint', ({ proof, token, wanted }) => {
    const { payload, jkt } = wanted
    const about = { method: payload.htm, url: `${payload.htu}?query#fragment` }
    const result = verifyProof(whole(proof), about, envAt(payload.iat * 1000), { ...options, token })
    expect(result).toMatchObject({ result: 'verified', jkt, jti: payload.jti, issued: payload.iat * 1000 })
    expect(jkt).toBe(JKT)
    const workings = result.steps.flatMap((step) => step.workings)
    if (wanted.ath) expect(workings.find(({ name }) => name === 'ath')?.output).toBe(wanted.ath)
  })

  it('are good for nothing else', () => {
    const [{ proof = '', wanted } = {}] = proofs
    const at = envAt(wanted.payload.iat * 1000)
    const other = { method: 'POST', url: 'https://server.example.com/token/' }
    expect(failed(verifyProof(whole(proof), other, at, options))).toBe('dpop.htu')
  })
})

describe('a proof', () => {
  it('is verified, with every question in the order of the gates', () => {
    const result = verify(forge({ claims: { ath: 'yUK_TTsNn_Rf6RDdDJ8mpRpLtbeEczMhhGyXDOz8ykg' } }), {
      token: 'no such token',
      nonces: [],
    })
    expect(result.steps.map(({ gate, check, result: how }) => `${gate} ${check} ${how}`)).toEqual([
      'valid dpop.proof-readable pass',
      'valid dpop.proof-typ pass',
      'valid dpop.proof-alg pass',
      'valid dpop.proof-critical pass',
      'valid dpop.proof-public pass',
      'valid dpop.proof-key pass',
      'valid dpop.proof-signature pass',
      'valid dpop.proof-claims pass',
      'valid dpop.htm pass',
      'valid dpop.htu pass',
      'valid dpop.ath fail',
    ])
    const right = verify(forge(), { jkt: thumbprintOf(OURS) })
    expect(right.steps.slice(10).map(({ gate, check, result: how }) => `${gate} ${check} ${how}`)).toEqual([
      'valid dpop.binding pass',
      'fresh dpop.nonce moot',
      'fresh dpop.iat pass',
      'fresh dpop.jti pass',
    ])
    expect(right).toMatchObject({ result: 'verified', jti: 'one', issued: NOON, key: publicKeyOf(OURS) })
  })

  const jwk = publicKeyOf(OURS)
  it.each<[string, Forgery, string]>([
    ['another type (RFC 9449 §11.5)', { header: { typ: 'JWT' } }, 'proof-typ'],
    ['the type in other letters', { header: { typ: 'DPoP+JWT' } }, 'proof-typ'],
    ['no type', { header: { typ: undefined } }, 'proof-typ'],
    ['the algorithm none', { header: { alg: 'none' } }, 'proof-alg'],
    ['a symmetric algorithm', { header: { alg: 'HS256' } }, 'proof-alg'],
    ['an algorithm that we can’t verify', { header: { alg: 'PS256' } }, 'proof-alg'],
    ['an algorithm that is no text', { header: { alg: ['ES256'] } }, 'proof-alg'],
    ['no algorithm', { header: { alg: undefined } }, 'proof-alg'],
    ['a critical extension', { header: { crit: ['b64'], b64: false } }, 'proof-critical'],
    ['the private key in the header', { header: { jwk: { ...jwk, d: OURS } } }, 'proof-public'],
    ['a private RSA key', { header: { jwk: { kty: 'RSA', n: 'AQ', e: 'AQAB', p: 'AQ' } } }, 'proof-public'],
    ['a symmetric key', { header: { jwk: { kty: 'oct', k: 'AQ' } } }, 'proof-public'],
    ['no key', { header: { jwk: undefined } }, 'proof-key'],
    ['a key that is text', { header: { jwk: 'key' } }, 'proof-key'],
    ['a list of keys', { header: { jwk: [jwk] } }, 'proof-key'],
    ['a key on another curve', { header: { jwk: { ...jwk, crv: 'P-384' } } }, 'proof-key'],
    ['a coordinate too short', { header: { jwk: { ...jwk, x: 'AQ' } } }, 'proof-key'],
    ['a coordinate with padding', { header: { jwk: { ...jwk, x: `${jwk.x}=` } } }, 'proof-key'],
    ['half a key', { header: { jwk: { ...jwk, y: undefined } } }, 'proof-key'],
    ['a key that is no point of the curve', { header: { jwk: { ...jwk, x: jwk.y } } }, 'proof-signature'],
    ['somebody else’s key', { header: { jwk: publicKeyOf(THEIRS) } }, 'proof-signature'],
    ['no ID', { claims: { jti: undefined } }, 'proof-claims'],
    ['an empty ID', { claims: { jti: '' } }, 'proof-claims'],
    ['an ID to fill the memory with (RFC 9449 §11.1)', { claims: { jti: 'x'.repeat(201) } }, 'proof-claims'],
    ['no method', { claims: { htm: undefined } }, 'proof-claims'],
    ['no URI', { claims: { htu: null } }, 'proof-claims'],
    ['no time', { claims: { iat: undefined } }, 'proof-claims'],
    ['a time in words', { claims: { iat: '2026-01-01' } }, 'proof-claims'],
    ['a time that no clock shows', { claims: { iat: 1e300 } }, 'proof-claims'],
    ['another method', { claims: { htm: 'POST' } }, 'htm'],
    ['the method in other letters', { claims: { htm: 'get' } }, 'htm'],
    ['another path', { claims: { htu: 'https://api.example.com/r/' } }, 'htu'],
    ['another host', { claims: { htu: 'https://evil.example/r' } }, 'htu'],
    ['another scheme', { claims: { htu: 'http://api.example.com/r' } }, 'htu'],
    ['a path alone', { claims: { htu: '/r' } }, 'htu'],
    ['a URI that is none', { claims: { htu: 'https://[/r' } }, 'htu'],
    ['too old a time', { claims: { iat: SECOND - 61 } }, 'iat'],
    ['a time to come', { claims: { iat: SECOND + 61 } }, 'iat'],
    ['milliseconds for seconds', { claims: { iat: NOON } }, 'iat'],
  ])('is refused when it has %s', (_, forgery, check) => {
    const result = verify(forge(forgery))
    expect(failed(result)).toBe(`dpop.${check}`)
    expect(result.steps.at(-1)?.check).toBe(`dpop.${check}`)
    expect(kind(result)).toBe('invalid_dpop_proof')
  })

  it.each([
    ['nothing', '', 'proof-readable'],
    ['two parts', 'e30.e30', 'proof-readable'],
    ['two proofs', `${forge()}, ${forge()}`, 'proof-readable'],
    ['a claim twice', `${b64({})}.${base64url(octetsOf('{"a":1,"a":1}'))}.AA`, 'proof-readable'],
    ['a MAC with the public key', macced(), 'proof-alg'],
    ['no signature', forge().replace(/[^.]*$/, ''), 'proof-signature'],
    ['half a signature', forge().slice(0, -46), 'proof-signature'],
  ])('is refused when it is %s', (_, text, check) => {
    expect(failed(verify(text))).toBe(`dpop.${check}`)
  })

  it('is refused for another access token, and without a word about one', () => {
    const made = makeProof({ method: 'GET', url: asked.url, d: OURS, token: 'mine' }, env)
    expect(kind(verify(made.proof, { token: 'mine' }))).toBe('verified')
    expect(failed(verify(made.proof, { token: 'yours' }))).toBe('dpop.ath')
    expect(failed(verify(forge(), { token: 'mine' }))).toBe('dpop.proof-claims')
    expect(kind(verify(made.proof))).toBe('verified')
  })

  it('is refused, as a token is, when another key signed than the one that is bound (RFC 9449 §6.1)', () => {
    const result = verify(forge({ d: THEIRS }), { jkt: thumbprintOf(OURS) })
    expect([failed(result), kind(result)]).toEqual(['dpop.binding', 'invalid_token'])
    expect(result.steps.at(-1)?.knew).toEqual({ wants: thumbprintOf(OURS), got: thumbprintOf(THEIRS) })
    expect(failed(verify(forge(), { jkt: '' }))).toBe('dpop.binding')
  })

  it.each([
    ['no nonce', undefined, ['n1'], 'use_dpop_nonce'],
    ['an old nonce', 'n0', ['n1', 'n2'], 'use_dpop_nonce'],
    ['a nonce that is no text', 1, ['1'], 'use_dpop_nonce'],
    ['a nonce, where all are used up', 'n1', [], 'use_dpop_nonce'],
    ['a recent nonce', 'n1', ['n1', 'n2'], 'verified'],
    ['a nonce that nobody asked for', 'n1', undefined, 'verified'],
  ])('with %s is answered with %s', (_, nonce, nonces, wanted) => {
    const result = verify(forge({ claims: { nonce } }), { nonces })
    expect(kind(result)).toBe(wanted)
    expect(failed(result)).toBe(wanted === 'verified' ? undefined : 'dpop.nonce')
  })

  it('is taken once', () => {
    expect(failed(verify(forge(), { seen: ['two', 'one'] }))).toBe('dpop.jti')
  })

  it('is taken a minute before and after, and no second more', () => {
    for (const second of [-60, 0, 60]) expect(kind(verify(forge(), {}, NOON + second * 1000))).toBe('verified')
    for (const off of [-60_001, 60_001]) expect(failed(verify(forge(), {}, NOON + off))).toBe('dpop.iat')
  })

  it('is refused when one bit of it is another', () => {
    const text = forge()
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const property = fc.property(fc.nat(text.length - 1), fc.nat(5), (place, bit) => {
      fc.pre(text[place] !== '.')
      const other = alphabet[alphabet.indexOf(text[place] ?? '') ^ (1 << bit)]
      expect(kind(verify(text.slice(0, place) + other + text.slice(place + 1)))).toBe('invalid_dpop_proof')
    })
    fc.assert(property, { numRuns: 20 })
  })

  it('never makes the server fall over, whatever it holds', () => {
    const member = fc.constantFrom('typ', 'alg', 'jwk', 'crit', 'kid', 'jti', 'htm', 'htu', 'iat', 'nonce', 'ath')
    const object = fc.dictionary(member, fc.jsonValue())
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(object, object).map(([header, claims]) => `${b64(header)}.${b64(claims)}.AA`),
      fc.record({ jwk: fc.jsonValue() }).map((header) => forge({ header })),
      object.map((claims) => forge({ claims })),
    )
    const property = fc.property(text, fc.webUrl(), (proof, url) => {
      const result = verifyProof(whole(proof), { method: 'GET', url }, env, { ...options, token: 'x', nonces: ['y'] })
      expect(result.result).toBe('refused')
    })
    fc.assert(property, { numRuns: 40 })
  })

  it('is looked at where it stands, and so are method and target', () => {
    const source = `POST /r HTTP/1.1\nHost: api.example.com\nDPoP: ${forge()}\n\n`
    const looked = ({ steps }: ProofResult) =>
      steps.at(-1)?.saw.map(({ start, end }) => source.slice(start, end).replace(/^.*\./, '')) ?? []
    const [, claims = ''] = forge().split('.')
    expect(looked(checkProof(parseRequest(source), env, options))).toEqual([claims, 'POST'])
    const elsewhere = parseRequest(source.replace('POST /r', 'GET /s'))
    expect(failed(checkProof(elsewhere, env, options))).toBe('dpop.htu')
  })
})

describe('a request', () => {
  const request = (...proofs: readonly string[]) =>
    parseRequest(`GET /r HTTP/1.1\nHost: api.example.com\n${proofs.map((proof) => `dpop: ${proof}\n`).join('')}\n`)

  it.each([
    ['no proof', request(), '0'],
    ['two proofs (RFC 9449 §4.3)', request(forge(), forge()), '2'],
  ])('with %s is refused', (_, source, count) => {
    const result = checkProof(source, env, options)
    expect([failed(result), kind(result)]).toEqual(['dpop.proof-sent', 'invalid_dpop_proof'])
    expect(result.steps.at(-1)).toMatchObject({ gate: 'form', knew: { count } })
  })

  it('with one is not', () => {
    expect(kind(checkProof(request(forge()), env, options))).toBe('verified')
  })
})

const thumbprintOf = (d: string) => makeProof({ method: 'GET', url: '', d }, env).jkt

/** The trick of taking a public key for a shared one (RFC 8725 §2.1). */
function macced(): string {
  const jwk = publicKeyOf(OURS)
  return signJwt({ typ: 'dpop+jwt', jwk: { ...jwk } }, { jti: 'one' }, { kid: 'x', alg: 'HS256', k: jwk.x })
}
