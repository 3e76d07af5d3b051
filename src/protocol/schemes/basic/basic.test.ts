import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../../auth/cases/credentials.json'
import type { Challenge } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { ProtectionSpace, Secret, Step, User } from '../../auth/scheme.ts'
import { envAt } from '../../auth/testing/env.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest } from '../../http/parse.ts'
import { base64, latin1Text, octetsOf, utf8Text } from '../../text/octets.ts'
import { token } from '../../text/span.ts'
import en from './en.ts'
import basic, { type BasicSettings } from './scheme.ts'

const env = envAt(0)

const secretOf = (username: string, password: string): Secret => ({ id: 's', kind: 'password', username, password })
const userOf = (username: string, password: string): User => ({
  id: username,
  name: username,
  roles: [],
  secrets: [secretOf(username, password)],
})
const spaceOf = (...users: readonly User[]): ProtectionSpace<BasicSettings, null> => ({
  id: 'docs',
  scheme: 'basic',
  realm: 'WallyWorld',
  users,
  settings: {},
  memory: null,
})

const offer = parseChallenges(token('Basic realm="x"', 0, 15)).value[0] as Challenge
const asked = parseRequest('GET / HTTP/1.1\nHost: www.example.com\n\n')
const answer = (username: string, password: string) =>
  basic.answer({ offer, secret: secretOf(username, password), request: asked, earlier: [], env })

async function authorization(username: string, password: string): Promise<string> {
  const { fields } = await answer(username, password)
  return fields.map(([name, value]) => `${name}: ${value}`).join('\n')
}

/** What was said, so that a test at the end finds words that nobody uses. */
const said = new Set<string>()
function say({ check, result, knew }: Step) {
  const name = check.slice(check.indexOf('.') + 1)
  const words: Readonly<Record<string, string>> = en
  for (const key of [`check.${name}`, `${result}.${name}`]) {
    said.add(key)
    const slots = [...(words[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
    expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
  }
}

async function judge(line: string, ...users: readonly User[]) {
  const request = parseRequest(`GET / HTTP/1.1\nHost: www.example.com\n${line}\n\n`)
  const [field] = fieldsNamed(request, 'Authorization')
  if (!field) throw new Error('No Authorization field was sent')
  const judged = await basic.judge(
    { field, credentials: parseCredentials(field.value).value },
    spaceOf(...users),
    request,
    env,
  )
  judged.steps.forEach(say)
  const last = judged.steps.at(-1)
  return { judged, result: judged.result, failed: last?.result === 'fail' ? last.check : undefined, request, last }
}

describe('every case', () => {
  const all = cases.filter(({ scheme }) => scheme === 'Basic')
  const encode = all.filter(({ expect: wanted }) => 'authorization' in wanted)
  const refuse = all.filter(({ kind }) => kind === 'decode')
  const unsendable = all.filter(({ kind }) => kind === 'encode')

  it('is played', () => {
    expect(all).toHaveLength(17)
    expect([encode, refuse, unsendable].map(({ length }) => length)).toEqual([12, 4, 1])
  })

  it.each(encode)('encodes $id: $source', async ({ inputs, expect: wanted }) => {
    const { username = '', password = '' } = inputs
    expect((await answer(username, password)).fields).toEqual([['Authorization', wanted.authorization]])
    const { result } = await judge(`Authorization: ${wanted.authorization}`, userOf(username, password))
    expect(result).toBe('granted')
  })

  it.each(refuse)('refuses $id: $source', async ({ inputs }) => {
    const { judged, failed } = await judge(
      `Authorization: ${inputs.authorization}`,
      userOf('foo', 'bar'),
      userOf('', ''),
    )
    expect(judged).toMatchObject({ result: 'refused', status: 401 })
    expect(failed).toMatch(/^basic\.(base64|colon)$/)
  })

  it.each(unsendable)('does not let $id in: $source', async ({ inputs }) => {
    const { username = '', password = '' } = inputs
    const { result, failed } = await judge(await authorization(username, password), userOf(username, password))
    expect([result, failed]).toEqual(['refused', 'basic.user'])
    expect(basic.unsendable?.(secretOf(username, password))).toBe('user-colon')
  })

  it.each([
    ['a\u0000', 'b', 'control'],
    ['a', 'b\n', 'control'],
    ['a', 'b:c', undefined],
    ['Jürgen', 'Käse', undefined],
  ])('knows whether %j with %j can be sent', (username, password, why) => {
    expect(basic.unsendable?.(secretOf(username, password))).toBe(why)
  })
})

describe('judge', () => {
  it.each([
    ['two words', 'Authorization: Basic Zm9vOmJhcg== Zm9vOmJhcg==', 'basic.base64'],
    ['a parameter behind the token68', 'Authorization: Basic Zm9vOmJhcg==, realm="x"', 'basic.base64'],
    ['parameters', 'Authorization: Basic username="foo", password="bar"', 'basic.base64'],
    ['plain text', 'Authorization: Basic foo:bar', 'basic.base64'],
    ['no credentials', 'Authorization: Basic', 'basic.base64'],
    ['no colon', `Authorization: Basic ${base64(octetsOf('foo'))}`, 'basic.colon'],
    ['the line feed of echo', `Authorization: Basic ${base64(octetsOf('foo:bar\n'))}`, 'basic.control'],
    ['another user', `Authorization: Basic ${base64(octetsOf('eve:bar'))}`, 'basic.user'],
    ['a user without a password', `Authorization: Basic ${base64(octetsOf('nobody:'))}`, 'basic.user'],
    ['a user whose password nobody set', `Authorization: Basic ${base64(octetsOf('half:undefined'))}`, 'basic.user'],
    ['a user in other letters', `Authorization: Basic ${base64(octetsOf('Foo:bar'))}`, 'basic.user'],
    ['another password', `Authorization: Basic ${base64(octetsOf('foo:baz'))}`, 'basic.password'],
    ['a longer password', `Authorization: Basic ${base64(octetsOf('foo:bar1'))}`, 'basic.password'],
    ['a shorter password', `Authorization: Basic ${base64(octetsOf('foo:'))}`, 'basic.password'],
  ])('refuses %s', async (_, line, check) => {
    const nobody: User = { id: 'nobody', name: 'nobody', roles: [], secrets: [] }
    const half: User = { ...nobody, secrets: [{ id: 'h', kind: 'password', username: 'half' }] }
    const { judged, failed } = await judge(line, userOf('foo', 'bar'), nobody, half)
    expect(judged).toMatchObject({ result: 'refused', status: 401 })
    expect(failed).toBe(check)
  })

  it('says which octet is a control character', async () => {
    const { last } = await judge(`Authorization: Basic ${base64(octetsOf('é:\n'))}`, userOf('é', ''))
    expect(last).toMatchObject({ check: 'basic.control', knew: { octet: '4' } })
  })

  it('looks at the token68', async () => {
    const { last, request } = await judge('Authorization: Basic  Zm9vOmJhcg==', userOf('foo', 'baz'))
    expect(last?.saw.map(({ start, end }) => request.source.slice(start, end))).toEqual(['Zm9vOmJhcg=='])
  })

  it('takes Base64 without padding, and the scheme in any letter case (RFC 9110 §11.1)', async () => {
    expect((await judge('Authorization: bASIC Zm9vOmJhcg', userOf('foo', 'bar'))).result).toBe('granted')
  })

  const text = fc.string({ unit: 'binary' }).filter((each) => !/\p{Cc}/u.test(each))
  const name = text.filter((each) => !each.includes(':'))
  const nfc = (each: string) => each.normalize('NFC')

  it('grants what answer wrote, for whatever user and password', async () => {
    await fc.assert(
      fc.asyncProperty(name, text, async (username, password) => {
        const line = await authorization(username, password)
        for (const form of ['NFC', 'NFD'] as const) {
          const user = userOf(username.normalize(form), password.normalize(form))
          expect((await judge(line, user)).judged).toMatchObject({ result: 'granted', user })
        }
      }),
    )
  })

  it('minds no composition: client and server compose alike (RFC 7617 §2.1)', async () => {
    const composed = `Authorization: Basic ${base64(octetsOf('\u00e9:\u00e5'))}`
    const decomposed = `Authorization: Basic ${base64(octetsOf('e\u0301:a\u030a'))}`
    expect(await authorization('e\u0301', 'a\u030a')).toBe(composed)
    expect((await judge(decomposed, userOf('\u00e9', '\u00e5'))).result).toBe('granted')
  })

  it('refuses whatever is changed in user or password', async () => {
    const place = fc.nat()
    await fc.assert(
      fc.asyncProperty(name, text, place, text, async (username, password, at, insert) => {
        const whole = `${username}:${password}`
        const from = at % (whole.length + 1)
        const changed = `${whole.slice(0, from)}${insert}${whole.slice(from + 1)}`
        fc.pre(changed.isWellFormed() && nfc(changed) !== nfc(whole))
        const line = `Authorization: Basic ${base64(octetsOf(changed))}`
        expect((await judge(line, userOf(username, password))).result).toBe('refused')
      }),
    )
  })

  it('refuses the right password in ISO-8859-1, and says so', async () => {
    const latin = fc.string({ unit: fc.integer({ min: 0xa0, max: 0xff }).map((unit) => String.fromCharCode(unit)) })
    await fc.assert(
      fc.asyncProperty(latin, latin, async (username, password) => {
        const octets = Uint8Array.from(`${username}:${password}`, (each) => each.charCodeAt(0))
        fc.pre(utf8Text(octets) === undefined)
        expect(latin1Text(octets)).toBe(`${username}:${password}`)
        const { failed } = await judge(`Authorization: Basic ${base64(octets)}`, userOf(username, password))
        expect(failed).toBe('basic.charset')
      }),
    )
  })
})

describe('challenge', () => {
  const space = { ...spaceOf(), realm: 'Käse "und" \\' }

  it('opens with the realm, and with the charset where it is announced', () => {
    expect(basic.challenge(spaceOf(), env).challenges).toEqual(['Basic realm="WallyWorld"'])
    expect(basic.challenge({ ...spaceOf(), settings: { charset: 'UTF-8' } }, env).challenges).toEqual([
      'Basic realm="WallyWorld", charset="UTF-8"',
    ])
    expect(basic.challenge(space, env, { kind: 'wrong' }).challenges).toEqual(['Basic realm="Käse \\"und\\" \\\\"'])
  })

  it('has nothing to say to who is forbidden', () => {
    expect(basic.challenge(space, env, { kind: 'forbidden' }).challenges).toEqual([])
  })
})

describe('exposes', () => {
  it.each([
    ['Basic Zm9vOmJhcg==', ['bar']],
    ['Basic Zm9v!', ['Zm9v!']],
    ['Basic', []],
  ])('of %s gives away %j', (value, secrets) => {
    const [field] = parseRequest(`GET / HTTP/1.1\nAuthorization: ${value}\n\n`).fields
    if (!field) throw new Error('No field')
    expect(basic.exposes({ field, credentials: parseCredentials(field.value).value })).toEqual(secrets)
  })
})

describe('anatomy', () => {
  const partsOf = (value: string) => {
    const credentials = parseCredentials(token(value, 0, value.length)).value
    return credentials ? basic.anatomy(credentials, 'credentials') : []
  }

  it('opens the Base64', () => {
    expect(partsOf('Basic Zm9vOmI6cg==')).toMatchObject([
      { role: 'scheme', span: { start: 0, end: 5 } },
      {
        role: 'token68',
        span: { start: 6, end: 18 },
        decoded: [
          { name: 'user', text: 'foo' },
          { name: 'password', text: 'b:r', secret: true },
        ],
      },
    ])
  })

  it('has a user where the colon is missing', () => {
    const decoded = [
      { name: 'user', text: 'foo' },
      { name: 'password', text: '' },
    ]
    expect(partsOf('Basic Zm9v')).toMatchObject([{ role: 'scheme' }, { role: 'token68', decoded }])
  })

  it('leaves shut what is no Base64', () => {
    expect(partsOf('Basic !')).toMatchObject([{ role: 'scheme' }, { role: 'token68', decoded: [] }])
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
