import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Challenge } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import type { Secret, Step, User } from '../../auth/scheme.ts'
import { envAt } from '../../auth/testing/env.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest, parseResponse } from '../../http/parse.ts'
import { token } from '../../text/span.ts'
import en from './en.ts'
import cookie from './scheme.ts'
import { hashOf, type Space } from './space.ts'

const NOON = Date.UTC(2026, 0, 1, 12)
const ada: User = { id: 'ada', name: 'Ada', roles: [], secrets: [] }
const NAME = '__Host-session'
const session = (value: string, user = 'ada') => ({ hash: hashOf(value), user, csrf: 'c', made: NOON })
const spaceOf = (...values: readonly string[]): Space => ({
  id: 'session',
  scheme: 'cookie',
  realm: '',
  users: [ada],
  settings: { name: NAME, lifetime: 60 },
  memory: { sessions: [...values.map((value) => session(value)), session('of-nobody', 'eve')] },
})
const elementOf = (text: string) => parseChallenges(token(text, 0, text.length)).value[0] as Challenge

const said = new Set<string>()
function say({ check, result, knew }: Step) {
  const name = check.replace('cookie.', '')
  const words: Readonly<Record<string, string>> = en
  for (const key of [`check.${name}`, `${result}.${name}`]) {
    said.add(key)
    const slots = [...(words[key] ?? '{missing}').matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
    expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
  }
}

async function judge(value: string, seconds = 0, space = spaceOf('right')) {
  const request = parseRequest(`GET / HTTP/1.1\nHost: a.example\nCookie: ${value}\n\n`)
  const [field] = fieldsNamed(request, 'Cookie')
  if (!field) throw new Error('No cookie was sent')
  const judged = await cookie.judge({ field }, space, request, envAt(NOON + seconds * 1000))
  judged.steps.forEach(say)
  const last = judged.steps.at(-1)
  const saw = (last?.saw ?? []).map(({ start, end }) => request.source.slice(start, end))
  return { judged, field, saw, outcome: last?.result === 'fail' ? last.check.replace('cookie.', '') : judged.result }
}

async function answer(secret: Secret, fields = '') {
  const request = parseRequest(`GET / HTTP/1.1\nHost: a.example\n${fields}\n`)
  const made = await cookie.answer({ offer: elementOf('Cookie'), secret, request, earlier: [], env: envAt(0) })
  return made.fields[0]?.[1] ?? ''
}

const secretOf = (value: string, name = NAME): Secret => ({ id: 's', kind: 'cookie', name, value })

describe('judge', () => {
  it('grants what answer wrote, and no other value', async () => {
    const value = fc.stringMatching(/^[\w./+=-]{1,40}$/)
    await fc.assert(
      fc.asyncProperty(value, value, async (right, other) => {
        expect(cookie.unsendable?.(secretOf(right))).toBeUndefined()
        const sent = await answer(secretOf(right), 'Cookie: lang=en\n')
        expect((await judge(sent, 0, spaceOf(right))).judged).toMatchObject({ result: 'granted', user: ada })
        fc.pre(right !== other)
        expect((await judge(await answer(secretOf(other)), 0, spaceOf(right))).outcome).toBe('known')
      }),
    )
  })

  it.each([
    ['nothing', '', 'pairs'],
    ['only semicolons', ' ; ;', 'pairs'],
    ['a word', 'abc', 'pairs'],
    ['a word among pairs', `${NAME}=right; abc`, 'pairs'],
    ['other cookies', 'lang=en; theme=dark', 'named'],
    ['a name in other letters', '__host-session=right', 'named'],
    ['the cookie twice', `${NAME}=right; ${NAME}=right`, 'once'],
    ['another value', `${NAME}=wrong`, 'known'],
    ['no value', `${NAME}=`, 'known'],
    ['the hash itself', `${NAME}=${hashOf('right')}`, 'known'],
    ['a session of nobody', `${NAME}=of-nobody`, 'known'],
  ])('refuses %s', async (_, value, outcome) => {
    const found = await judge(value)
    expect([found.outcome, found.judged]).toMatchObject([outcome, { result: 'refused', status: 401 }])
  })

  it('looks at its own cookie alone, among others and in quotes', async () => {
    expect(await judge(`lang=en; ${NAME}=right;theme=dark`)).toMatchObject({
      outcome: 'granted',
      saw: [`${NAME}=right`],
    })
    expect((await judge(`${NAME}="right"`)).outcome).toBe('granted')
  })

  it('lets a session last as long as it lasts', async () => {
    expect((await judge(`${NAME}=right`, 59)).outcome).toBe('granted')
    expect((await judge(`${NAME}=right`, 60)).outcome).toBe('expiry')
  })

  it('is never an exception, whatever stands there', async () => {
    const text = fc.string().map((each) => each.replace(/[\r\n]/g, ' '))
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const { judged, field } = await judge(value)
        expect(judged.result).toBe('refused')
        const parts = cookie.anatomy(field, 'credentials')
        expect(parts.every(({ span }, at) => span.start >= (parts[at - 1]?.span.end ?? 0))).toBe(true)
      }),
    )
  })
})

describe('answer', () => {
  it('replaces its own cookie, and keeps the others', async () => {
    expect(await answer(secretOf('new'), `Cookie: a=1; ${NAME}=old; b="2"\n`)).toBe(`${NAME}=new; a=1; b="2"`)
  })

  it.each([
    ['a b', NAME],
    ['a;b', NAME],
    ['a,b', NAME],
    ['ü', NAME],
    ['a', 'a b'],
    ['a', ''],
  ])('can’t write %s in %s', (value, name) => {
    expect(cookie.unsendable?.(secretOf(value, name))).toBe('octets')
  })
})

describe('challenge', () => {
  it('never stands there, but a dead cookie is taken away', () => {
    const gone = [['Set-Cookie', `${NAME}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`]]
    const said = (kind?: string) => cookie.challenge(spaceOf(), envAt(0), kind === undefined ? undefined : { kind })
    expect(said()).toMatchObject({ challenges: [], fields: [] })
    expect(said('forbidden')).toMatchObject({ challenges: [], fields: [] })
    for (const kind of ['unknown', 'expired']) expect(said(kind)).toMatchObject({ challenges: [], fields: gone })
  })
})

describe('anatomy', () => {
  const partsOf = (line: string) => {
    const message = parseResponse(`HTTP/1.1 200 OK\n${line}\n\n`)
    const [field] = message.fields
    if (!field) throw new Error('No field')
    return cookie
      .anatomy(field, 'challenge')
      .map(({ role, span, decoded = [] }) =>
        [role, message.source.slice(span.start, span.end), ...decoded.map(({ text }) => text)].join(' '),
      )
  }

  it('of Set-Cookie tells the cookie from its attributes', () => {
    const line =
      'Set-Cookie: __Host-a=b; Path=/; max-age=5; Secure; HttpOnly; SameSite=Lax; Domain=x; Expires=Wed, 1; Partitioned; Q'
    expect(partsOf(line)).toEqual([
      'issued __Host-a=b __Host-',
      'path Path=/',
      'max-age max-age=5',
      'secure Secure',
      'http-only HttpOnly',
      'same-site SameSite=Lax',
      'domain Domain=x',
      'expires Expires=Wed, 1',
      'partitioned Partitioned',
      'attribute Q',
    ])
    expect(partsOf('Set-Cookie:')).toEqual([])
  })

  it('of Cookie is its pairs', () => {
    expect(partsOf('Cookie: a=b;  __Secure-c=d ;')).toEqual(['cookie a=b', 'cookie __Secure-c=d __Secure-'])
  })

  it('of a challenge that nobody should send names what is there', () => {
    const roles = (text: string) => cookie.anatomy(elementOf(text), 'challenge').map(({ role }) => role)
    expect(roles('Cookie')).toEqual(['scheme'])
    expect(roles('Cookie realm="x", form-action=y')).toEqual(['scheme', 'param.realm', 'param.form-action'])
    expect(roles('Cookie abc')).toEqual(['scheme', 'cookie'])
  })

  it('gives away every value', async () => {
    const { field } = await judge(`a=1; ${NAME}=right; b=`)
    expect(cookie.exposes({ field })).toEqual(['1', 'right'])
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
