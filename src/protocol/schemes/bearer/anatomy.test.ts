import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { parseRequest } from '../../http/parse.ts'
import { signJwt } from '../../jose/sign.ts'
import { token } from '../../text/span.ts'
import bearer, { type BearerSettings } from './scheme.ts'
import { at, KEY, NOON, settings, space } from './testing/space.ts'

describe('challenge', () => {
  const challenge = (more: Partial<BearerSettings>, refusal?: { kind: string; [fact: string]: string }) =>
    bearer.challenge({ ...space, settings: { ...settings, ...more } }, at(NOON), refusal).challenges
  const described = { kind: 'invalid_token', description: 'The access token expired' }

  it.each([
    ['says nothing of errors at first', {}, undefined, ['Bearer realm="example"']],
    ['announces the scope', { scope: 'read write' }, undefined, ['Bearer realm="example", scope="read write"']],
    [
      'announces where tokens come from (RFC 9728 §5.1)',
      { metadata: 'https://api.example.com/.well-known/oauth-protected-resource' },
      undefined,
      ['Bearer realm="example", resource_metadata="https://api.example.com/.well-known/oauth-protected-resource"'],
    ],
    [
      'says what is wrong with a token (RFC 6750 §3)',
      {},
      described,
      ['Bearer realm="example", error="invalid_token", error_description="The access token expired"'],
    ],
    [
      'says what to ask for instead',
      { scope: 'read' },
      described,
      ['Bearer realm="example", error="invalid_token", error_description="The access token expired", scope="read"'],
    ],
    [
      'says what is wrong with a request',
      { scope: 'read' },
      { kind: 'invalid_request', description: 'No' },
      ['Bearer realm="example", error="invalid_request", error_description="No"'],
    ],
    [
      'says which scope is missing, not which is usual',
      { scope: 'read' },
      { kind: 'forbidden', scope: 'files:write' },
      ['Bearer realm="example", error="insufficient_scope", scope="files:write"'],
    ],
    [
      'speaks of privileges, not of a scope, where a role is missing',
      { scope: 'read' },
      { kind: 'forbidden' },
      ['Bearer realm="example", error="insufficient_scope"'],
    ],
  ])('%s', (_, more, refusal, wanted) => {
    expect(challenge(more, refusal)).toEqual(wanted)
  })
})

describe('anatomy', () => {
  const partsOf = (value: string) => {
    const credentials = parseCredentials(token(value, 0, value.length)).value
    const parts = credentials ? bearer.anatomy(credentials, 'credentials') : []
    return parts.map(({ role, span, decoded }) => ({ role, text: value.slice(span.start, span.end), decoded }))
  }

  it('opens a JWT', () => {
    const text = signJwt(
      { typ: 'at+jwt', jku: 'x' },
      { exp: 2, nbf: '1', aud: ['a'], sub: 1, mood: { good: true } },
      KEY,
    )
    const [header, body, signature] = text.split('.')
    expect(partsOf(`Bearer ${text}`)).toEqual([
      { role: 'scheme', text: 'Bearer', decoded: undefined },
      {
        role: 'jwt.header',
        text: header,
        decoded: [
          { name: 'typ', text: 'at+jwt', cite: 'RFC 9068 §2.1' },
          { name: 'parameter', text: 'jku: x' },
          { name: 'alg', text: 'HS256', cite: 'RFC 7515 §4.1.1' },
          { name: 'kid', text: 'k1', cite: 'RFC 7515 §4.1.4' },
        ],
      },
      {
        role: 'jwt.claims',
        text: body,
        decoded: [
          { name: 'exp', text: '2', cite: 'RFC 7519 §4.1.4', instant: 2000 },
          { name: 'nbf', text: '1', cite: 'RFC 7519 §4.1.5' },
          { name: 'aud', text: '["a"]', cite: 'RFC 7519 §4.1.3' },
          { name: 'sub', text: '1', cite: 'RFC 7519 §4.1.2' },
          { name: 'claim', text: 'mood: {"good":true}' },
        ],
      },
      { role: 'jwt.signature', text: signature, decoded: undefined },
    ])
  })

  it.each([
    ['Bearer mF_9.B5f-4.1JqM', ['scheme Bearer', 'token68 mF_9.B5f-4.1JqM']],
    ['Bearer eyJhbGc...expired_token', ['scheme Bearer', 'token68 eyJhbGc...expired_token']],
    ['Bearer e30.e30.', ['scheme Bearer', 'jwt.header e30', 'jwt.claims e30']],
    ['Bearer e30.?.AA', ['scheme Bearer', 'jwt.header e30', 'jwt.claims ?', 'jwt.signature AA']],
    ['Bearer realm="x", Service=y', ['scheme Bearer', 'param.realm realm="x"', 'param.service Service=y']],
    ['Bearer', ['scheme Bearer']],
  ])('of %s', (value, wanted) => {
    expect(partsOf(value).map(({ role, text }) => `${role} ${text}`)).toEqual(wanted)
  })
})

describe('exposes', () => {
  it.each([
    ['Bearer mF_9.B5f-4.1JqM', ['mF_9.B5f-4.1JqM']],
    ['Bearer "a" b', ['"a" b']],
    ['Bearer token="x"', ['token="x"']],
    ['Bearer', []],
  ])('of %s gives away %j', (value, secrets) => {
    const [field] = parseRequest(`GET / HTTP/1.1\nAuthorization: ${value}\n\n`).fields
    if (!field) throw new Error('No field')
    expect(bearer.exposes({ field, credentials: parseCredentials(field.value).value })).toEqual(secrets)
  })
})
