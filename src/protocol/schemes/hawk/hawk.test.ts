import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectorFile from '../../auth/cases/credentials.json'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { parseRequest, parseResponse } from '../../http/parse.ts'
import { fromBase64 } from '../../text/octets.ts'
import { artifactsOf } from './attributes.ts'
import { computeHash, computeMac, computeTsm, normalize } from './mac.ts'
import hawk from './scheme.ts'
import { at, challengeOf, edited, GET, judgeText, POST, respond, START, sign, spaceOf, steve } from './testing/play.ts'

const judge = (request: HttpRequest, space = spaceOf(), env = at(0)) => judgeText(request, space, env)

const key = { key: steve.key ?? '', algorithm: 'sha256' } as const

describe('the arithmetic', () => {
  const cases = vectorFile.filter(({ scheme }) => scheme === 'Hawk')
  it('is played with the one case of other projects', () => expect(cases).toHaveLength(1))

  it.each(cases)('of $id comes out', async ({ inputs, expect: wanted }) => {
    const { id, url = '', method = '', ext = '', ts, nonce = '' } = inputs
    const { host, pathname, search } = new URL(url)
    const request = parseRequest(`${method} ${pathname}${search} HTTP/1.1\nHost: ${host}\n\n`)
    const known: Readonly<Record<string, string>> = { ts: String(ts), nonce, ext }
    expect(normalize('header', artifactsOf(request, { value: (name) => known[name] }))).toBe(wanted.normalized)
    const env = { ...at(0), now: () => Number(ts) * 1000, random: () => fromBase64(`${nonce}A`) ?? new Uint8Array() }
    const secret = { ...steve, keyId: String(id), ext }
    const { fields } = await hawk.answer({ offer: challengeOf('Hawk'), secret, request, earlier: [], env })
    expect(fields).toEqual([['Authorization', wanted.authorization]])
  })

  it('of a response is that of the library (Hawk §response-payload-validation)', () => {
    const artifacts = {
      ts: '1362336900',
      nonce: 'eb5S_L',
      method: 'POST',
      resource: '/resource/4?filter=a',
      host: 'example.com',
      port: '8080',
      hash: computeHash(key, 'text/plain', 'some reply').output,
      ext: 'response-specific',
    }
    expect(artifacts.hash).toBe('f9cDF/TDm7TkYRLnGwRMfeDzT6LixQVLvrIKhh0vgmM=')
    expect(computeMac('response', key, artifacts).output).toBe('XIJRsMl/4oL+nn+vKoeVZPdCHXB4yJkNnBbTbHFZUYE=')
    expect(computeMac('header', key, artifacts).output).not.toBe('XIJRsMl/4oL+nn+vKoeVZPdCHXB4yJkNnBbTbHFZUYE=')
  })

  it('of a time is that of the reference', () =>
    expect(computeTsm(key, '1353832234').output).toBe('2mw1eh/qXzl0wJZ/E6XvBhRMEJN7L3j8AyMA8eItEb0='))

  it('knows no parameters of a type, nor its case', () => {
    const { output } = computeHash(key, 'text/plain', 'Thank you for flying Hawk')
    expect(output).toBe('Yi9LfIIFRtBEPt74PVmbTF/xVAwPn7ub15ePICfgnuY=')
    expect(computeHash(key, ' Text/PLAIN ; charset=x', 'Thank you for flying Hawk').output).toBe(output)
    expect(computeHash(key, '', 'Thank you for flying Hawk').output).not.toBe(output)
  })

  it('has lines for a program only where there is one', () => {
    const lines = { ts: '1', nonce: 'n', method: 'get', resource: '/', host: 'H', port: '1', ext: 'a\\b\nc' }
    const start = 'hawk.1.header\n1\nn\nGET\n/\nh\n1\n\na\\\\b\\nc\n'
    expect(normalize('header', lines)).toBe(start)
    expect(normalize('header', { ...lines, app: 'x' })).toBe(`${start}x\n\n`)
    expect(normalize('header', { ...lines, app: 'x', dlg: 'y' })).toBe(`${start}x\ny\n`)
    expect(normalize('header', { ...lines, dlg: 'y' })).toBe(start)
  })

  it.each([
    ['GET /a?b HTTP/1.1\nHost: Example.com:8000', '/a?b', 'example.com', '8000'],
    ['GET /a? HTTP/1.1\nHost: example.com', '/a?', 'example.com', '443'],
    ['GET http://example.com HTTP/1.1\nHost: example.com', '/', 'example.com', '80'],
    ['GET HTTPS://example.com?x HTTP/1.1\nHost: example.com', '/?x', 'example.com', '443'],
    ['GET / HTTP/1.1\nHost: [::1]:8', '/', '[::1]', '8'],
    ['GET / HTTP/1.1', '/', '', '443'],
  ])('takes the address of %j', (source, resource, host, port) => {
    const artifacts = artifactsOf(parseRequest(`${source}\n\n`), { value: () => undefined })
    expect(artifacts).toMatchObject({ resource, host, port })
  })
})

describe('the challenge', () => {
  const challenges = async (request: HttpRequest, seconds = 0) => {
    const judgement = await judge(request, spaceOf(), at(seconds))
    return fieldsNamed(respond(judgement, at(seconds)), 'WWW-Authenticate').map(({ value }) => value.text)
  }

  it('is bare at first, and says what was wrong later', async () => {
    expect(hawk.challenge(spaceOf(), at(0)).challenges).toEqual(['Hawk'])
    const request = await sign(POST, at(0))
    expect(await challenges(edited(request, /mac="/, 'mac="x'))).toEqual(['Hawk error="Bad mac"'])
    expect(await challenges(edited(request, 'Ada', 'Eve'))).toEqual(['Hawk error="Bad payload hash"'])
    expect(await challenges(edited(request, 'dh37', 'dh38'))).toEqual(['Hawk error="Unknown credentials"'])
    expect(await challenges(edited(request, /nonce="[^"]*", /, ''))).toEqual([])
    expect(hawk.challenge(spaceOf(), at(0), { kind: 'forbidden' }).challenges).toEqual([])
  })

  it('tells the time, signed, to who is late', async () => {
    const late = await sign(GET, at(-300))
    expect(await challenges(late)).toEqual([
      `Hawk ts="${START}", tsm="2mw1eh/qXzl0wJZ/E6XvBhRMEJN7L3j8AyMA8eItEb0=", error="Stale timestamp"`,
    ])
  })

  it('is usable but where it is a token68', () => {
    expect(['Hawk', 'Hawk error="x"', 'Hawk abc='].map((each) => hawk.usable(challengeOf(each)))).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('the anatomy', () => {
  const parts = (text: string) =>
    hawk.anatomy(challengeOf(text), 'challenge').map(({ role, span }) => `${role} ${text.slice(span.start, span.end)}`)

  it('of challenges and credentials', () => {
    expect(parts('Hawk')).toEqual(['scheme Hawk'])
    expect(parts('Hawk abc=')).toEqual(['scheme Hawk', 'token68 abc='])
    expect(parts('Hawk ts="1", tsm="x"')).toEqual(['scheme Hawk', 'param.ts ts="1"', 'param.tsm tsm="x"'])
    const [, ts] = hawk.anatomy(challengeOf('Hawk ts="1353832234"'), 'challenge')
    expect(ts?.decoded).toMatchObject([{ name: 'ts', instant: START * 1000 }])
  })

  it('of Server-Authorization', async () => {
    const response = respond(await judge(await sign(GET, at(0))), at(0))
    const [field = expect.fail()] = fieldsNamed(response, 'Server-Authorization')
    const found = hawk.anatomy(field, 'info').map(({ span }) => response.source.slice(span.start, span.end))
    expect(found).toEqual(['Hawk', expect.stringMatching(/^mac=/), expect.stringMatching(/^hash=/)])
  })

  it('knows what gives a chance to guess', () => {
    const [field = expect.fail()] = parseRequest('GET / HTTP/1.1\nAuthorization: Hawk mac="x"\n\n').fields
    expect(hawk.exposes({ field, credentials: parseCredentials(field.value).value })).toEqual(['x'])
    expect(hawk.exposes({ field })).toEqual([])
  })
})

describe('hostile text', () => {
  it('is refused, and never throws', async () => {
    const unit = fc.nat(0x17f).map((each) => String.fromCharCode(each))
    const piece = fc.oneof(fc.string({ unit }), fc.constantFrom('id="dh37fgj492je", ', 'ts="', 'mac=', '"', ', ', '\\'))
    const text = fc.array(piece, { maxLength: 12 }).map((each) => each.join('').replace(/[\r\n]/g, ''))
    await fc.assert(
      fc.asyncProperty(text, text, async (credentials, body) => {
        const request = parseRequest(`POST / HTTP/1.1\nAuthorization: Hawk ${credentials}\n\n${body}`)
        expect((await judgeText(request, spaceOf(), at(0))).result).toBe('refused')
        const response = parseResponse(
          `HTTP/1.1 401 x\nWWW-Authenticate: Hawk ${credentials}\nServer-Authorization: ${credentials}\n\n`,
        )
        await hawk.confirm?.(steve, { request, response }, [])
        const earlier = [{ request, response }]
        expect((await sign(GET, at(0), { earlier })).source).toContain(`ts="${START}"`)
      }),
      { numRuns: 60 },
    )
  })
})
