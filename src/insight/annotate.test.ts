import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { allEnglish } from '../content/languages/index.ts'
import type { HttpMessage } from '../protocol/http/message.ts'
import { parseMessage } from '../protocol/http/parse.ts'
import { frontKeys, meet } from '../protocol/schemes/index.ts'
import { annotate, answeringScheme } from './annotate.ts'

const english = await allEnglish()

// The others are on the shelf, but were not met.
beforeAll(() => meet(frontKeys))

const texts = (message: HttpMessage) => annotate(message).map(({ span }) => message.source.slice(span.start, span.end))
const labels = (source: string) => annotate(parseMessage(source)).map(({ label }) => label)
const ids = (source: string) => annotate(parseMessage(source)).map(({ id }) => id)
const response = (...fields: readonly string[]) => `HTTP/1.1 401 Unauthorized\n${fields.join('\n')}\n\n`
const request = (...fields: readonly string[]) => `GET /docs/ HTTP/1.1\nHost: www.example.com\n${fields.join('\n')}\n\n`

describe('the notes of the documented examples', () => {
  it('name the scheme of a bare Bearer', () => {
    expect(labels(response('WWW-Authenticate: Bearer'))).toEqual(['HTTP/1.1', '401', 'Unauthorized', 'Bearer'])
  })

  it('name realm and error of the missing token', () => {
    expect(ids(response('WWW-Authenticate: Bearer realm="API", error="missing_token"'))).toEqual([
      'version',
      'status',
      'reason',
      'www-authenticate.bearer',
      'www-authenticate.bearer.realm',
      'www-authenticate.bearer.error',
    ])
  })

  it('name all three parameters of the expired token', () => {
    const field = 'WWW-Authenticate: Bearer realm="API", error="invalid_token", error_description="Token expired"'
    expect(texts(parseMessage(response(field))).slice(3)).toEqual([
      'Bearer',
      'realm="API"',
      'error="invalid_token"',
      'error_description="Token expired"',
    ])
  })

  it('take the unregistered X-API-Key for the scheme that it is here', () => {
    expect(ids(response('WWW-Authenticate: X-API-Key realm="API"')).slice(3)).toEqual([
      'www-authenticate.x-api-key',
      'www-authenticate.x-api-key.realm',
    ])
    expect(ids(request('X-API-Key: pk_demo_reader_7f3a9c')).slice(3)).toEqual(['x-api-key.x-api-key.key'])
  })
})

describe('the notes of credentials', () => {
  it('undress Basic', () => {
    const [, , , , token68] = annotate(parseMessage(request('Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==')))
    expect(token68?.decoded.map(({ name, text, secret }) => [name, text, secret])).toEqual([
      ['user', 'Aladdin', undefined],
      ['password', 'open sesame', true],
    ])
  })

  it('are there for a request line of its own too', () => {
    expect(labels('GET /docs/ HTTP/1.1\n\n')).toEqual(['GET', '/docs/', 'HTTP/1.1'])
  })
})

describe('two challenges of one scheme', () => {
  const two = 'WWW-Authenticate: Digest realm="a", algorithm=SHA-256\nWWW-Authenticate: Digest realm="a", algorithm=MD5'

  it('have ids that say which one', () => {
    expect(ids(response(two)).slice(3)).toEqual([
      'www-authenticate.digest',
      'www-authenticate.digest.realm',
      'www-authenticate.digest.algorithm',
      'www-authenticate.digest.2',
      'www-authenticate.digest.realm.2',
      'www-authenticate.digest.algorithm.2',
    ])
  })

  it('keep their ids apart from a parameter that is called “2”', () => {
    const all = ids(response('WWW-Authenticate: Digest 2=x, Digest 2=y'))
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('what is not on the shelf', () => {
  const keysOf = (source: string) => annotate(parseMessage(source)).map(({ keys }) => keys[0])

  it.each([
    ['registered', 'HOBA', 'http.registered-scheme'],
    ['met without being registered', 'GenieKey', 'http.met-scheme'],
    ['heard of by nobody', 'Sesame', 'http.unknown-scheme'],
  ])('is said to be %s', (_, scheme, key) => {
    expect(keysOf(response(`WWW-Authenticate: ${scheme} realm="x", max-age=3`)).slice(3)).toEqual([
      key,
      'http.realm',
      'http.unknown-param',
    ])
  })

  it('has its registered section cited', () => {
    expect(annotate(parseMessage(response('WWW-Authenticate: HOBA max-age=3')))[3]?.cite).toBe('RFC 7486 §3')
  })

  it('keeps a token68 to itself', () => {
    expect(keysOf(request('Authorization: Sesame b3Blbg==')).at(-1)).toBe('http.token68')
  })
})

describe('Authentication-Info', () => {
  const source = 'HTTP/1.1 200 OK\nAuthentication-Info: rspauth="abc", nextnonce="def"\n\n'

  it('is read in the scheme of the request', () => {
    const sent = parseMessage(request('Authorization: Digest username="Mufasa"'))
    expect(annotate(parseMessage(source), answeringScheme(sent)).map(({ keys }) => keys[0])).toEqual(
      expect.arrayContaining(['digest.param.rspauth', 'digest.param.nextnonce']),
    )
  })

  it('is named and not guessed at where nobody knows the scheme', () => {
    expect(annotate(parseMessage(source)).map(({ keys }) => keys[0])).toContain('http.info-param')
  })
})

describe('the sections that define statuses and methods', () => {
  it.each([
    [200, 'RFC 9110 §15.3.1'],
    [304, 'RFC 9110 §15.4.5'],
    [308, 'RFC 9110 §15.4.9'],
    [401, 'RFC 9110 §15.5.2'],
    [403, 'RFC 9110 §15.5.4'],
    [407, 'RFC 9110 §15.5.8'],
    [421, 'RFC 9110 §15.5.20'],
    [429, 'RFC 6585 §4'],
    [505, 'RFC 9110 §15.6.6'],
    [499, 'RFC 9110 §15.5'],
    [799, 'RFC 9110 §15'],
  ])('%i: %s', (status, cite) => {
    expect(annotate(parseMessage(`HTTP/1.1 ${status} \n\n`))[1]?.cite).toBe(cite)
  })

  it('PATCH has an RFC of its own', () => {
    expect(annotate(parseMessage('PATCH / HTTP/1.1\n\n'))[0]?.cite).toBe('RFC 5789 §2')
  })
})

describe('the notes of any text', () => {
  const piece = fc.constantFrom(
    ...[
      'HTTP/1.1',
      ' ',
      '401',
      'GET',
      '/',
      '\n',
      '\r\n',
      ': ',
      ', ',
      ',',
      '=',
      '"',
      '\\',
      ';',
      '\t',
      'é',
      '\u0000',
      '2',
    ],
    ...['WWW-Authenticate: ', 'Authorization: ', 'Proxy-Authenticate: ', 'Authentication-Info: ', 'X-API-Key: '],
    ...['Basic', 'Digest ', 'Bearer ', 'Sesame ', 'realm="a"', 'nonce=b', 'realm', 'QWxhZGRpbjpvcGVu', 'a.b.c'],
  )
  const messages = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
  const sources = fc.oneof(messages, fc.string({ unit: 'binary' }), messages.map(response), messages.map(request))

  it('ascend, overlap nowhere, and stay in the text', () => {
    fc.assert(
      fc.property(sources, (source) => {
        let end = 0
        for (const { span } of annotate(parseMessage(source), 'Digest')) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          end = span.end
        }
        expect(end).toBeLessThanOrEqual(source.length)
      }),
    )
  })

  it('have ids that differ', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const all = ids(source)
        expect(new Set(all).size).toBe(all.length)
      }),
    )
  })

  it('have words in English', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const wordless = annotate(parseMessage(source)).filter(({ keys }) => !keys.some((key) => key in english))
        expect(wordless.map(({ keys }) => keys)).toEqual([])
      }),
    )
  })
})
