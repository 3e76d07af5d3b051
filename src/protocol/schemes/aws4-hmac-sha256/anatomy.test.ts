import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { fieldsNamed } from '../../http/field.ts'
import { token } from '../../text/span.ts'
import en from './en.ts'
import aws4 from './scheme.ts'
import { env, GET, NOW, signed, spaceFor, temporary } from './testing/desk.ts'

describe('anatomy', () => {
  const parts = (value: string) => {
    const element = parseCredentials(token(value, 0, value.length)).value
    return (element ? aws4.anatomy(element, 'credentials') : []).map(({ role, span, decoded }) => ({
      said: `${role} ${value.slice(span.start, span.end)}`,
      decoded: (decoded ?? []).map(({ name, text }) => `${name} ${text}`),
    }))
  }

  it('of credentials that are no valid ones has exact places', () => {
    expect(
      parts('AWS4-HMAC-SHA256 Credential=A/20260303/eu/s3/aws4_request,SignedHeaders=host;x-amz-date, Signature=5f'),
    ).toEqual([
      { said: 'scheme AWS4-HMAC-SHA256', decoded: [] },
      {
        said: 'param.Credential Credential=A/20260303/eu/s3/aws4_request',
        decoded: ['key A', 'day 20260303', 'region eu', 'service s3'],
      },
      { said: 'param.SignedHeaders SignedHeaders=host;x-amz-date', decoded: [] },
      { said: 'param.Signature Signature=5f', decoded: [] },
    ])
    expect(parts('AWS4-HMAC-SHA256').map(({ said }) => said)).toEqual(['scheme AWS4-HMAC-SHA256'])
    expect(
      parts('AWS4-HMAC-SHA256 Credential=A, hint=b')
        .map(({ said }) => said)
        .slice(1),
    ).toEqual(['param.Credential Credential=A', 'param.hint hint=b'])
  })

  it('of its fields tells what they hold', async () => {
    const request = await signed(GET, temporary)
    const roles = (aws4.fields ?? []).map((name) =>
      fieldsNamed(request, name).flatMap((field) => aws4.anatomy(field, 'credentials')),
    )
    expect(roles).toMatchObject([
      [{ role: 'amz-date', decoded: [{ name: 'signed', text: '2026-03-03T09:30:00.000Z', instant: NOW }] }],
      [{ role: 'content-sha256' }],
      [{ role: 'security-token' }],
    ])
    const words: readonly string[] = Object.keys(en)
    for (const { role } of roles.flat()) expect(words).toContain(role)
    const [host] = fieldsNamed(request, 'Host')
    expect(host && aws4.anatomy(host, 'credentials')).toEqual([])
  })

  it('exposes key and signature', async () => {
    const request = await signed()
    const [field] = fieldsNamed(request, 'Authorization')
    const shown = field && { field, credentials: parseCredentials(field.value).value }
    expect(shown && aws4.exposes(shown)).toEqual(['AKIDADA', expect.stringMatching(/^[0-9a-f]{64}$/)])
  })

  it('has nothing to open with', () => {
    expect(aws4.challenge(spaceFor(), env).challenges).toEqual([])
  })
})
