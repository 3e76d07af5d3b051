import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { parseRequest } from '../../http/parse.ts'
import dpop from './scheme.ts'
import { answered, challengeOf, envOf, GET, spaceOf } from './testing/play.ts'

describe('the challenge', () => {
  it.each([
    ['at first', undefined, 'DPoP realm="example", scope="read", algs="ES256"'],
    [
      'after a bad proof',
      { kind: 'invalid_dpop_proof', description: 'No' },
      'DPoP realm="example", error="invalid_dpop_proof", error_description="No", scope="read", algs="ES256"',
    ],
    [
      'after a request in two ways',
      { kind: 'invalid_request', description: 'No' },
      'DPoP realm="example", error="invalid_request", error_description="No", algs="ES256"',
    ],
    [
      'for want of a scope',
      { kind: 'forbidden', scope: 'admin' },
      'DPoP realm="example", error="insufficient_scope", scope="admin", algs="ES256"',
    ],
    ['for want of a role', { kind: 'forbidden' }, 'DPoP realm="example", error="insufficient_scope", algs="ES256"'],
  ])('%s', (_, refusal, wanted) => {
    const opened = dpop.challenge(spaceOf({ scope: 'read' }), envOf(), refusal)
    expect(opened.challenges).toEqual([wanted])
    expect(opened.fields).toBeUndefined()
  })

  it.each([
    ['DPoP', true],
    ['DPoP algs="ES256 PS256"', true],
    ['DPoP algs=ES256', true],
    ['DPoP algs="PS256 EdDSA"', false],
    ['DPoP algs="XES256"', false],
  ])('%s: usable is %s', (text, usable) => expect(dpop.usable(challengeOf(text))).toBe(usable))
})

describe('the anatomy', () => {
  it('opens token and proof in a request', async () => {
    const { source, fields } = await answered()
    const parts = fields.slice(1).flatMap((field) => {
      const credentials = field.name.text === 'Authorization' ? parseCredentials(field.value).value : undefined
      return dpop.anatomy(credentials ?? field, 'credentials')
    })
    expect(parts.map(({ role }) => role)).toEqual([
      ...['scheme', 'jwt.header', 'jwt.claims', 'jwt.signature'],
      ...['proof.header', 'proof.claims', 'proof.signature'],
    ])
    const claims = parts.find(({ role }) => role === 'proof.claims')
    expect(claims?.decoded?.map(({ name }) => name)).toEqual(['jti', 'htm', 'htu', 'iat', 'ath'])
    for (const { span } of parts) expect(source.slice(span.start, span.end)).toMatch(/^[\w-]+$/)
  })

  it.each([
    ['DPoP: nonsense', [['proof', 'nonsense']]],
    ['DPoP:', []],
    ['DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v', [['nonce', 'eyJ7S_zG.eyJH0-Z.HX4w-7v']]],
  ])('names the parts of %s', (line, wanted) => {
    const source = `GET / HTTP/1.1\n${line}\n\n`
    const [field] = parseRequest(source).fields
    const parts = field ? dpop.anatomy(field, 'credentials') : []
    expect(parts.map(({ role, span }) => [role, source.slice(span.start, span.end)])).toEqual(wanted)
  })

  it('names the parts of a challenge', () => {
    const parts = dpop.anatomy(challengeOf('DPoP error="use_dpop_nonce", ALGS=ES256, x=y'), 'challenge')
    expect(parts.map(({ role }) => role)).toEqual(['scheme', 'param.error', 'param.algs', 'param.x'])
  })
})

it.each([
  ['DPoP abc', ['abc']],
  ['DPoP "abc"', ['"abc"']],
  ['DPoP', []],
])('%s exposes %j', (text, wanted) => {
  const [field] = parseRequest(GET.replace('\n\n', `\nAuthorization: ${text}\n\n`)).fields.slice(-1)
  const credentials = field && parseCredentials(field.value).value
  expect(field && dpop.exposes({ field, credentials })).toEqual(wanted)
})
