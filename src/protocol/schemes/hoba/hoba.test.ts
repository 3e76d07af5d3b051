import { verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest, parseResponse } from '../../http/parse.ts'
import { base64url, fromBase64url, octetsOf } from '../../text/octets.ts'
import { printBlob } from './blob.ts'
import { DEMO_KEYS } from './demo-keys.ts'
import { pemOf, readPem } from './key.ts'
import { originOf } from './origin.ts'
import hoba from './scheme.ts'
import type { Space } from './space.ts'
import { answerAt, at, authorized, challengeOf, key, meet, NOON, send, sent, spaceOf } from './testing/play.ts'

/** RFC 7486 Appendix B, with the challenge as it is printed: its `/` is no base64url, but signed all the same. */
const RFC = {
  kid: 'vesscamS2Kze4FFOg3e2UyCJPhuQ6_3_gzN-k_L6t3w',
  challenge: 'pUE77w0LylHypHKhBqAiQHuGC751GiOVv4/7pSlo9jc=',
  nonce: 'Pm3yUW-sW5Q',
  sig: 'VD-0LGVBVEVjfq4xEd35FjnOrIqzJ2OQMx5w8E52dgVvxFD6R0ryEsHcD31ykh0i4YIzIHXirx7bE4x9yP-9fMBCEwnHJsYwYQhfRpmScwAz-Ih1Hn4yORTb-U66miUzq04ZgTHm4jAj45afU20wYpGXY2r3W-FRKc6J6Glv_zI_ROghERalxgXG-QVGZrKPtG0V593Yf9IPnFSpLyW6fnxscCMWUA9T-4NjMdypI-Ze4HsC9J06tRTOunQdofr96ZJ2i9LE6uKSUDLCD2oeEeSEvUR--4OGtrgjzYysHZkdVSxAi7OoQBK34EUWg9kIS13qQA43m4IMExkbApqrSg',
  spki: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAviE8fMrGIPZN9up94M286o38B99fsz5cUqYHXXJlnHIi6gGKjqLgn3P7n4snUSQswLExrkhSr0TPhRDuPH_tfXLKLBbh17ofB7t7shnPKxmyZ69hCLbe7pB1HvaBzTxPC2KOqskDiDBOQ6-JLHQ8egXB14W-641RQt0CsC5nXzo92kPCdV4NZ45MW0ws3twCIUDCH0nibIG9SorrBbClDPHQZS5Dk5pgS7P5hrAr634Zn4bzXhUnm7cON2x4rv83oqB3lRqjF4T9exEMyZBSL26m5KbK860uSOKywI0xp4ymnHMc6Led5qfEMnJC9PEI90tIMcgdHrmdHC_vpldGDQIDAQAB',
}
const rfcKey = readPem(`-----BEGIN PUBLIC KEY-----\n${RFC.spki}\n-----END PUBLIC KEY-----`)

function rfcSpace(challenge: string, maxAge = 10): Space {
  if (!rfcKey) throw new Error('The key of RFC 7486 can’t be read')
  const keys = [{ kid: RFC.kid, ...rfcKey, user: 'ada', device: 'Appendix B' }]
  const space = spaceOf({ maxAge, origin: 'https://example.com:443', keys }, '')
  return { ...space, memory: { keys: [], given: { [challenge]: { at: NOON, nonces: [] } } } }
}

describe('the example of RFC 7486', () => {
  const source = 'GET / HTTP/1.1\nHost: example.com\n\n'
  const judge = (challenge: string, space: Space) => {
    const offer = challengeOf(`HOBA challenge="${challenge}", max-age=10`)
    const result = [RFC.kid, challenge, RFC.nonce, RFC.sig].join('.')
    return send({ space, offer }, authorized(`HOBA result="${result}"`, source), at(1))
  }

  it('is granted as it is printed', async () => {
    expect((await judge(RFC.challenge, rfcSpace(RFC.challenge))).outcome).toBe('granted')
  })

  it('is a misprint all the same: made into base64url, as it ought to be, its challenge is not what was signed', async () => {
    const right = RFC.challenge.replace('/', '_').replace('=', '')
    expect((await judge(right, rfcSpace(right))).outcome).toBe('hoba.signature 401 wrong')
  })

  it('signs what §2 says', () => {
    expect(printBlob({ ...RFC, alg: '0', origin: 'https://example.com:443', realm: '' })).toBe(
      '11:Pm3yUW-sW5Q1:023:https://example.com:4430:43:vesscamS2Kze4FFOg3e2UyCJPhuQ6_3_gzN-k_L6t3w44:pUE77w0LylHypHKhBqAiQHuGC751GiOVv4/7pSlo9jc=',
    )
  })
})

describe('what is signed', () => {
  it('has lengths in octets', () => {
    const blob = { nonce: 'n', alg: '0', origin: 'o', realm: 'Küche', kid: 'k', challenge: 'c' }
    expect(printBlob(blob)).toBe('1:n1:01:o6:Küche1:k1:c')
  })

  it('is different wherever one value is, even if all run together the same', () => {
    const part = fc.string({ unit: fc.constantFrom('1', ':', 'a', 'ä'), maxLength: 4 })
    const any = fc.record({ nonce: part, alg: part, origin: part, realm: part, kid: part, challenge: part })
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(printBlob(one) === printBlob(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })

  it('is verified by Node, which shares no code with us', async () => {
    const request = await answerAt(meet(spaceOf(), at(0)), at(0))
    const [kid = '', challenge = '', nonce = '', sig = ''] = /"(.*)"/.exec(sent(request))?.[1]?.split('.') ?? []
    const blob = printBlob({ kid, challenge, nonce, alg: '0', origin: 'https://api.example.com:443', realm: 'House' })
    const octets = fromBase64url(sig) ?? new Uint8Array()
    expect(verify('sha256', octetsOf(blob), pemOf(DEMO_KEYS.ada), octets)).toBe(true)
  })

  it.each([
    ['GET / HTTP/1.1\nHost: API.example.com\n\n', 'https://api.example.com:443'],
    ['GET / HTTP/1.1\nHost: api.example.com:8443\n\n', 'https://api.example.com:8443'],
    ['GET / HTTP/1.1\nHost: api.example.com:\n\n', 'https://api.example.com:443'],
    ['GET http://api.example.com/ HTTP/1.1\nHost: x\n\n', 'http://api.example.com:80'],
    ['GET HTTPS://api.example.com:1/ HTTP/1.1\nHost: x\n\n', 'https://api.example.com:1'],
    ['GET / HTTP/1.1\nHost: [::1]\n\n', 'https://[::1]:443'],
    ['', 'https://:443'],
  ])('has for %j the origin %s', (source, origin) => {
    expect(originOf(parseRequest(source))).toBe(origin)
  })
})

describe('hostile input', () => {
  it('is refused wherever one bit of the signature is another, or one character of the rest', async () => {
    const table = meet(spaceOf(), at(0))
    const parts = /"(.*)"/.exec(sent(await answerAt(table, at(0))))?.[1]?.split('.') ?? []
    const octets = fromBase64url(parts[3] ?? '') ?? new Uint8Array()
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: octets.length * 8 - 1 }), async (bit) => {
        const bent = octets.map((octet, n) => (n === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet))
        const text = [...parts.slice(0, 3), base64url(bent)].join('.')
        expect((await send(table, authorized(`HOBA result="${text}"`), at(0))).outcome).toBe('hoba.signature 401 wrong')
      }),
      { numRuns: 20 },
    )
    const other = fc.tuple(fc.nat({ max: 2 }), fc.nat(), fc.constantFrom(...'ABYZabyz0189-_'))
    await fc.assert(
      fc.asyncProperty(other, async ([which, place, to]) => {
        const bent = parts.map((part, n) =>
          n === which ? part.slice(0, place % part.length) + to + part.slice((place % part.length) + 1) : part,
        )
        fc.pre(bent.join() !== parts.join())
        const { outcome } = await send(table, authorized(`HOBA result="${bent.join('.')}"`), at(0))
        expect(outcome).toMatch(/^hoba\.(kid|challenge|signature) 401 /)
      }),
      { numRuns: 40 },
    )
  })

  it('of any kind is refused, and never throws', async () => {
    const table = meet(spaceOf(), at(0))
    const near = fc.array(fc.constantFrom('HOBA ', 'result=', '"', '.', key.kid ?? '', '\\', ',', 'A', '='))
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary-ascii' }),
      near.map((each) => each.join('')),
    )
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const request = authorized(`HOBA ${value.replace(/[\r\n]/g, '')}`)
        expect((await send(table, request, at(0))).judgement.result).toBe('refused')
        const [field] = fieldsNamed(request, 'Authorization')
        const credentials = field && parseCredentials(field.value).value
        if (credentials) hoba.anatomy(credentials, 'credentials')
      }),
      { numRuns: 50 },
    )
  })

  it('takes linear time', async () => {
    const table = meet(spaceOf(), at(0))
    const long = 'A'.repeat(200_000)
    for (const text of [`${long}.b.c.d`, `${key.kid}.${long}.c.d`, '.'.repeat(200_000), `${key.kid}.b.c.${long}`]) {
      const { outcome } = await send(table, authorized(`HOBA result="${text}"`), at(0))
      expect(outcome).toMatch(/hoba\.(parts|kid|challenge) /)
    }
  })
})

describe('anatomy', () => {
  const roles = (text: string, where: 'challenge' | 'credentials') =>
    hoba.anatomy(challengeOf(text), where).map(({ role, span }) => `${role} ${text.slice(span.start, span.end)}`)

  it.each([
    [
      'HOBA challenge="ab", max-age=10, realm="a, b", hint=x',
      'challenge',
      [
        'scheme HOBA',
        'param.challenge challenge="ab"',
        'param.max-age max-age=10',
        'param.realm realm="a, b"',
        'param.hint hint=x',
      ],
    ],
    [
      'HOBA result="k.c.n.s"',
      'credentials',
      ['scheme HOBA', 'param.result result', 'kid k', 'challenge c', 'nonce n', 'sig s'],
    ],
    [
      'HOBA result=k.c.n.s',
      'credentials',
      ['scheme HOBA', 'param.result result', 'kid k', 'challenge c', 'nonce n', 'sig s'],
    ],
    ['HOBA result="k.c.n"', 'credentials', ['scheme HOBA', 'param.result result="k.c.n"']],
    ['HOBA abc', 'credentials', ['scheme HOBA']],
  ] as const)('of %s', (text, where, wanted) => {
    expect(roles(text, where)).toEqual(wanted)
  })

  it('of Hobareg is its value, and nothing of other fields', () => {
    const { fields } = parseResponse('HTTP/1.1 200 OK\nHobareg: regok\nDate: x\n\n')
    expect(fields.map((field) => hoba.anatomy(field, 'challenge').map(({ role }) => role))).toEqual([['hobareg'], []])
  })

  it.each([
    ['HOBA challenge="AAAA", max-age=0', true],
    ['HOBA challenge="a.b", max-age=0', false],
    ['HOBA max-age=0', false],
    ['HOBA', false],
  ])('%s: usable is %s', (text, usable) => expect(hoba.usable(challengeOf(text))).toBe(usable))

  it('exposes the result', () => {
    const [field] = authorized('HOBA result="k.c.n.s"').fields
    if (!field) throw new Error('No field')
    expect(hoba.exposes({ field, credentials: challengeOf('HOBA result="k.c.n.s"') })).toEqual(['k.c.n.s'])
    expect(hoba.exposes({ field })).toEqual([])
  })
})
