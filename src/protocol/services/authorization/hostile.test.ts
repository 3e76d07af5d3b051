/** Whatever somebody sends, there is an answer; and no word is left that nobody says. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import en from './en.ts'
import { begin, bodyOf, get, post, statusOf, VERIFIER } from './testing/session.ts'

const paths = [
  'authorize',
  'login',
  'consent',
  'par',
  'token',
  'revoke',
  'introspect',
  'device_authorization',
  'device',
]
const names = [
  'client_id',
  'client_secret',
  'redirect_uri',
  'response_type',
  'code',
  'code_verifier',
  'code_challenge',
  'scope',
  'state',
  'grant_type',
  'refresh_token',
  'token',
  'ticket',
  'username',
  'password',
  'decision',
  'user_code',
  'device_code',
  'resource',
  'client_assertion',
  'client_assertion_type',
  'request_uri',
  'prompt',
  'max_age',
  'acr_values',
]
const values = [
  'photo-book',
  'web-shop',
  'television',
  'batch',
  '__proto__',
  'https://example.com/callback',
  'authorization_code',
  'refresh_token',
  'client_credentials',
  'urn:ietf:params:oauth:grant-type:device_code',
  'e30.e30.AA',
  '%',
  '\u0000',
  'S256',
  'code',
  VERIFIER,
  '',
]
const pair = fc.tuple(fc.constantFrom(...names), fc.oneof(fc.constantFrom(...values), fc.string()))
const form = fc.oneof(
  fc.array(pair).map((pairs) => new URLSearchParams(pairs).toString()),
  fc.string(),
)

describe('hostile input', () => {
  it('gets an answer', async () => {
    const session = begin()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), form, fc.string(), async (path, text, field) => {
        const fields = `Authorization: Basic ${field.replace(/[^ -~]/g, '')}\nDPoP: ${field.replace(/[^ -~]/g, '')}\n`
        const body = `POST /${path} HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n`
        for (const request of [
          `${body}\n${text}`,
          `${body}${fields}\n${text}`,
          get(`/${path}?${encodeURI(text.replace(/[\ud800-\udfff]/g, ''))}`),
        ])
          expect(statusOf(await session.send(request))).toBeLessThan(500)
      }),
      { numRuns: 60 },
    )
  })

  it('registers nobody by accident', async () => {
    const session = begin()
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        const request = `POST /register HTTP/1.1\nHost: auth.example.com\nContent-Type: application/json\n\n${json}`
        expect(statusOf(await session.send(request))).toBe(400)
      }),
      { numRuns: 50 },
    )
  })

  it('opens nothing with one character of a code changed', async () => {
    const session = begin()
    const code = await session.code()
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    await fc.assert(
      fc.asyncProperty(fc.nat(code.length - 1), fc.constantFrom(...letters), async (at, letter) => {
        fc.pre(code[at] !== letter)
        const changed = code.slice(0, at) + letter + code.slice(at + 1)
        expect(bodyOf(await session.redeem(changed)).error).toBe('invalid_grant')
      }),
      { numRuns: 25 },
    )
    expect(statusOf(await session.redeem(code))).toBe(200)
  })

  it('leaves a form alone that ends with a line', async () => {
    const session = begin()
    const request = `${post('/token', { grant_type: 'client_credentials', client_id: 'old-forum', client_secret: 'since-2009' })}\r\n`
    expect(bodyOf(await session.send(request)).error).toBe('unauthorized_client')
  })
})

describe('words', () => {
  const sources = import.meta.glob<string>(['./**/*.ts', '!./**/*.test.ts', '!./en.ts'], {
    eager: true,
    query: '?raw',
    import: 'default',
  })
  it('are all said by somebody', () => {
    const code = Object.values(sources).join('\n')
    const silent = Object.keys(en).filter((key) => {
      const [kind = '', name = ''] = key.split('.')
      return kind === 'page'
        ? !/^(allow|deny)$/.test(name) && !code.includes(`'page.${name}`)
        : !code.includes(`'${name}'`)
    })
    expect(silent).toEqual([])
  })
})
