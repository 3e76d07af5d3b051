import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../../auth/cases/credentials.json'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Secret } from '../../auth/scheme.ts'
import { envAt } from '../../auth/testing/env.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest } from '../../http/parse.ts'
import { withFields } from '../../http/print.ts'
import en from './en.ts'
import aws4 from './scheme.ts'
import type { Space } from './space.ts'
import {
  ada,
  edited,
  env,
  GET,
  judge,
  NOW,
  offer,
  PUT,
  said,
  secret,
  signed,
  spaceFor,
  temporary,
} from './testing/desk.ts'

describe('the examples', () => {
  const examples = cases.filter(({ scheme, expect }) => scheme === 'AWS4-HMAC-SHA256' && 'canonicalRequest' in expect)

  it('are four', () => expect(examples).toHaveLength(4))

  it.each(examples.map(({ id, inputs, expect }) => [id, inputs, expect] as const))(
    '%s gives the same canonical request, string to sign and credentials',
    async (_, { request = '', credentials, region = '', service = '', timestamp = '' }, wanted) => {
      const {
        access_key_id: accessKeyId = '',
        secret_access_key: secretAccessKey = '',
        token: sessionToken,
      } = credentials ?? {}
      const own = { id: 'x', kind: 'aws-key', accessKeyId, secretAccessKey, region, service }
      const who: Secret = sessionToken === undefined ? own : { ...own, sessionToken }
      const at = envAt(Date.parse(timestamp))
      const made = await aws4.answer({ offer, secret: who, request: parseRequest(request), earlier: [], env: at })
      const output = (name: string) => made.workings.find((each) => each.name === name)?.output
      expect(output('canonical request')).toBe(wanted.canonicalRequest)
      expect(output('string to sign')).toBe(wanted.stringToSign)
      expect(output('signature')).toBe(wanted.signature)
      expect(made.fields.at(-1)).toEqual(['Authorization', wanted.authorization])
      const user = { id: 'x', name: 'X', roles: [], secrets: [who] }
      const space: Space = { ...spaceFor(), users: [user], settings: { region, service } }
      const sent = parseRequest(withFields(parseRequest(request), made.fields))
      expect((await judge(sent, space, at)).outcome).toBe('granted')
    },
  )
})

describe('answer', () => {
  it('signs all but what may change on the way', async () => {
    const more = 'User-Agent: x\nConnection: close\nContent-Length: 0\nSec-Fetch-Mode: cors\nAccept: */*\n\n'
    const request = await signed(GET.replace('\n\n', `\n${more}`))
    expect(request.source).toContain('SignedHeaders=accept;host;range;x-amz-content-sha256;x-amz-date,')
  })

  it('leaves a body unsigned where the request says so', async () => {
    const request = await signed(PUT.replace('\n\n', '\nX-Amz-Content-Sha256: UNSIGNED-PAYLOAD\n\n'))
    expect(request.source.match(/UNSIGNED-PAYLOAD/g)).toHaveLength(1)
    const changed = edited(request, 'ten coins', 'all coins')
    const { outcome, judged } = await judge(changed)
    expect(outcome).toBe('granted')
    expect(judged.steps.find(({ check }) => check.endsWith('.payload'))?.result).toBe('moot')
  })

  it('keeps the secret to itself', async () => {
    const request = parseRequest(GET)
    const { fields, workings } = await aws4.answer({ offer, secret, request, earlier: [], env })
    expect(JSON.stringify(fields)).not.toContain('notes/on+G')
    const shown = workings.flatMap(({ input }) => input).filter(({ text }) => text.includes('notes/on+G'))
    expect(shown).toEqual([{ text: 'AWS4notes/on+G', secret: true }])
  })

  it('is granted, whatever is signed', async () => {
    const text = fc.stringMatching(/^[!-~äé€]*$/)
    const any = fc.record({
      method: fc.constantFrom('GET', 'PUT', 'POST'),
      path: text.map((each) => `/${each.replace(/[?#]/g, '')}`),
      query: text.map((each) => each.replaceAll('#', '')),
      value: text,
      body: fc.string({ unit: 'grapheme' }),
      service: fc.constantFrom('s3', 'iam'),
      who: fc.constantFrom(secret, temporary),
    })
    await fc.assert(
      fc.asyncProperty(any, async ({ method, path, query, value, body, service, who }) => {
        const source = `${method} ${path}?${query} HTTP/1.1\nHost: bucket.example.com\nX-Note: ${value}\n\n${body}`
        const user = { ...ada, secrets: [{ ...who, service }] }
        const request = await signed(source, { ...who, service })
        expect((await judge(request, { ...spaceFor(service), users: [user] })).outcome).toBe('granted')
      }),
      { numRuns: 60 },
    )
  })
})

describe('judge', () => {
  it('asks in order, and looks at what was signed', async () => {
    const request = await signed(PUT, temporary)
    const { judged } = await judge(request)
    expect(judged).toMatchObject({ result: 'granted', user: ada })
    expect(judged.steps.map(({ gate, check, result }) => `${gate} ${check.split('.')[1]} ${result}`)).toEqual([
      'form parts pass',
      'form credential pass',
      'form signed-headers pass',
      'form date pass',
      'form hash pass',
      'form hash-form pass',
      'form covered pass',
      'valid scope pass',
      'valid key pass',
      'valid token pass',
      'valid signature pass',
      'valid payload pass',
      'fresh skew pass',
      'fresh token-expiry pass',
      'fresh replay moot',
    ])
    const saw = judged.steps.find(({ check }) => check.endsWith('.signature'))?.saw ?? []
    const seen = saw.map(({ start, end }) => request.source.slice(start, end))
    expect(seen.slice(0, 3)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), 'PUT', '/notes.txt'])
    expect(seen).toContain('Content-Type: text/plain')
  })

  it.each<[string, string | RegExp, string, string]>([
    ['nothing behind the name', /AWS4-HMAC-SHA256 .*/, 'AWS4-HMAC-SHA256', 'parts 400 malformed'],
    ['a token68', /AWS4-HMAC-SHA256 .*/, 'AWS4-HMAC-SHA256 abc=', 'parts 400 malformed'],
    ['no signature', /, Signature=\w+/, '', 'parts 400 malformed'],
    ['another case of a name', 'Credential=', 'credential=', 'parts 400 malformed'],
    ['a credential of four parts', '/aws4_request', '', 'credential 400 malformed'],
    ['a credential of six parts', '/aws4_request', '/aws4_request/x', 'credential 400 malformed'],
    ['no key id', 'Credential=AKIDADA', 'Credential=', 'credential 400 malformed'],
    ['quotes', /Credential=([^,]*)/, 'Credential="$1"', 'credential 400 malformed'],
    ['a day that is none', '/20260303/', '/2026-03-03/', 'credential 400 malformed'],
    ['names out of order', 'host;range', 'range;host', 'signed-headers 400 malformed'],
    ['a name twice', 'host;range', 'host;host;range', 'signed-headers 400 malformed'],
    ['capital letters', 'host;range', 'Host;range', 'signed-headers 400 malformed'],
    ['no date', /\nX-Amz-Date: .*/, '', 'date 403 undated'],
    ['a date in another form', /X-Amz-Date: .*/, 'X-Amz-Date: 2026-03-03T09:30:00Z', 'date 403 undated'],
    ['a day that does not exist', /X-Amz-Date: .*/, 'X-Amz-Date: 20260230T093000Z', 'date 403 undated'],
    ['two dates', /(X-Amz-Date: .*)/, '$1\n$1', 'date 403 undated'],
    ['no hash', /\nX-Amz-Content-Sha256: .*/, '', 'hash 400 unhashed'],
    [
      'a hash that is none',
      /Sha256: .*/,
      'Sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
      'hash-form 400 unreadable-hash',
    ],
    ['the host not signed', 'host;', '', 'covered 403 uncovered'],
    ['an x-amz field not signed', 'Range:', 'X-Amz-Acl: public-read\nRange:', 'covered 403 uncovered'],
    ['the day before', '/20260303/', '/20260302/', 'scope 400 malformed'],
    ['another region', '/eu-central-1/', '/us-east-1/', 'scope 400 malformed'],
    ['another service', '/s3/', '/iam/', 'scope 400 malformed'],
    ['a key that nobody has', '=AKIDADA', '=AKIDEVE', 'key 403 unknown-key'],
    ['a token with a lasting key', 'Range:', 'X-Amz-Security-Token: a\nRange:', 'covered 403 uncovered'],
    ['another method', 'GET', 'DELETE', 'signature 403 mismatch'],
    ['another path', 'a%20b', 'a%20c', 'signature 403 mismatch'],
    ['another query', 'max=2', 'max=3', 'signature 403 mismatch'],
    ['another host', 'Host: bucket', 'Host: market', 'signature 403 mismatch'],
    ['another range', '0-9', '0-8', 'signature 403 mismatch'],
    ['another minute', 'T093000Z', 'T093100Z', 'signature 403 mismatch'],
    ['a signed field gone', /\nRange: .*/, '', 'signature 403 mismatch'],
    ['a signature in capitals', /Signature=\w+/, 'Signature=ABCDEF', 'signature 403 mismatch'],
    ['a body that nobody signed', /$/, 'and more', 'payload 400 other-payload'],
  ])('refuses %s', async (_, from, to, wanted) => {
    const changed = edited(await signed(), from, to)
    const { outcome, judged } = await judge(changed)
    expect(outcome).toBe(wanted)
    expect(judged.space).toEqual(spaceFor())
  })

  it('lets through what was sent in another order or another spelling of the same', async () => {
    const request = await signed()
    const same = edited(edited(request, '?list&max=2&a=%7e', '?a=~&max=2&list='), 'bytes=0-9', ' bytes=0-9')
    expect((await judge(same)).outcome).toBe('granted')
    const added = edited(request, 'Range:', 'Accept: */*\nRange:')
    expect((await judge(added)).outcome).toBe('granted')
  })

  it('takes an HTTP date where there is no other, and no hash where the service wants none', async () => {
    const who = { ...secret, service: 'iam' }
    const space = { ...spaceFor('iam'), users: [{ ...ada, secrets: [who] }] }
    const { outcome, judged } = await judge(await signed(PUT, who), space)
    expect(outcome).toBe('granted')
    expect(judged.steps.find(({ check }) => check.endsWith('.hash'))?.result).toBe('moot')
    const dated = edited(await signed(PUT, who), /X-Amz-Date: .*/, 'Date: Tue, 03 Mar 2026 09:30:00 GMT')
    expect((await judge(dated, space)).outcome).toBe('signature 403 mismatch')
  })

  it.each([
    ['the wrong token', /Token: .*/, 'Token: other', 'token 400 bad-token'],
    ['no token', /\nX-Amz-Security-Token: .*/, '', 'token 400 bad-token'],
  ])('refuses a temporary key with %s', async (_, from, to, wanted) => {
    expect((await judge(edited(await signed(GET, temporary), from, to))).outcome).toBe(wanted)
  })

  it('refuses a lasting key with a token', async () => {
    const request = await signed(GET.replace('Range', 'X-Amz-Security-Token: a\nRange'))
    expect((await judge(request)).outcome).toBe('token 400 bad-token')
  })

  it.each([
    [0, secret, 'granted'],
    [900, secret, 'granted'],
    [901, secret, 'skew 403 skewed'],
    [-900, secret, 'granted'],
    [-901, secret, 'skew 403 skewed'],
    [599, temporary, 'granted'],
    [600, temporary, 'token-expiry 400 expired-token'],
  ])('%i seconds after signing', async (seconds, who, wanted) => {
    const request = await signed(GET, who)
    expect((await judge(request, spaceFor(), envAt(NOW + seconds * 1000))).outcome).toBe(wanted)
  })

  it('refuses another secret, and says what it calculated', async () => {
    const { outcome, last } = await judge(await signed(GET, { ...secret, secretAccessKey: 'guess' }))
    expect(outcome).toBe('signature 403 mismatch')
    expect(last?.workings.map(({ name }) => name)).toEqual([
      'canonical request',
      'hash',
      'string to sign',
      'kDate',
      'kRegion',
      'kService',
      'kSigning',
      'signature',
    ])
    expect(last?.knew.expected).toBe(last?.workings.at(-1)?.output)
  })

  it('refuses every change of one bit in the signature', async () => {
    const request = await signed()
    const value = /Signature=(\w+)/.exec(request.source)?.[1] ?? ''
    await fc.assert(
      fc.asyncProperty(fc.nat(63), fc.nat(3), async (at, bit) => {
        const digit = (Number.parseInt(value[at] ?? '', 16) ^ (1 << bit)).toString(16)
        const other = value.slice(0, at) + digit + value.slice(at + 1)
        expect((await judge(edited(request, value, other))).outcome).toBe('signature 403 mismatch')
      }),
    )
  })

  it('never throws', async () => {
    const text = fc.string({ unit: 'grapheme' })
    const values = fc.oneof(text, fc.stringMatching(/^[CredentialSigSHs=/;, "A0-9]*$/))
    await fc.assert(
      fc.asyncProperty(values, text, text, async (value, date, target) => {
        const head = `GET /${target} HTTP/1.1\nHost: ${date}\nX-Amz-Date: ${date}\nX-Amz-Content-Sha256: ${value}\n`
        const request = parseRequest(`${head}Authorization: AWS4-HMAC-SHA256 ${value}\n\n`)
        const [field] = fieldsNamed(request, 'Authorization')
        if (!field) return
        const credentials = parseCredentials(field.value).value
        expect((await aws4.judge({ field, credentials }, spaceFor(), request, env)).result).toBe('refused')
        if (credentials) aws4.anatomy(credentials, 'credentials')
        aws4.exposes({ field, credentials })
      }),
    )
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
