import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseResponse } from '../../http/parse.ts'
import { writeExtValue } from './ext-value.ts'
import digest from './scheme.ts'
import { answerAt, challengeOf, envAt, meet, spaceOf } from './testing/play.ts'

const roles = (text: string) =>
  digest.anatomy(challengeOf(text), 'challenge').map(({ role, span }) => [role, text.slice(span.start, span.end)])

describe('the anatomy', () => {
  it('names the parts of a challenge, in reading order', () => {
    expect(roles('Digest realm="a, b", QOP=auth ,nonce=x, hm=1')).toEqual([
      ['scheme', 'Digest'],
      ['param.realm', 'realm="a, b"'],
      ['param.qop', 'QOP=auth'],
      ['param.nonce', 'nonce=x'],
      ['param.hm', 'hm=1'],
    ])
    expect(roles('Digest')).toEqual([['scheme', 'Digest']])
  })

  it('names the parts of Authentication-Info', () => {
    const source = 'HTTP/1.1 200 OK\nAuthentication-Info: rspauth="00", nc=00000001,qop=auth\n\n'
    const field = fieldsNamed(parseResponse(source), 'Authentication-Info')[0]
    if (!field) throw new Error('No field')
    const parts = digest.anatomy(field, 'info').map(({ role, span }) => [role, source.slice(span.start, span.end)])
    expect(parts).toEqual([
      ['param.rspauth', 'rspauth="00"'],
      ['param.nc', 'nc=00000001'],
      ['param.qop', 'qop=auth'],
    ])
  })

  it('opens a nonce of ours', async () => {
    const env = envAt(5)
    const table = meet(spaceOf(), env)
    const made = [{ name: 'made', text: '2024-07-02T12:18:52.000Z', instant: env.now(), cite: 'RFC 7616 §3.3' }]
    expect(digest.anatomy(table.offer, 'challenge').find(({ role }) => role === 'param.nonce')?.decoded).toEqual(made)
    const request = await answerAt(table, env)
    expect(request.source).toMatch(/ nonce="[A-Za-z0-9+/]{60}",/)
  })

  it.each(['7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v', 'dcd98b7102dd2f0e8b11d0f600bfb0c093', '!', ''])(
    'guesses nothing in the nonce %s',
    (nonce) => {
      const parts = digest.anatomy(challengeOf(`Digest nonce="${nonce}", nextnonce="${nonce}"`), 'challenge')
      expect(parts.flatMap(({ decoded = [] }) => decoded)).toEqual([])
    },
  )

  it.each([
    ["UTF-8''J%C3%A4s%C3%B8n%20Doe", 'Jäsøn Doe'],
    ["utf-8'de'a%c3%a4", 'aä'],
    ["UTF-8''", ''],
    ["ISO-8859-1''%E4", undefined],
    ["UTF-8''%E4", undefined],
    ["UTF-8''a b", undefined],
    ["UTF-8''%C", undefined],
    ['Mufasa', undefined],
  ])('decodes username*=%s (RFC 8187 §3.2)', (value, user) => {
    const [, part] = digest.anatomy(challengeOf(`Digest username*="${value}"`), 'credentials')
    expect(part?.decoded?.map(({ text }) => text)).toEqual(user === undefined ? [] : [user])
  })

  it('tells the URIs of domain apart', () => {
    const text = 'Digest nonce="x", domain="/files  http://other.example/a, /b files mailto:x"'
    const part = digest.anatomy(challengeOf(text), 'challenge').find(({ role }) => role === 'param.domain')
    expect(part?.decoded?.map(({ name, text }) => `${name} ${text}`)).toEqual([
      'here /files',
      'elsewhere http://other.example/a,',
      'here /b',
      'stray files',
      'elsewhere mailto:x',
    ])
    expect(digest.anatomy(challengeOf('Digest domain=" "'), 'challenge')[1]?.decoded).toEqual([])
  })

  it('writes in username* what it reads', () => {
    for (const name of ["it's (a) *star*", 'Jäsøn Doe', '🦁', '%41', '\u0000'])
      expect(roles(`Digest username*=${writeExtValue(name)}`)).toHaveLength(2)
    expect(writeExtValue("*'()%ä")).toBe("UTF-8''%2A%27%28%29%25%C3%A4")
  })

  it('finds the parts of an answer where they stand in the request', async () => {
    const env = envAt(0)
    const { source, fields } = await answerAt(meet(spaceOf({ userhash: true }), env), env)
    const field = fields.find(({ name }) => name.text === 'Authorization')
    const credentials = field && parseCredentials(field.value).value
    if (!credentials) throw new Error('No credentials')
    const parts = digest.anatomy(credentials, 'credentials')
    expect(parts.map(({ span }) => source.slice(span.start, span.end).replace(/=.*/, ''))).toEqual(
      'Digest username realm uri algorithm nonce nc cnonce qop response opaque userhash'.split(' '),
    )
    expect(parts.every(({ cite }) => cite.startsWith('RFC 7616 §3'))).toBe(true)
  })
})
