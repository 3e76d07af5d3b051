import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Judgement } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { parseRequest } from '../../http/parse.ts'
import { base64, fromBase64 } from '../../text/octets.ts'
import words from './en.ts'
import { inquire } from './inquiry.ts'
import { encode } from './percent.ts'
import type { Space, Use } from './space.ts'
import { at, edited, GET, judgeText, outcome, photos, START, sign, signer, spaceOf } from './testing/play.ts'
import { weigh } from './weigh.ts'

const POST =
  'POST /photos?a=1 HTTP/1.1\nHost: photos.example.net\nContent-Type: application/x-www-form-urlencoded\n\ntitle=two+palms'

/** What was said, so that a test at the end finds words that nobody uses. */
const said = new Set<string>()

async function judge(request: HttpRequest, space = spaceOf(), env = at(0)): Promise<Judgement<Space>> {
  const judgement = await judgeText(request, space, env)
  const all: Readonly<Record<string, string>> = words
  for (const { check, result, knew } of judgement.steps) {
    const question = check.replace('oauth.', '')
    for (const key of [`check.${question}`, `${result}.${question}`]) {
      said.add(key)
      const slots = [...(all[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
      expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
    }
  }
  return judgement
}

const plain = { ...photos, method: 'PLAINTEXT' }

describe('a signed request', () => {
  it('is granted, with every question passed in order', async () => {
    const request = await sign(GET, photos, at(0))
    const { steps, ...judgement } = await judge(request)
    expect(judgement).toMatchObject({ result: 'granted', user: { id: 'jane' } })
    expect(steps.map(({ gate, check, result }) => `${gate} ${check} ${result}`)).toEqual([
      'form oauth.encoding pass',
      'form oauth.once pass',
      'form oauth.place pass',
      'form oauth.params pass',
      'form oauth.known pass',
      'form oauth.version moot',
      'form oauth.method pass',
      'form oauth.timestamp-form pass',
      'valid oauth.client pass',
      'valid oauth.token pass',
      'valid oauth.signature pass',
      'fresh oauth.timestamp pass',
      'fresh oauth.nonce pass',
    ])
    const seen = steps.flatMap(({ saw }) => saw.map(({ start, end }) => request.source.slice(start, end)))
    expect(seen).toEqual(
      expect.arrayContaining(['oauth_token="nnch734d00sl2jdk"', 'oauth_signature_method="HMAC-SHA1"']),
    )
  })

  it.each([
    ['HMAC-SHA1', photos],
    ['RSA-SHA1', signer],
    ['PLAINTEXT', plain],
  ])('is granted with %s, in query and form', async (_, secret) => {
    for (const source of [GET, POST]) expect(outcome(await judge(await sign(source, secret, at(0))))).toBe('granted')
  })

  it('is granted whatever its parameters', async () => {
    const text = fc.string({ unit: 'grapheme' })
    const pairs = fc.array(fc.tuple(text, text), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(pairs, pairs, async (query, form) => {
        const written = (each: readonly (readonly [string, string])[]) =>
          each.map(([name, value]) => `${encode(`x${name}`)}=${encode(value)}`).join('&')
        const source = `POST /p?${written(query)} HTTP/1.1\nHost: h.example\nContent-Type: application/x-www-form-urlencoded\n\n${written(form)}`
        expect(outcome(await judgeText(await sign(source, photos, at(0)), spaceOf(), at(0)))).toBe('granted')
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['with oauth_version', /OAuth /, 'OAuth oauth_version="1.0", '],
    ['with a realm of its own', /realm="Photos", /, 'realm="Elsewhere", '],
    ['with a realm that holds a percent sign', /realm="Photos"/, 'realm="100%"'],
    ['without a realm', /realm="Photos", /, ''],
    ['without quotes', /oauth_nonce="([^"]*)"/, 'oauth_nonce=$1'],
  ])('%s is read as well', async (name, from, to) => {
    const request = edited(await sign(GET, photos, at(0)), from, to)
    // The version is signed like any other parameter, so that here the signature stands for the old text.
    const expected = name.includes('version') ? 'oauth.signature 401' : 'granted'
    expect(outcome(await judge(request))).toBe(expected)
  })

  it('is taken with its parameters in another order', async () => {
    const request = await sign('GET /photos?b=2&a=1 HTTP/1.1\nHost: photos.example.net\n\n', photos, at(0))
    expect(outcome(await judge(edited(request, 'b=2&a=1', 'a=1&b=2')))).toBe('granted')
  })
})

describe('a refusal', () => {
  it.each([
    [/ oauth_token="[^"]*",/, '', 'oauth.params 400'],
    [/oauth_token="[^"]*"/, 'oauth_token=""', 'oauth.params 400'],
    [/ oauth_nonce="[^"]*",/, '', 'oauth.params 400'],
    [/ oauth_timestamp="[^"]*",/, '', 'oauth.params 400'],
    [/, oauth_signature="[^"]*"/, '', 'oauth.params 400'],
    [/OAuth .*/, 'OAuth', 'oauth.params 400'],
    [/OAuth .*/, 'OAuth abcd==', 'oauth.params 400'],
    [/oauth_token=/, 'OAUTH_TOKEN=', 'oauth.params 400'],
    [/oauth_nonce="/, 'oauth_nonce="%', 'oauth.encoding 400'],
    [/size=/, 'size=%ff', 'oauth.encoding 400'],
    [/OAuth /, 'OAuth oauth_token="x", ', 'oauth.once 400'],
    [/OAuth /, 'OAuth realm="x", ', 'oauth.once 400'],
    [/size=/, 'oauth_token=x&size=', 'oauth.once 400'],
    [/size=/, 'oauth_verifier=x&size=', 'oauth.place 400'],
    [/OAuth /, 'OAuth oauth_body_hash="x", ', 'oauth.known 400'],
    [/OAuth /, 'OAuth oauth_version="1.0a", ', 'oauth.version 400'],
    [/HMAC-SHA1/, 'HMAC-SHA256', 'oauth.method 400'],
    [/HMAC-SHA1/, 'hmac-sha1', 'oauth.method 400'],
    [/oauth_timestamp="/, 'oauth_timestamp="-', 'oauth.timestamp-form 400'],
    [/oauth_timestamp="/, 'oauth_timestamp="0', 'oauth.timestamp-form 400'],
    [/oauth_timestamp="\d*"/, 'oauth_timestamp="now"', 'oauth.timestamp-form 400'],
    [/dpf43f3p2l4k3l03/, 'nobody', 'oauth.client 401'],
    [/nnch734d00sl2jdk/, 'unknown', 'oauth.token 401'],
    [/nnch734d00sl2jdk/, 'revoked', 'oauth.token 401'],
    [/nnch734d00sl2jdk/, 'nobody', 'oauth.token 401'],
    [/dpf43f3p2l4k3l03/, 'other', 'oauth.token 401'],
    [/oauth_signature="/, 'oauth_signature="x', 'oauth.signature 401'],
    [/size=original/, 'size=thumb', 'oauth.signature 401'],
    [/photos\?/, 'photo?', 'oauth.signature 401'],
    [/photos.example/, 'fotos.example', 'oauth.signature 401'],
    [/^GET/, 'PUT', 'oauth.signature 401'],
    [/GET /, 'GET http://photos.example.net', 'oauth.signature 401'],
    [/HMAC-SHA1/, 'PLAINTEXT', 'oauth.signature 401'],
    [/HMAC-SHA1/, 'RSA-SHA1', 'oauth.signature 401'],
  ])('of a request with %s for %s is %s', async (from, to, expected) => {
    const judgement = await judge(edited(await sign(GET, photos, at(0)), from, to))
    expect(outcome(judgement)).toBe(expected)
    expect(judgement.space.memory).toBeNull()
  })

  it('of a form that was changed', async () => {
    const request = edited(await sign(POST, photos, at(0)), 'two', 'ten')
    expect(outcome(await judge(request))).toBe('oauth.signature 401')
  })

  it('of methods that the settings don’t allow', async () => {
    const space = spaceOf({ methods: ['HMAC-SHA1'] })
    for (const secret of [plain, signer])
      expect(outcome(await judge(await sign(GET, secret, at(0)), space))).toBe('oauth.method 400')
  })

  it('of PLAINTEXT over http, and of a wrong secret in it', async () => {
    const http = await sign(GET.replace('GET ', 'GET http://photos.example.net'), plain, at(0))
    expect(outcome(await judge(http))).toBe('oauth.transport 400')
    const guess = await sign(GET, { ...plain, tokenSecret: 'guess' }, at(0))
    expect(outcome(await judge(guess))).toBe('oauth.signature 401')
  })

  it('of a client with a key pair that signs with an empty secret', async () => {
    for (const method of ['HMAC-SHA1', 'PLAINTEXT'])
      expect(outcome(await judge(await sign(GET, { ...signer, method }, at(0))))).toBe('oauth.signature 401')
  })

  it('of a signature with any one bit changed', async () => {
    for (const [secret, numRuns] of [
      [photos, 60],
      [signer, 20],
    ] as const) {
      const request = await sign(GET, secret, at(0))
      const signature = decodeURIComponent(/oauth_signature="([^"]*)"/.exec(request.source)?.[1] ?? '')
      const octets = fromBase64(signature) ?? new Uint8Array()
      const property = fc.asyncProperty(fc.nat(octets.length * 8 - 1), async (bit) => {
        const changed = octets.map((octet, n) => (n === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet))
        const forged = edited(request, encode(signature), encode(base64(changed)))
        expect(outcome(await judgeText(forged, spaceOf(), at(0)))).toBe('oauth.signature 401')
      })
      await fc.assert(property, { numRuns })
    }
  })
})

describe('freshness', () => {
  it.each([
    [-301, 'oauth.timestamp 401'],
    [-300, 'granted'],
    [300, 'granted'],
    [301, 'oauth.timestamp 401'],
  ])('%i s after signing: %s', async (seconds, expected) => {
    const request = await sign(GET, photos, at(0))
    expect(outcome(await judge(request, spaceOf(), at(seconds)))).toBe(expected)
  })

  it('refuses a replay, and nothing else that shares its nonce', async () => {
    const request = await sign(GET, photos, at(0))
    const { space } = await judge(request)
    expect(outcome(await judge(request, space))).toBe('oauth.nonce 401')
    const later = await sign(GET, photos, at(1))
    expect(outcome(await judge(later, space, at(1)))).toBe('granted')
    const other = await sign(GET, signer, at(0))
    expect(outcome(await judge(other, space))).toBe('granted')
    const another = await sign(GET, photos, at(0, 'another nonce'))
    expect(outcome(await judge(another, space))).toBe('granted')
  })

  it('takes the same nonce from two programs that have no token yet', async () => {
    const { settings } = spaceOf()
    const other = { ...photos, consumerKey: 'other', consumerSecret: 'its own' }
    const requests = await Promise.all(
      [photos, other].map((each) => sign(GET, { ...each, token: '', tokenSecret: '' }, at(0))),
    )
    const weighed = (request: HttpRequest, used: readonly Use[]) => {
      const [field = expect.fail()] = fieldsNamed(request, 'Authorization')
      const shown = { field, credentials: parseCredentials(field.value).value }
      return weigh(inquire(shown, request, at(0)), { ...settings, used, requires: [] })
    }
    const [one = expect.fail(), two = expect.fail()] = requests
    const first = weighed(one, [])
    const used = first.result === 'right' ? first.used : []
    expect([used.length, weighed(one, used).result, weighed(two, used).result]).toEqual([1, 'refused', 'right'])
  })

  it('forgets the nonces that the timestamp alone refuses', async () => {
    const { space } = await judge(await sign(GET, photos, at(0)))
    const { space: soon } = await judge(await sign(GET, photos, at(300)), space, at(300))
    expect(soon.memory?.used).toHaveLength(2)
    const { space: late } = await judge(await sign(GET, photos, at(301)), soon, at(301))
    expect(late.memory?.used.map((use) => use.at - START)).toEqual([300, 301])
  })

  it('knows no replay of PLAINTEXT', async () => {
    const request = await sign(GET, plain, at(0))
    const { space, steps } = await judge(request)
    expect(steps.at(-1)).toMatchObject({ check: 'oauth.timestamp', result: 'moot' })
    expect(outcome(await judge(request, space, at(9999)))).toBe('granted')
  })
})

describe('hostile text', () => {
  it('is refused, and never throws', async () => {
    const piece = fc.oneof(
      fc.string({ unit: fc.nat(0x17f).map((each) => String.fromCharCode(each)) }),
      fc.constantFrom(
        'oauth_token="',
        'oauth_signature_method=',
        '"',
        ', ',
        '=',
        '%',
        '%C3',
        'PLAINTEXT',
        '__proto__="x"',
      ),
    )
    const text = fc.array(piece, { maxLength: 12 }).map((each) => each.join(''))
    await fc.assert(
      fc.asyncProperty(text, text, text, async (credentials, query, body) => {
        const request = parseRequest(
          `POST /?${query} HTTP/1.1\nHost: h\nContent-Type: application/x-www-form-urlencoded\nAuthorization: OAuth ${credentials.replace(/[\r\n]/g, '')}\n\n${body}`,
        )
        if (request.fields.some(({ name }) => name.text === 'Authorization'))
          expect((await judgeText(request, spaceOf(), at(0))).result).toBe('refused')
      }),
      { numRuns: 100 },
    )
  })

  it('takes no more than linear time', async () => {
    const long = 'oauth_token="%41", '.repeat(2000)
    const request = parseRequest(
      `GET /?${'a=%41&'.repeat(2000)} HTTP/1.1\nHost: h\nAuthorization: OAuth ${long}a="b"\n\n`,
    )
    const before = performance.now()
    expect(outcome(await judge(request))).toBe('oauth.once 400')
    expect(performance.now() - before).toBeLessThan(5000)
  })
})

describe('the words', () => {
  it('are there for every step, and for no other', () => {
    // What only the endpoints ask that give out tokens.
    const elsewhere = /^moot\.token$|\.(callback|allowed|verifier)$/
    const asked = Object.keys(words).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !elsewhere.test(key))
    expect(asked.filter((key) => !said.has(key))).toEqual([])
  })

  it('speak of transport to who may use PLAINTEXT', () => expect(said).toContain('pass.transport'))
})
