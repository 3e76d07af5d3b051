import { describe, expect, it } from 'vitest'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest, parseResponse } from '../../http/parse.ts'
import { hostOf } from './host.ts'
import mutual from './scheme.ts'
import { alice, answerTo, challengeOf, clockAt, login, meet, spaceOf, step } from './testing/play.ts'

const COMMON =
  'Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="Mutual demo", auth-scope="example.com"'

describe('a challenge that a client can use', () => {
  it.each([
    [`${COMMON}, reason=initial`, true],
    [COMMON.replace('host', 'HOST'), true],
    [COMMON.replace('=host', '=tls-server-end-point'), true],
    [COMMON.replace('=host', '=TLS-Server-End-Point'), true],
    [COMMON.replace('validation=host, ', ''), false],
    [COMMON.replace('version=1', 'version=2'), false],
    [COMMON.replace('p256-sha256', 'p521-sha512'), false],
    [COMMON.replace('=host', '=tls-unique'), false],
    [COMMON.replace('realm="Mutual demo", ', ''), false],
    [`${COMMON}, sid=00, ks1=${'ff'.repeat(33)}, nc-max=1`, false],
    [`${COMMON}, sid=x, ks1=00, nc-max=1`, false],
    ['Mutual', false],
  ])('%s: usable is %s', (text, usable) => expect(mutual.usable(challengeOf(text))).toBe(usable))
})

describe('what can’t be sent', () => {
  it.each([
    ['', 'x', 'unprepared'],
    ['a', '', 'unprepared'],
    ['a\tb', 'x', 'unprepared'],
    ['Jürgen', 'x', undefined],
  ])('can send %j and %j, or says why not', (username, password, why) => {
    expect(mutual.unsendable?.({ ...alice, username, password })).toBe(why)
    expect(spaceOf({}, { ...alice, username, password }).settings.accounts).toHaveLength(why ? 0 : 1)
  })
})

describe('the host that proofs are bound to', () => {
  it.each([
    ['example.com', 'https://example.com:443'],
    ['Example.COM', 'https://example.com:443'],
    ['example.com:8443', 'https://example.com:8443'],
    ['[::1]', 'https://[::1]:443'],
    ['', 'https://:443'],
  ])('of %j is %s', (host, vh) => expect(hostOf(parseRequest(`GET / HTTP/1.1\nHost: ${host}\n\n`))).toBe(vh))
})

describe('challenge, anatomy and what is exposed', () => {
  it('says nothing to who is forbidden', () => {
    expect(mutual.challenge(spaceOf(), clockAt(0), { kind: 'forbidden' }).challenges).toEqual([])
  })

  it('names every part', async () => {
    const credentials = await answerTo(meet(), { ...alice, username: 'Jürgen' })
    const parts = mutual.anatomy(challengeOf(credentials), 'credentials')
    expect(parts.map(({ role }) => role.replace('param.', ''))).toEqual([
      ...['scheme', 'version', 'algorithm', 'validation', 'realm', 'auth-scope', 'user*', 'kc1'],
    ])
    expect(parts[6]?.decoded).toMatchObject([{ name: 'user', text: 'Jürgen' }])
    expect(mutual.anatomy(challengeOf("Mutual user*=x''y"), 'credentials')[1]?.decoded).toEqual([])
    expect(mutual.anatomy(challengeOf('Mutual'), 'challenge')).toHaveLength(1)
    const { pair } = await login()
    const [info] = fieldsNamed(pair.response, 'Authentication-Info')
    expect((info ? mutual.anatomy(info, 'info') : []).map(({ role }) => role)).toEqual([
      ...['param.version', 'param.sid', 'param.vks'],
    ])
  })

  it('gives away a name, and nothing that a password could be tried on', async () => {
    const { table } = await step(meet())
    const exposed = async (text: string) => {
      const [field] = fieldsNamed(parseResponse(`HTTP/1.1 200 OK\nAuthorization: ${text}\n\n`), 'Authorization')
      return field ? mutual.exposes({ field, credentials: challengeOf(text) }) : []
    }
    expect(await exposed(await answerTo(meet()))).toEqual(['alice'])
    expect(await exposed(await answerTo(table))).toEqual([])
  })
})
