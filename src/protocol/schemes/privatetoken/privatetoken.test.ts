import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Judgement, ProtectionSpace, Step } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { parseRequest } from '../../http/parse.ts'
import { withFields } from '../../http/print.ts'
import en from './en.ts'
import { fromPadded, padded } from './structures.ts'
import { envIn, GET, meet, scheme, secretNamed, spaceNamed } from './testing/meet.ts'

/** What was said, so that a test at the end finds words that nobody uses. */
const said = new Set<string>()
function say({ check, result, knew }: Step) {
  const name = check.slice(check.indexOf('.') + 1)
  const words: Readonly<Record<string, string>> = en
  for (const key of [`check.${name}`, `${result}.${name}`].filter((each) => !said.has(each))) {
    said.add(key)
    const slots = [...(words[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
    expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
  }
}

/** One such meeting for all who only look at it. */
const common = await meet()

async function judge(request: HttpRequest, space: ProtectionSpace, seconds = 0) {
  const [field] = fieldsNamed(request, 'Authorization')
  if (!field) throw new Error('No Authorization')
  const credentials = parseCredentials(field.value).value
  const judged: Judgement = await scheme.judge({ field, credentials }, space, request, envIn(seconds))
  judged.steps.forEach(say)
  const failed = judged.steps.find(({ result }) => result === 'fail')
  return { judged, space: judged.space, result: failed?.check ?? judged.result, gate: failed?.gate }
}

const tokenIn = (request: HttpRequest) => fromPadded(/token="([^"]*)"/.exec(request.source)?.[1] ?? '') ?? expect.fail()
const withToken = (octets: Uint8Array) =>
  parseRequest(withFields(GET, [['Authorization', `PrivateToken token="${padded(octets)}"`]]))

describe('a token', () => {
  it.each([
    ['private-token', 'aladdin/attested-device', 'pass'],
    ['private-token', 'ada/attested-device', 'pass'],
    ['private-token-anytime', 'aladdin/attested-device', 'moot'],
  ])('is granted at %s with %s, once', async (id, secret, maxAge) => {
    const { request, space } = await meet(id, secret)
    const first = await judge(request, space)
    expect(first.judged).toMatchObject({ result: 'granted', user: { name: 'N. N.', roles: [], secrets: [] } })
    expect(first.judged.steps.map(({ gate, check, result }) => `${gate} ${check.slice(13)} ${result}`)).toEqual([
      'form param pass',
      'form base64url pass',
      'form type pass',
      'form length pass',
      'valid issuer-key pass',
      'valid challenge pass',
      'valid signature pass',
      `fresh max-age ${maxAge}`,
      'fresh spent pass',
    ])
    expect([(await judge(request, first.space)).result, (await judge(request, space)).result]).toEqual([
      'privatetoken.spent',
      'granted',
    ])
  })

  it('says nothing about its bearer: two people’s tokens differ by chance alone', async () => {
    const tokens = await Promise.all(
      ['aladdin/attested-device', 'ada/attested-device'].map(async (secret) => {
        const env = envIn(0, { count: 7 })
        return (await meet('private-token-anytime', secret, GET, env)).fields
      }),
    )
    expect(tokens[0]).toEqual(tokens[1])
  })

  it('is good as long as its challenge is, and no longer', async () => {
    const { request, space } = await meet()
    expect((await judge(request, space, 300)).result).toBe('granted')
    const late = await judge(request, space, 301)
    expect([late.gate, late.result]).toEqual(['fresh', 'privatetoken.max-age'])
    // After a day even the challenge is forgotten.
    const { space: later } = scheme.challenge(space, envIn(90_000))
    expect((await judge(request, later, 90_000)).result).toBe('privatetoken.challenge')
    const anytime = await meet('private-token-anytime')
    expect((await judge(anytime.request, anytime.space, 90_000)).result).toBe('granted')
  })

  it('may be one of several for one challenge, each with a nonce of its own', async () => {
    const { offer, space, request } = await meet()
    const ask = { offer, secret: secretNamed('ada/attested-device'), request: GET, earlier: [], env: envIn(0) }
    const other = parseRequest(withFields(GET, (await scheme.answer(ask)).fields))
    const first = await judge(request, space)
    expect((await judge(other, first.space)).result).toBe('granted')
  })

  it.each([
    ['private-token-anytime', 'private-token'],
    ['private-token', 'private-token-anytime'],
  ])('for %s is no good at %s', async (there, here) => {
    const { request } = await meet(there)
    expect((await judge(request, spaceNamed(here))).result).toBe('privatetoken.challenge')
  })

  it('is refused with another issuer’s key, and as a token for another server’s challenge', async () => {
    const other = await meet('private-token', 'mufasa/other-issuer')
    expect((await judge(other.request, other.space)).result).toBe('privatetoken.issuer-key')
    const { request } = await meet()
    expect((await judge(request, spaceNamed('private-token'))).result).toBe('privatetoken.challenge')
  })

  it.each([
    ['nothing', 'PrivateToken', 'privatetoken.param'],
    ['a token68', 'PrivateToken abcd==', 'privatetoken.param'],
    ['two', 'PrivateToken token="AA==", token="AA=="', 'privatetoken.param'],
    ['plain Base64', 'PrivateToken token="+/+/"', 'privatetoken.base64url'],
    ['spare bits', 'PrivateToken token="AB=="', 'privatetoken.base64url'],
    ['an empty text', 'PrivateToken token=""', 'privatetoken.type'],
    ['one octet', 'PrivateToken token="AA=="', 'privatetoken.type'],
    ['type 1', 'PrivateToken token="AAEA"', 'privatetoken.type'],
    ['the type alone, without padding', 'PrivateToken token=AAI', 'privatetoken.length'],
  ])('is not %s', async (_, value, check) => {
    const { space } = common
    const { judged, result, gate } = await judge(parseRequest(withFields(GET, [['Authorization', value]])), space)
    expect([result, gate, judged.result]).toEqual([check, 'form', 'refused'])
    expect(judged).toMatchObject({ status: 401, space })
  })

  it('is taken with parameters that nobody knows (RFC 9577 §2.2.2)', async () => {
    const { request, space } = common
    const more = parseRequest(request.source.replace('PrivateToken ', 'PrivateToken hint=x, '))
    expect((await judge(more, space)).result).toBe('granted')
  })

  it('is refused when any single bit is another', async () => {
    const { request, space } = common
    const token = tokenIn(request)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: token.length * 8 - 1 }), async (bit) => {
        const bent = token.map((octet, at) => (at === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet))
        expect((await judge(withToken(bent), space)).judged.result).toBe('refused')
      }),
      { numRuns: 25 },
    )
    const nonce = token.map((octet, at) => (at === 2 ? octet ^ 1 : octet))
    expect((await judge(withToken(nonce), space)).result).toBe('privatetoken.signature')
  })

  it('is no text by chance, and none makes an exception', async () => {
    const { space } = common
    const octets = fc.uint8Array({ maxLength: 400 }).map((each) => `PrivateToken token="${padded(each)}"`)
    const any = fc.oneof(
      octets,
      fc.string({ unit: 'binary-ascii' }).map((text) => `PrivateToken ${text}`),
    )
    await fc.assert(
      fc.asyncProperty(any, async (text) => {
        const request = parseRequest(withFields(GET, [['Authorization', text]]))
        expect((await judge(request, space)).judged.result).toBe('refused')
      }),
      { numRuns: 50 },
    )
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
