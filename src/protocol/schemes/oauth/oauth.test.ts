import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectorFile from '../../auth/cases/credentials.json'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Secret } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest } from '../../http/parse.ts'
import { token } from '../../text/span.ts'
import { baseOf, baseString, baseUri, normalize } from './base-string.ts'
import { DEMO_KEY } from './demo-key.ts'
import { inForm, parametersOf } from './parameters.ts'
import { decode, decodeForm, encode } from './percent.ts'
import oauth from './scheme.ts'
import { signHmac, signRsa, verifiesRsa } from './signature.ts'
import { at, challengeOf, GET, judgeText, photos, START, sign, spaceOf } from './testing/play.ts'
import { vectors } from './vectors.ts'

const form = (text: string) => inForm('query', token(text, 0, text.length)).all

describe('percent encoding (RFC 5849 §3.6)', () => {
  it.each([
    ['abcABC123', 'abcABC123'],
    ['-._~', '-._~'],
    ['%', '%25'],
    ['+', '%2B'],
    ['&=*', '%26%3D%2A'],
    ['\n \u007f', '%0A%20%7F'],
    ["!'()", '%21%27%28%29'],
    ['\u0080', '%C2%80'],
    ['\u3001', '%E3%80%81'],
    ['Ladies + Gentlemen', 'Ladies%20%2B%20Gentlemen'],
    ['\ud800', '%EF%BF%BD'],
  ])('of %j is %s', (text, encoded) => expect(encode(text)).toBe(encoded))

  it('is undone by decoding', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decode(encode(text))).toBe(text)
      }),
    ))

  it.each(['%', '%4', '%zz', '%C3', '%ff', 'a%E3%80'])('does not read %s', (text) => {
    expect(decode(text)).toBeUndefined()
    expect(decodeForm(text)).toBeUndefined()
  })

  it('takes a plus sign for a space in forms only', () => {
    expect([decode('a+%2b'), decodeForm('a+%2b')]).toEqual(['a++', 'a +'])
  })
})

describe('the base string', () => {
  // Of the test cases that the first implementers agreed upon.
  it.each([
    ['name', 'name='],
    ['a=b', 'a=b'],
    ['a=b&c=d', 'a=b&c=d'],
    ['a=x!y&a=x+y', 'a=x%20y&a=x%21y'],
    ['x!y=a&x=a', 'x=a&x%21y=a'],
    ['a=1&c=hi%20there&f=25&f=50&f=a&z=p&z=t', 'a=1&c=hi%20there&f=25&f=50&f=a&z=p&z=t'],
    ['&&a=1&', 'a=1'],
    ['', ''],
  ])('sorts %s', (query, normalized) => expect(normalize(form(query))).toBe(normalized))

  it('leaves realm and signature of the field out, and no realm of the query', () => {
    const text = 'OAuth Realm="x", a="1", oauth_signature="y"'
    const credentials = parseCredentials(token(text, 0, text.length)).value
    const request = parseRequest('GET /?realm=z HTTP/1.1\nHost: h\n\n')
    expect(normalize(parametersOf(request, credentials).all)).toBe('a=1&realm=z')
  })

  it.each([
    ['http', 'EXAMPLE.COM:80', '/r%20v/X', 'http://example.com/r%20v/X'],
    ['https', 'www.example.net:8080', '/', 'https://www.example.net:8080/'],
    ['https', 'example.com:443', '/', 'https://example.com/'],
    ['https', 'example.com:80', '/', 'https://example.com:80/'],
    ['http', '[::1]:80', '/', 'http://[::1]/'],
  ] as const)('writes the address of %s, %s and %s (RFC 5849 §3.4.1.2)', (transport, host, path, uri) =>
    expect(baseUri(transport, host, path)).toBe(uri),
  )

  it('takes https where the request does not say otherwise', () => {
    const of = (source: string) => baseOf(parseRequest(source), []).text
    expect(of('get /a HTTP/1.1\nHost: h.example\n\n')).toBe('GET&https%3A%2F%2Fh.example%2Fa&')
    expect(of('GET http://h.example HTTP/1.1\nHost: h.example\n\n')).toBe('GET&http%3A%2F%2Fh.example%2F&')
  })

  it('reads a body only where its type says that it is a form (RFC 5849 §3.4.1.3.1)', () => {
    const names = (type: string) =>
      parametersOf(parseRequest(`POST /?q=1 HTTP/1.1\nHost: h\n${type}\na=1&b=2\n`), undefined).all.map(
        ({ name, value, from }) => `${from} ${name}=${value}`,
      )
    const all = ['query q=1', 'body a=1', 'body b=2']
    expect(names('Content-Type: application/x-www-form-urlencoded\n')).toEqual(all)
    expect(names('content-type: Application/X-WWW-Form-Urlencoded ; charset=utf-8\n')).toEqual(all)
    expect(names('Content-Type: application/x-www-form-urlencoded-not\n')).toEqual(['query q=1'])
    expect(names('Content-Type: application/json\n')).toEqual(['query q=1'])
    expect(names('')).toEqual(['query q=1'])
  })

  it('knows where each parameter stands', () => {
    const source = 'POST /p?x=%41&&y HTTP/1.1\nHost: h\nContent-Type: application/x-www-form-urlencoded\n\nz=1&w\n'
    const { all } = parametersOf(parseRequest(source), undefined)
    expect(all.map(({ span }) => source.slice(span.start, span.end))).toEqual(['x=%41', 'y', 'z=1', 'w'])
  })
})

describe('signatures', () => {
  it.each([
    ['cs', '', 'egQqG5AJep5sJ7anhXju1unge2I='],
    ['cs', 'ts', 'VZVjXceV7JgPq/dOTnNmEfO0Fv8='],
  ])('of "bs" with %s and %s, as the first implementers have it', (client, tokenSecret, signature) =>
    expect(signHmac('bs', { client, token: tokenSecret }).signature).toBe(signature),
  )

  it('with RSA are those of the first implementers', () => {
    const given = form(
      'oauth_consumer_key=dpf43f3p2l4k3l03&oauth_nonce=13917289812797014437&oauth_signature_method=RSA-SHA1&oauth_timestamp=1196666512&oauth_version=1.0&file=vacaction.jpg&size=original',
    )
    const base = baseString('GET', 'http://photos.example.net/photos', normalize(given))
    const { signature } = signRsa(base, DEMO_KEY)
    expect(signature).toBe(
      'jvTp/wX1TYtByB1m+Pbyo0lnCOLIsyGCH7wke8AUs3BpnwZJtAuEJkvQL2/9n4s5wUmUl4aCI4BwpraNx4RtEXMe5qg5T1LVTGliMRpKasKsW//e+RinhejgCuzoH26dyF8iY2ZZ/5D1ilgeijhV/vBka5twt399mXwaYdCwFYE=',
    )
    expect(verifiesRsa(base, signature, DEMO_KEY)).toBe(true)
    expect(verifiesRsa(`${base}x`, signature, DEMO_KEY)).toBe(false)
  })

  it('are the right ones in the example of RFC 5849 §3.1, whose printed one is a misprint', async () => {
    const [{ request, secret } = expect.fail()] = vectors.filter(({ name }) => name.includes('query and form'))
    const { fields, workings } = await oauth.answer({
      offer: challengeOf('OAuth'),
      secret,
      request: parseRequest(request),
      earlier: [],
      env: at(0),
    })
    expect(fields[0]?.[1]).not.toContain('bYT5CMsGcbgUdFHObYMEfcx6bsw')
    // The base string, which the RFC prints rightly, with the secrets of its example.
    const base =
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7'
    const { signature } = signHmac(base, { client: 'j49sk3j29djd', token: 'dh893hdasih9' })
    expect(signature).toBe('r6/TJjbCOr97/+UU0NsvSne7s5g=')
    expect(signature).not.toBe('bYT5CMsGcbgUdFHObYMEfcx6bsw=')
    expect(workings.map(({ name, apply }) => `${name} ${apply}`)).toEqual([
      'parameters sort',
      'base string percent-encode',
      'digest HMAC-SHA1',
      'oauth_signature Base64',
    ])
  })

  it('show no secret to who does not ask', async () => {
    for (const method of ['HMAC-SHA1', 'RSA-SHA1', 'PLAINTEXT']) {
      const secret: Secret = { ...photos, ...DEMO_KEY, method }
      const ask = { offer: challengeOf('OAuth'), secret, request: parseRequest(GET), earlier: [], env: at(0) }
      const { workings } = await oauth.answer(ask)
      const open = workings.flatMap(({ input }) => input.filter((piece) => !piece.secret).map(({ text }) => text))
      expect(open.join('\n')).not.toMatch(/kd94hf93k423kf44|pfkkdhi9sl3r4s00/)
      expect(workings.some(({ input }) => input.some((piece) => piece.secret))).toBe(true)
    }
  })
})

describe('the cases of other projects', () => {
  const cases = vectorFile.filter(({ scheme }) => scheme === 'OAuth')
  it('are one', () => expect(cases).toHaveLength(1))

  it.each(cases)('$id comes out', ({ inputs, expect: wanted }) => {
    const { method = '', url = '', params = {}, consumerSecret = '', tokenSecret = '' } = inputs
    const { host, pathname, search } = new URL(url)
    const own = Object.entries(params).map(([name, value]) => ({ name, value: String(value), from: 'field' as const }))
    const base = baseString(method, baseUri('http', host, pathname), normalize([...own, ...form(search.slice(1))]))
    expect(base).toBe(wanted.baseString)
    expect(signHmac(base, { client: consumerSecret, token: tokenSecret }).signature).toBe(wanted.signature)
  })
})

describe('the examples', () => {
  it('are all six', () => expect(vectors).toHaveLength(6))

  const protectedOnes = vectors.filter(({ secret }) => secret.token && !secret.verifier)
  it.each(protectedOnes)('$name ($cite) is granted', async ({ request, secret, now = 0, random, offer }) => {
    const { consumerKey = '', consumerSecret = '', token: name = '', tokenSecret = '' } = secret
    const env = {
      ...at(0),
      now: () => now,
      random: () => Uint8Array.from(atob(random?.[0] ?? ''), (c) => c.charCodeAt(0)),
    }
    const asked = parseRequest(request)
    const { fields } = await oauth.answer({ offer: challengeOf(offer), secret, request: asked, earlier: [], env })
    const sent = parseRequest(request.replace('\n\n', `\nAuthorization: ${fields[0]?.[1]}\n\n`))
    const space = spaceOf({
      clients: [{ key: consumerKey, name: 'c', secret: consumerSecret }],
      tokens: [{ token: name, secret: tokenSecret, client: consumerKey, user: 'jane' }],
    })
    expect((await judgeText(sent, space, env)).result).toBe('granted')
  })
})

describe('the scheme', () => {
  it.each([
    [undefined, ['OAuth realm="Photos"']],
    ['unauthorized', ['OAuth realm="Photos"']],
    ['malformed', []],
    ['forbidden', []],
  ])('after a refusal as %s offers %j', (kind, wanted) => {
    const refusal = kind === undefined ? undefined : { kind }
    expect(oauth.challenge(spaceOf(), at(0), refusal).challenges).toEqual(wanted)
  })

  it.each([
    ['OAuth', true],
    ['OAuth realm="x"', true],
    ['OAuth abc=', false],
  ])('%s: usable is %s', (text, usable) => expect(oauth.usable(challengeOf(text))).toBe(usable))

  it.each([
    [{}, undefined],
    [{ method: 'PLAINTEXT' }, undefined],
    [{ method: 'HMAC-MD5' }, 'method'],
    [{ method: 'RSA-SHA1' }, 'key'],
    [{ ...DEMO_KEY, method: 'RSA-SHA1' }, undefined],
  ])('knows whether a secret can sign', (facts, why) => expect(oauth.unsendable?.({ ...photos, ...facts })).toBe(why))

  it('tells the parts of a challenge and of credentials', async () => {
    const parts = (text: string) =>
      oauth
        .anatomy(challengeOf(text), 'challenge')
        .map(({ role, span }) => `${role} ${text.slice(span.start, span.end)}`)
    expect(parts('OAuth realm="Photos"')).toEqual(['scheme OAuth', 'param.realm realm="Photos"'])
    expect(parts('OAuth abc=')).toEqual(['scheme OAuth', 'token68 abc='])
    expect(parts('OAuth')).toEqual(['scheme OAuth'])

    const { source, fields } = await sign(GET, photos, at(0))
    const [field = expect.fail()] = fieldsNamed({ fields }, 'Authorization')
    const { value = expect.fail() } = parseCredentials(field.value)
    const anatomy = oauth.anatomy(value, 'credentials')
    expect(anatomy.map(({ span }) => source.slice(span.start, span.end).replace(/=.*/, ''))).toEqual(
      'OAuth realm oauth_consumer_key oauth_token oauth_signature_method oauth_timestamp oauth_nonce oauth_signature'.split(
        ' ',
      ),
    )
    const decoded = Object.fromEntries(anatomy.map(({ role, decoded: [first] = [] }) => [role, first]))
    expect(decoded['param.oauth_timestamp']).toMatchObject({ name: 'sent', instant: START * 1000 })
    expect(decoded['param.oauth_signature']).toMatchObject({ name: 'text', text: expect.stringMatching(/=$/) })
    expect(oauth.anatomy(field, 'info')).toEqual([])
  })

  it.each([
    ['OAuth oauth_token="t%20", oauth_signature="s%3D"', ['t ', 's=']],
    ['OAuth oauth_signature_method="PLAINTEXT", oauth_signature="a%26b"', ['a', 'b']],
    ['OAuth oauth_signature="%"', []],
    ['OAuth', []],
  ])('%s gives away %j', (text, wanted) => {
    const [field = expect.fail()] = parseRequest(`GET / HTTP/1.1\nAuthorization: ${text}\n\n`).fields
    expect(oauth.exposes({ field, credentials: challengeOf(text) })).toEqual(wanted)
  })
})
