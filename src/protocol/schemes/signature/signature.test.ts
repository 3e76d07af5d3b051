import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Challenge } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Secret, Step, User } from '../../auth/scheme.ts'
import { envAt } from '../../auth/testing/env.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest } from '../../http/parse.ts'
import { withFields } from '../../http/print.ts'
import { sign, signingKeyOf, verifyingKeyOf } from '../../signatures/sign.ts'
import { base64 } from '../../text/octets.ts'
import { token } from '../../text/span.ts'
import { hasRightDigest } from './body-digest.ts'
import en from './en.ts'
import signature from './scheme.ts'
import { signingString } from './signing-string.ts'
import type { CavageSettings, Space } from './space.ts'
import { vectors } from './vectors.ts'

const NOON = Date.UTC(2026, 0, 1, 12)
const SECONDS = NOON / 1000
const hmac: Secret = { id: 'h', kind: 'cavage-key', keyid: 'h', alg: 'hmac-sha256', k: 'c2VjcmV0' }
const rsa = vectors[0]?.secret ?? hmac
const ed25519: Secret = {
  id: 'e',
  kind: 'cavage-key',
  keyid: 'e',
  alg: 'ed25519',
  d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
}
const ada: User = { id: 'ada', name: 'Ada', roles: [], secrets: [hmac, rsa, ed25519] }
const keys: CavageSettings['keys'] = ada.secrets.flatMap((secret) => {
  const key = signingKeyOf(secret)
  return key ? [{ ...verifyingKeyOf(key), keyId: secret.keyid ?? '', user: 'ada' }] : []
})
const spaceOf = (headers: readonly string[] = ['(request-target)', '(created)', 'host']): Space => ({
  id: 'cavage',
  scheme: 'signature',
  realm: 'Cavage',
  users: [ada],
  settings: { headers, maxAge: 300, keys },
  memory: null,
})
const challengeOf = (text: string) => parseChallenges(token(text, 0, text.length)).value[0] as Challenge
const GET = 'GET /a?b=1 HTTP/1.1\nHost: api.example.com\n\n'
const POST = 'POST /a HTTP/1.1\nHost: api.example.com\n\nhello'

/** What was said, so that a test at the end finds words that nobody uses. */
const said = new Set<string>()
function say({ check, result, knew }: Step) {
  const name = check.slice(check.indexOf('.') + 1)
  const words: Readonly<Record<string, string>> = en
  for (const key of [`check.${name}`, `${result}.${name}`]) {
    said.add(key)
    const slots = [...(words[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
    expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
  }
}

async function judge(source: string, space = spaceOf(), now = NOON) {
  const request = parseRequest(source)
  const field = fieldsNamed(request, 'Authorization')[0]
  if (!field) throw new Error('Nothing was sent')
  const credentials = parseCredentials(field.value).value
  const judged = await signature.judge({ field, credentials }, space, request, envAt(now))
  judged.steps.forEach(say)
  const last = judged.steps.at(-1)
  for (const { saw } of judged.steps)
    for (const { start, end } of saw) expect(start <= end && end <= source.length).toBe(true)
  return { judged, failed: last?.result === 'fail' ? last.check.split('.')[1] : undefined }
}

async function answer(source: string, secret = hmac, space = spaceOf(), now = NOON) {
  const [text = ''] = signature.challenge(space, envAt(now)).challenges
  const request = parseRequest(source)
  const offer = challengeOf(text)
  expect(signature.usable(offer)).toBe(true)
  const made = await signature.answer({ offer, secret, request, earlier: [], env: envAt(now) })
  return withFields(request, made.fields)
}

/** A request with credentials that somebody else put together: only the signature is calculated. */
function signedBy(
  params: string,
  names: readonly string[],
  more: { source?: string; created?: string; expires?: string } = {},
) {
  const { source = GET, ...instants } = more
  const key = signingKeyOf(hmac)
  if (!key) throw new Error('No key')
  const { text } = signingString(parseRequest(source), names, instants)
  const value = base64(sign(text, key, envAt(NOON)))
  return source.replace(
    '\n\n',
    `\nAuthorization: Signature keyId="h",${params}${params && ','}signature="${value}"\n\n`,
  )
}

describe('the draft’s third example (§C.3)', () => {
  const [{ request = '' } = {}] = vectors
  const rest = ['host', 'date', 'content-type', 'digest', 'content-length']
  const printed =
    'vSdrb+dS3EceC9bcwHSo4MlyKS59iFIrhgYkz8+oVLEEzmYZZvRs8rgOp+63LEM3v+MFHB32NfpB2bEKBIvB1q52LaEUHFv120V01IL+TAD48XaERZFukWgHoBTLMhYS2Gb51gWxpeIq8knRmPnYePbF5MOkR0Zkly4zKH7s1dE='
  const right =
    'nAkCW0wg9AbbStQRLi8fsS1mPPnA6S5+/0alANcoDFG9hG0bJ8NnMRcB1Sz1eccNMzzLEke7nGXqoiJYZFfT81oaRqh/MNFwQVX4OZvTLZ5xVZQuchRkOSO7b2QX0aFWFOUq6dnwAyliHrp6w3FOxwkGGJPaerw2lOYLdC/Bejk='
  const instants = { created: '1402170695', expires: '1402170699' }
  const valueFor = (names: readonly string[]) => {
    const key = signingKeyOf(rsa)
    return key && base64(sign(signingString(parseRequest(request), names, instants).text, key, envAt(0)))
  }

  it('lists (created) and (expires), but prints a signature without them: a misprint', () => {
    expect(valueFor(['(request-target)', ...rest])).toBe(printed)
    expect(valueFor(['(request-target)', '(created)', '(expires)', ...rest])).toBe(right)
  })

  it('goes against the draft’s own rule, as its algorithm may not go with (created)', async () => {
    const list = ['(request-target)', '(created)', '(expires)', ...rest].join(' ')
    const params = `keyId="Test",algorithm="rsa-sha256",created=1402170695,expires=1402170699,headers="${list}"`
    const sent = (text: string) =>
      request.replace('\n\n', `\nAuthorization: Signature ${text},signature="${right}"\n\n`)
    expect((await judge(sent(params), spaceOf([]), 1402170695000)).failed).toBe('modern')
    const allowed = sent(params.replace('rsa-sha256', 'hs2019'))
    expect((await judge(allowed, spaceOf(['digest']), 1402170695000)).judged.result).toBe('granted')
    expect((await judge(allowed, spaceOf([]), 1402170699000)).failed).toBe('expires')
  })
})

describe('what answer writes', () => {
  it.each([
    ['hmac-sha256', hmac],
    ['rsa-sha256', rsa],
    ['hs2019', ed25519],
  ])('judge grants: %s', async (name, secret) => {
    const signed = await answer(GET, secret)
    expect(signed).toContain('algorithm="hs2019", created=1767268800, headers="(request-target) (created) host"')
    expect((await judge(signed)).judged).toMatchObject({ result: 'granted', user: ada })
    const old = await answer(GET, secret, spaceOf(['(request-target)', 'date']))
    expect(old).toContain(`algorithm="${name}", headers="(request-target) date"`)
    expect(old).toContain('Date: Thu, 01 Jan 2026 12:00:00 GMT')
    expect((await judge(old, spaceOf(['date']))).judged.result).toBe('granted')
  })

  it('covers a body by Digest, if it is asked to', async () => {
    const space = spaceOf(['(created)', '(expires)', 'digest'])
    const signed = await answer(POST, hmac, space)
    expect(signed).toContain('Digest: SHA-256=LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=')
    expect((await judge(signed, space)).judged.result).toBe('granted')
    expect((await judge(signed.replace(/hello$/, 'hallo'), space)).failed).toBe('body')
    expect((await judge(signed, space, NOON + 300_000)).failed).toBe('created')
    expect(await answer(signed, hmac, space)).toBe(signed)
  })
})

describe('judge refuses', () => {
  it.each([
    ['params', 'Signature'],
    ['params', 'Signature abc'],
    ['params', 'Signature keyId="h"'],
    ['params', 'Signature signature="AA=="'],
    ['params', 'Signature keyId="h",signature="*"'],
    ['headers', 'Signature keyId="h",headers="",signature="AA=="'],
    ['headers', 'Signature keyId="h",headers="host  date",signature="AA=="'],
    ['headers', 'Signature keyId="h",headers="host Host",signature="AA=="'],
    ['headers', 'Signature keyId="h",created=now,signature="AA=="'],
    ['headers', 'Signature keyId="h",expires=-1,signature="AA=="'],
    ['covered', 'Signature keyId="h",headers="host",signature="AA=="'],
    ['key', 'Signature keyId="x",headers="(request-target) (created) host",signature="AA=="'],
    [
      'algorithm',
      'Signature keyId="h",algorithm="rsa-sha256",headers="(request-target) (created) host",signature="AA=="',
    ],
    [
      'modern',
      'Signature keyId="h",algorithm="hmac-sha256",headers="(request-target) (created) host",signature="AA=="',
    ],
    ['present', 'Signature keyId="h",headers="(request-target) (created) host",signature="AA=="'],
    ['proof', 'Signature keyId="h",created=1,headers="(request-target) (created) host",signature=""'],
  ])('by %s: %s', async (check, credentials) => {
    const { judged, failed } = await judge(GET.replace('\n\n', `\nAuthorization: ${credentials}\n\n`))
    expect([failed, judged]).toMatchObject([check, { result: 'refused', status: 401 }])
  })

  it.each([
    ['another method', 'GET /a', 'HEAD /a'],
    ['another path', 'GET /a', 'GET /b'],
    ['another query', '?b=1', '?b=2'],
    ['another host', 'Host: api', 'Host: www'],
    ['another instant', 'created=1767268800', 'created=1767268801'],
    ['another order', '(created) host', 'host (created)'],
  ])('%s', async (_, from, to) => {
    const signed = await answer(GET)
    expect(signed).toContain(from)
    expect((await judge(signed.replace(from, to))).failed).toBe('proof')
  })

  it('what is too old, or of tomorrow', async () => {
    const signed = await answer(GET)
    for (const [seconds, check] of [
      [-31, 'created'],
      [-30, undefined],
      [299, undefined],
      [300, 'created'],
    ] as const)
      expect((await judge(signed, spaceOf(), NOON + seconds * 1000)).failed).toBe(check)
  })

  it('a date that is none', async () => {
    const dated = GET.replace('\n\n', '\nDate: yesterday\n\n')
    expect((await judge(signedBy('headers="date"', ['date'], { source: dated }), spaceOf(['date']))).failed).toBe(
      'created',
    )
  })

  it('each signature with one bit changed', async () => {
    const signed = await answer(GET)
    const [, before = '', value = '', after = ''] = /^(.*signature=")([^"]*)(".*)$/s.exec(signed) ?? []
    const octets = Buffer.from(value, 'base64')
    await fc.assert(
      fc.asyncProperty(fc.nat(octets.length * 8 - 1), async (bit) => {
        const bent = octets.map((octet, n) => (n === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet))
        expect((await judge(before + Buffer.from(bent).toString('base64') + after)).failed).toBe('proof')
      }),
      { numRuns: 25 },
    )
  })

  it('whatever somebody writes, without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'keyId="h",headrs()signtu 19=A') }), async (text) => {
        const source = GET.replace('\n\n', `\nAuthorization: Signature keyId="h",signature="AA==",${text}\n\n`)
        expect((await judge(source, spaceOf([]))).judged.result).toBe('refused')
        const [field] = fieldsNamed(parseRequest(source), 'Authorization')
        if (field) signature.anatomy(field, 'credentials')
      }),
    )
  })
})

describe('what is wrong with the draft', () => {
  it('has no nonce: the same request is good again until it is old', async () => {
    const signed = await answer(GET)
    const { judged } = await judge(signed)
    expect((await judge(signed, judged.space as Space, NOON + 200_000)).judged.result).toBe('granted')
  })

  it('lets a server that wants nothing take the date alone, for any path and for ever', async () => {
    const dated = GET.replace('\n\n', '\nDate: Thu, 01 Jan 2026 12:00:00 GMT\n\n')
    const signed = signedBy('algorithm="hmac-sha256"', ['date'], { source: dated })
    expect((await judge(signed.replace('GET /a', 'DELETE /everything'), spaceOf([]))).judged.result).toBe('granted')
    const undated = signedBy('headers="host"', ['host'])
    const { judged } = await judge(undated, spaceOf([]), NOON * 2)
    expect([judged.result, judged.steps.find(({ check }) => check.endsWith('created'))?.result]).toEqual([
      'granted',
      'moot',
    ])
  })

  it('doesn’t cover its own parameters: an end that is not listed can be moved', async () => {
    const names = ['(request-target)', '(created)', 'host']
    const params = (expires: number) => `created=${SECONDS},expires=${expires},headers="${names.join(' ')}"`
    const signed = signedBy(params(SECONDS + 10), names, { created: String(SECONDS) })
    expect((await judge(signed, spaceOf(), NOON + 10_000)).failed).toBe('expires')
    const moved = signed.replace(params(SECONDS + 10), params(SECONDS + 99))
    expect((await judge(moved, spaceOf(), NOON + 10_000)).judged.result).toBe('granted')
  })
})

describe('the scheme', () => {
  it('asks by naming what is to be covered, and says nothing to who may not', () => {
    expect(signature.challenge(spaceOf(), envAt(0)).challenges).toEqual([
      'Signature realm="Cavage", headers="(request-target) (created) host"',
    ])
    expect(signature.challenge(spaceOf(), envAt(0), { kind: 'forbidden' }).challenges).toEqual([])
  })

  it('can’t use a list with gaps, or a key that doesn’t sign', () => {
    expect(signature.usable(challengeOf('Signature headers=""'))).toBe(false)
    expect(signature.usable(challengeOf('Signature headers="a  b"'))).toBe(false)
    expect(signature.usable(challengeOf('Signature'))).toBe(true)
    expect(signature.unsendable?.({ id: 'x', kind: 'cavage-key' })).toBe('key')
    expect(signature.unsendable?.(hmac)).toBeUndefined()
  })

  it('names its parts, and what they give away', async () => {
    const request = parseRequest(await answer(GET))
    const [field] = fieldsNamed(request, 'Authorization')
    const credentials = field && parseCredentials(field.value).value
    if (!field || !credentials) throw new Error('No credentials')
    const parts = signature.anatomy(credentials, 'credentials')
    expect(parts.map(({ role }) => role)).toEqual([
      ...['scheme', 'param.keyId', 'param.algorithm', 'param.created', 'param.headers', 'param.signature'],
    ])
    expect(parts.flatMap(({ decoded = [] }) => decoded).map(({ text }) => text)).toEqual(['2026-01-01T12:00:00.000Z'])
    expect(signature.exposes({ field, credentials })).toEqual([expect.stringMatching(/^[\w+/]{43}=$/)])
    expect(signature.exposes({ field })).toEqual([])
    expect(signature.anatomy(challengeOf('Signature X=1'), 'challenge').map(({ role }) => role)).toEqual([
      'scheme',
      'param.x',
    ])
    expect(signature.anatomy(challengeOf('Signature abc'), 'challenge')).toHaveLength(1)
  })
})

it('Digest is compared in any case of its name, among others (RFC 3230 §4.1.1)', () => {
  const digested = (value: string) => hasRightDigest(parseRequest(`POST / HTTP/1.1\nDigest: ${value}\n\nhello`))
  expect(digested('md5=x, sha-256=LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=')).toBe(true)
  expect(digested('SHA-256=lpjNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=')).toBe(false)
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
