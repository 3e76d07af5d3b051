import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMessage } from '../protocol/http/parse.ts'
import { anyText } from '../protocol/http/testing/near-message.ts'
import { lint } from './lint.ts'
import { masked, type SecretKind, secretsIn } from './mask.ts'
import { evidenceOf } from './testing/example.ts'

const HEADER = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0'
const JWT = `${HEADER}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`
const MASKED_JWT = `${HEADER}.xXxxxXxX0XXX-xX00X00xxxXXX0x0x_xX0xXXXXXxXw`

const get = (field: string) => `GET / HTTP/1.1\nHost: a.example\n${field}\n\n`
const form = (body: string) =>
  `POST /token HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\n${body}`
const json = (body: string) => `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${body}`

const mask = (source: string) => masked(source, secretsIn(parseMessage(source)))

describe('masked', () => {
  it.each<readonly [string, string, string]>([
    [
      'the password behind its user',
      get(`Authorization: Basic ${btoa('Aladdin:open sesame1')}`),
      get(`Authorization: Basic ${btoa('Aladdin:xxxx xxxxxx0')}`),
    ],
    [
      'a password that is not UTF-8',
      get(`Authorization: Basic ${btoa('a:\xe9b')}`),
      get(`Authorization: Basic ${btoa('a:\xe9x')}`),
    ],
    [
      'a password without padding',
      get(`Authorization: Basic ${btoa('ab:cd').replaceAll('=', '')}`),
      get(`Authorization: Basic ${btoa('ab:xx').replaceAll('=', '')}`),
    ],
    [
      'a key in the place of the user',
      get(`Authorization: Basic ${btoa('sk_test_4eC39HqLyjWD:')}`),
      get(`Authorization: Basic ${btoa('xx_xxxx_0xX00XxXxxXX:')}`),
    ],
    ['what should have been Base64', get('Authorization: Basic joe:secret'), get('Authorization: Basic xxx:xxxxxx')],
    ['an opaque token', get('Authorization: Bearer mF_9.B5f-4.1JqM'), get('Authorization: Bearer xX_0.X0x-0.0XxX')],
    [
      'a token of letters, which would look like a stand-in',
      get('Authorization: Bearer abcdefgh'),
      get('Authorization: Bearer yxxxxxxx'),
    ],
    ['the signature of a JWT alone', get(`Authorization: Bearer ${JWT}`), get(`Authorization: Bearer ${MASKED_JWT}`)],
    ['a proof of possession', get(`DPoP: ${JWT}`), get(`DPoP: ${MASKED_JWT}`)],
    [
      'what proves that the password is known',
      get(
        'Authorization: Digest username="Mufasa", realm="r", nonce="abc", uri="/", response="8ca523f5e9506fed4657c9700eebdbec", cnonce="f2/wE4q", qop=auth',
      ),
      get(
        'Authorization: Digest username="Mufasa", realm="r", nonce="abc", uri="/", response="0aa000a0a0000aaa0000a0000aaaaaaa", cnonce="x0/xX0x", qop=auth',
      ),
    ],
    [
      'a proof within Base64',
      get(`Authorization: SCRAM-SHA-256 sid=AAAA, data="${btoa('c=biws,r=abc,p=dHzb+A==')}"`),
      get(`Authorization: SCRAM-SHA-256 sid=AAAA, data="${btoa('c=biws,r=abc,p=xXxx+w==')}"`),
    ],
    ['what an unknown scheme shows', get('Authorization: Newauth abc123DEF'), get('Authorization: Newauth xxx000XXX')],
    ['what no grammar reads', get('Authorization: Foo abc def'), get('Authorization: Foo xxw xxx')],
    ['a key without a scheme', get('Authorization: 0123456789abcdef0123'), get('Authorization: 0000000000aaaaaa0000')],
    [
      'a signature of Amazon’s',
      get(
        'Authorization: AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=5fa00fa31553b73e',
      ),
      get(
        'Authorization: AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0aa00aa00000a00a',
      ),
    ],
    [
      'a signature of OAuth 1',
      get('Authorization: OAuth oauth_consumer_key="key", oauth_token="tok1", oauth_signature="wOJ%2FPY%3D"'),
      get('Authorization: OAuth oauth_consumer_key="key", oauth_token="xxx0", oauth_signature="xXX%2FXX%3D"'),
    ],
    ['a signature of a message', get('Signature: sig1=:dMT/A76e:'), get('Signature: sig1=:xXX/X00x:')],
    [
      'what kind of message it is stays',
      get('Authorization: NTLM TlRMTVNTUAADAAAAGAAYAHIAAAA='),
      get('Authorization: NTLM TlRMTVNTUAADAAAAXXXXXXXXXXw='),
    ],
    ['cookies by name', get('Cookie: sid=31d4; __Host-a="b1c"; c'), get('Cookie: sid=00x0; __Host-a="x0x"; x')],
    ['keys in fields of their own', get('X-API-Key: sk_live_51Habc'), get('X-API-Key: xx_xxxx_00Xxxx')],
    [
      'queries',
      'GET /a?access_token=abc123&x=y HTTP/1.1\nHost: a\n\n',
      'GET /a?access_token=xxx00x&x=y HTTP/1.1\nHost: a\n\n',
    ],
    ['userinfo', get('Referer: https://joe:secret1@a.example/'), get('Referer: https://joe:xxxxxx0@a.example/')],
    [
      'forms',
      form('grant_type=password&username=joe&password=p%2Fss%C3%A9d1+x&client_secret=abc!f'),
      form('grant_type=password&username=joe&password=x%2Fxx%78%78x0+x&client_secret=xxx!x'),
    ],
    [
      'JSON',
      json(
        `{"access_token":"2YotnFZF","expires_in":3600,"token_type":"Bearer","id_token":"${JWT}","refresh_token":"a\\"1\\u0041"}`,
      ),
      json(
        `{"access_token":"0XxxxXXX","expires_in":3600,"token_type":"Bearer","id_token":"${MASKED_JWT}","refresh_token":"x\\"0\\u0078"}`,
      ),
    ],
    [
      'cookies without their attributes',
      'HTTP/1.1 200 OK\nSet-Cookie: sid=ab12; Path=/; HttpOnly\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: sid=xx00; Path=/; HttpOnly\n\n',
    ],
    [
      'what code holds',
      json('const password = "hunter2"; h.Authorization = \'Basic am9lOmE=\''),
      json('const password = "xxxxxx0"; h.Authorization = \'Basic xx0xXxw=\''),
    ],
    [
      'the half of a password that another pattern left',
      form("a=1&password='abc def'"),
      form("a=1&password='xxx xxx'"),
    ],
  ])('hides %s', (_, source, expected) => {
    expect(mask(source)).toBe(expected)
  })

  it('reads as one secret what can be read as two', () => {
    const once = mask(get('Authorization: Basic &password=YWI6Y2Q='))
    expect(once).toContain('&password=XXX0X0w=')
    expect(secretsIn(parseMessage(once))).toEqual([])
  })

  it.each([
    get('Authorization: Bearer <token>'),
    get('Authorization: Bearer eyJhbGc...xyz'),
    get('Authorization: Bearer YOUR_ACCESS_TOKEN'),
    get(`Authorization: Bearer \${TOKEN}`),
    get('Authorization: Bearer xxxxxx'),
    get('Authorization: Negotiate'),
    get('Cookie: sid={{sid}}; a=***'),
    form('client_secret=$CLIENT_SECRET'),
    'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="MTIz", opaque="b"\n\n',
    json('{"error":"invalid_token","code":401}'),
  ])('leaves %j as it is', (source) => {
    expect(secretsIn(parseMessage(source))).toEqual([])
  })

  it('says what kind of secret each is', () => {
    const source = get(`Authorization: Basic ${btoa('a:b')}\nCookie: c=d\nX-API-Key: e1\nDPoP: ${JWT}`)
    const kinds: readonly SecretKind[] = secretsIn(parseMessage(source)).map(({ kind }) => kind)
    expect(kinds).toEqual(['password', 'cookie', 'key', 'signature'])
  })

  it('changes no finding', () => {
    const sources = [
      get(`Authorization: Basic ${btoa('a:b\tc')}`),
      get(`Authorization: Bearer ${JWT}x`),
      get('Authorization: Bearer a b'),
      get('Authorization: Digest username="a", realm="b", nonce="c", uri="/", response="8CA5"'),
    ]
    const findings = (source: string) => lint(evidenceOf(source)).map(({ rule, span }) => [rule, span])
    for (const source of sources) expect(findings(mask(source))).toEqual(findings(source))
  })

  it('keeps the length of any text, and masks nothing twice', () => {
    const piece = fc.constantFrom(
      'Authorization: Basic ',
      'Cookie: a=',
      '"token": "',
      '&password=',
      '\\',
      '%4',
      'é',
      'YWI6Y2Q=',
      '//a:b@',
      HEADER,
      '.',
      '\n',
      '";',
      'Authorization: SCRAM-SHA-1 data=',
    )
    const text = fc.oneof(
      anyText,
      fc
        .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })))
        .map((all) => `POST /?code=a HTTP/1.1\n${all.join('')}`),
    )
    fc.assert(
      fc.property(text, (source) => {
        const secrets = secretsIn(parseMessage(source))
        const once = masked(source, secrets)
        expect(once.length).toBe(source.length)
        expect(masked(once, secretsIn(parseMessage(once)))).toBe(once)
        for (const { span } of secrets)
          expect(span.start >= 0 && span.start < span.end && span.end <= source.length).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
