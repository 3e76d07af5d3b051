import fc from 'fast-check'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import { base64url, octetsOf } from '../text/octets.ts'
import { token } from '../text/span.ts'
import { looksLikeJwt, readJwt } from './jwt.ts'

/** RFC 7519 §3.1: its header has a line end and a space, which a reader must keep. */
const RFC_7519 =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

const read = (text: string) => readJwt(token(text, 0, text.length))
const b64 = (text: string) => base64url(octetsOf(text))
const codes = (text: string) => read(text).faults.map(({ code }) => code)

describe('readJwt', () => {
  it('reads the example of RFC 7519 §3.1', () => {
    const jwt = read(RFC_7519)
    expect(jwt.faults).toEqual([])
    expect(jwt.header).toEqual({ typ: 'JWT', alg: 'HS256' })
    expect(jwt.claims).toEqual({ iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true })
    expect(jwt.signature).toHaveLength(32)
    expect(RFC_7519.startsWith(`${jwt.signingInput}.`)).toBe(true)
  })

  it('says where each part stands in the message', () => {
    const source = `Authorization: Bearer ${RFC_7519}`
    const jwt = readJwt(token(source, 22, source.length))
    for (const { text, span } of jwt.parts) expect(source.slice(span.start, span.end)).toBe(text)
    expect(jwt.parts).toHaveLength(3)
  })

  const good = `${b64('{"alg":"HS256"}')}.${b64('{}')}.AAAA`
  it.each([
    ['nothing', '', ['parts-count', 'header-json']],
    ['one part', b64('{}'), ['parts-count']],
    ['two parts', `${b64('{}')}.${b64('{}')}`, ['parts-count']],
    ['four parts', `${good}.AAAA`, ['parts-count']],
    ['five parts, so an encrypted token (RFC 7516 §7.1)', `${b64('{}')}..AA.AA.AA`, ['parts-count']],
    ['a padded header (RFC 7515 §2)', 'eyJ9.e30=.', ['header-json', 'claims-base64url']],
    ['a header that is not base64url', `e+30.${b64('{}')}.`, ['header-base64url']],
    ['a length that Base64 does not have', `e30.e30.A`, ['signature-base64url']],
    ['spare bits that are not zero (RFC 4648 §3.5)', `e30.e30.AB`, ['signature-base64url']],
    ['white space', `e30.e30 .AA`, ['claims-base64url']],
    ['octets that are not UTF-8', `e30.${base64url(Uint8Array.of(0x22, 0xff, 0x22))}.AA`, ['claims-utf8']],
    ['a byte order mark (RFC 8259 §8.1)', `${b64('\ufeff{}')}.e30.AA`, ['header-json']],
    ['text that is not JSON', `${b64('{alg:1}')}.${b64("{'a':1}")}.AA`, ['header-json', 'claims-json']],
    ['JSON that is not an object', `${b64('[]')}.${b64('null')}.AA`, ['header-object', 'claims-object']],
    ['a claim that stands twice (RFC 7519 §4)', `e30.${b64('{"a":1,"\\u0061" :2}')}.AA`, ['claims-duplicate']],
    ['a name that stands in two objects', `e30.${b64('{"a":{"b":"}"},"b":["a","a"],"c":"a:"}')}.AA`, []],
    [
      'nesting that could not be printed',
      `e30.${b64(`{"a":${'['.repeat(101)}${']'.repeat(101)}}`)}.AA`,
      ['claims-json'],
    ],
    ['no signature, which is how alg none looks (RFC 7519 §6.1)', `${b64('{"alg":"none"}')}.e30.`, []],
  ])('names the fault of %s', (_, text, faults) => {
    expect(codes(text)).toEqual(faults)
  })

  it('names the claim that stands twice', () => {
    expect(read(`e30.${b64('{"sub":"ada","sub":"eve"}')}.AA`).faults).toEqual([
      { code: 'claims-duplicate', span: { start: 4, end: 37 + 1 }, name: 'sub' },
    ])
  })

  it('reads all other parts when one can not be read', () => {
    const jwt = read(`?.${b64('{"sub":"ada"}')}.AA`)
    expect(jwt.header).toBeUndefined()
    expect(jwt.claims).toEqual({ sub: 'ada' })
    expect(jwt.signature).toEqual(Uint8Array.of(0))
  })

  it('never throws and loses nothing, whatever the text is', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.json().map(b64), fc.constantFrom('.', 'e30', '=', '\n'))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const jwt = read(text)
        expect(jwt.parts.map((part) => part.text).join('.')).toBe(text)
        for (const { text: part, span } of jwt.parts) expect(text.slice(span.start, span.end)).toBe(part)
      }),
    )
  })

  it('does not choke on what is long or deep', () => {
    expect(codes(`e30.${b64(`{"a":${'['.repeat(1e5)}`)}.AA`)).toEqual(['claims-json'])
    expect(codes(`e30.${b64(`{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`)}.AA`)).toEqual(['claims-json'])
    expect(codes(`e30.${b64(JSON.stringify({ a: '"\\'.repeat(2e5) }))}.AA`)).toEqual([])
  })

  it('reads the same header and claims as jose', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue())
    fc.assert(
      fc.property(object, object, (header, claims) => {
        const text = `${b64(JSON.stringify(header))}.${b64(JSON.stringify(claims))}.AA`
        expect(read(text).faults).toEqual([])
        expect(JSON.stringify(read(text).header)).toBe(JSON.stringify(decodeProtectedHeader(text)))
        expect(JSON.stringify(read(text).claims)).toBe(JSON.stringify(decodeJwt(text)))
      }),
    )
  })
})

describe('looksLikeJwt', () => {
  it.each([
    [RFC_7519, true],
    [`${b64('{}')}.x`, true],
    [`${b64('{ "alg": "none" }')}..`, true],
    [`${b64('{\r\n}')}.`, true],
    ['eyJhbGc...expired_token', true],
    ['mF_9.B5f-4.1JqM', false],
    ['eyJhbGciOiJIUzI1NiJ9', false],
    ['abc.def.ghi', false],
    ['evening.of.tokens', false],
    ['', false],
  ])('%s: %s', (text, looks) => {
    expect(looksLikeJwt(text)).toBe(looks)
  })
})
