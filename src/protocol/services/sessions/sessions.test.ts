import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enter } from '../../../content/world/place.ts'
import place from '../../../content/world/places/api.example.com/session.ts'
import { worldAt } from '../../../content/world/world.ts'
import { parseRequest } from '../../http/parse.ts'
import { chance } from '../../servers/chance.ts'
import type { Exchange } from '../../servers/decision.ts'
import { handle } from '../../servers/handle.ts'
import type { World } from '../../servers/world.ts'
import en from './en.ts'

const start = enter(worldAt('2026-03-02T10:00:00Z'), place)
const FORM = 'Content-Type: application/x-www-form-urlencoded\n'
const said = new Set<string>()

/** Sends in one world after the other; every step must have its words. */
async function visit(world: World, text: string, move = 1) {
  const exchange = await handle(world, parseRequest(text), chance(world, move))
  const words: Readonly<Record<string, string>> = en
  const own = exchange.decision.steps.filter(({ check }) => check.startsWith('sessions.'))
  for (const { check, result, knew } of own) {
    const name = check.replace('sessions.', '')
    for (const key of [`check.${name}`, `${result}.${name}`]) {
      said.add(key)
      const slots = [...(words[key] ?? '{missing}').matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
      expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
    }
  }
  const { page } = exchange
  for (const key of [
    page?.title,
    ...(page?.lines ?? []).map((each) => each.key),
    ...(page?.actions ?? []).map((each) => each.key),
  ])
    if (key) {
      said.add(key)
      expect(Object.keys(words)).toContain(key)
    }
  return exchange
}

const statusOf = ({ response, decision }: Exchange) => [
  response.line.code,
  decision.steps.find(({ result }) => result === 'fail')?.check,
]
const fieldOf = ({ response }: Exchange, name: string) =>
  response.fields.find((field) => field.name.text === name)?.value.text ?? ''
const get = (path: string, fields = '') => `GET /session/${path} HTTP/1.1\nHost: api.example.com\n${fields}\n`
const post = (path: string, body: string, fields = '', type = FORM) =>
  `POST /session/${path} HTTP/1.1\nHost: api.example.com\n${fields}${type}\n${body}`
const credentials = (name: string, password: string) => new URLSearchParams({ username: name, password }).toString()

async function login(world = start, fields = '', move = 1) {
  const exchange = await visit(world, post('login', credentials('Aladdin', 'open sesame'), fields), move)
  const value = /^__Host-session=([^;]*)/.exec(fieldOf(exchange, 'Set-Cookie'))?.[1] ?? ''
  const account = await visit(exchange.world, get('account', `Cookie: __Host-session=${value}\n`))
  const csrf = /name="csrf" value="([^"]*)"/.exec(account.response.source)?.[1] ?? ''
  return { exchange, value, world: exchange.world, cookie: `Cookie: __Host-session=${value}\n`, account, csrf }
}

describe('logging in', () => {
  it('begins with a page', async () => {
    const exchange = await visit(start, get('login'))
    expect(statusOf(exchange)).toEqual([200, undefined])
    expect(exchange.page?.actions).toMatchObject([{ key: 'page.log-in', person: true }])
  })

  it('gives a new cookie that says all that it must, and the client has it', async () => {
    const { exchange, value, world, account } = await login()
    expect([exchange.response.line.code, fieldOf(exchange, 'Location')]).toEqual([303, '/session/account'])
    expect(fieldOf(exchange, 'Set-Cookie')).toBe(
      `__Host-session=${value}; Path=/; Max-Age=1800; Secure; HttpOnly; SameSite=Lax`,
    )
    expect(value).toMatch(/^[\w-]{24}$/)
    const secrets = world.users.find(({ id }) => id === 'aladdin')?.secrets ?? []
    expect(secrets.at(-1)).toEqual({ id: 'aladdin/session-1', kind: 'cookie', name: '__Host-session', value })
    expect(account.decision.verdict).toMatchObject({ status: 200, user: 'aladdin' })
    expect(account.page?.lines[0]?.slots).toEqual({ user: 'Aladdin', coins: '100' })
  })

  it('takes none that came along: nobody plants a session', async () => {
    const planted = 'Cookie: __Host-session=planted\n'
    const { value, world } = await login(start, planted)
    expect(value).not.toBe('planted')
    expect((await visit(world, get('account', planted))).response.line.code).toBe(303)
  })

  it('ends the session before', async () => {
    const first = await login()
    const second = await login(first.world, first.cookie, 2)
    expect(second.value).not.toBe(first.value)
    expect(statusOf(await visit(second.world, get('account', first.cookie)))).toEqual([303, 'cookie.known'])
    expect(statusOf(await visit(second.world, get('account', second.cookie)))).toEqual([200, undefined])
  })

  it.each([
    ['a wrong password', credentials('Aladdin', 'x'), '', FORM, 403, 'sessions.password'],
    ['a name that nobody has', credentials('Nobody', 'x'), '', FORM, 403, 'sessions.password'],
    ['an account that is suspended', credentials('Scar', 'Be prepared'), '', FORM, 403, 'sessions.active'],
    ['no password', 'username=Aladdin', '', FORM, 400, 'sessions.form'],
    ['two names', `username=a&${credentials('Aladdin', 'open sesame')}`, '', FORM, 400, 'sessions.form'],
    ['JSON', '{"username":"Aladdin"}', '', 'Content-Type: application/json\n', 400, 'sessions.form'],
    [
      'a form of another site',
      credentials('Aladdin', 'open sesame'),
      'Origin: https://evil.example\n',
      FORM,
      403,
      'sessions.origin',
    ],
  ])('is refused to %s', async (_, body, fields, type, status, check) => {
    const exchange = await visit(start, post('login', body, fields, type))
    expect(statusOf(exchange)).toEqual([status, check])
    expect(fieldOf(exchange, 'Set-Cookie')).toBe('')
  })
})

describe('without a session', () => {
  it.each([
    ['no cookie', '', 'server.credentials'],
    ['another cookie', 'Cookie: lang=en\n', 'cookie.named'],
    ['a cookie that is none', 'Cookie: __Host-session=x\n', 'cookie.known'],
  ])('(%s) pages send people to the login, and programs away', async (_, fields, check) => {
    const page = await visit(start, get('account', fields))
    expect([statusOf(page), fieldOf(page, 'Location')]).toEqual([[303, check], '/session/login'])
    expect(fieldOf(page, 'WWW-Authenticate')).toBe('')
    expect(statusOf(await visit(start, get('balance', fields)))).toEqual([403, check])
  })

  it('is whoever waits too long', async () => {
    const { world, cookie } = await login()
    const later = { ...world, clock: world.clock + 1_800_000 }
    const exchange = await visit(later, get('account', cookie))
    expect(statusOf(exchange)).toEqual([303, 'cookie.expiry'])
    expect(fieldOf(exchange, 'Set-Cookie')).toContain('Max-Age=0')
  })

  it('is not everybody who may not: that is 403', async () => {
    const { world, cookie } = await login()
    expect(statusOf(await visit(world, get('mint', cookie)))).toEqual([403, 'server.role'])
    const ada = 'Cookie: __Host-session=demo-session-of-ada-e95b62\n'
    expect(statusOf(await visit(world, get('mint', ada)))).toEqual([200, undefined])
  })
})

describe('a transfer', () => {
  it('is done for the form of the own page', async () => {
    const { world, cookie, csrf, account } = await login()
    const done = await visit(world, account.page?.actions[0]?.request ?? '')
    expect([statusOf(done), fieldOf(done, 'Location')]).toEqual([[303, undefined], '/session/account'])
    const without = await visit(done.world, post('transfer', `to=ada&amount=500&csrf=${csrf}`, cookie))
    expect(statusOf(without)).toEqual([303, undefined])
    const after = await visit(without.world, get('account', cookie))
    expect(after.page?.lines[0]?.slots).toEqual({ user: 'Aladdin', coins: '0' })
  })

  it('is not done for forms of others, though the cookie is right', async () => {
    const { world, cookie, account } = await login()
    const forged = await visit(world, account.page?.actions[1]?.request ?? '')
    expect(statusOf(forged)).toEqual([403, 'sessions.origin'])
    expect(forged.decision.verdict).toMatchObject({ user: 'aladdin', failed: 'permitted' })
    for (const csrf of ['', '&csrf=', '&csrf=x', '&csrf=demo-csrf-of-aladdin'])
      expect(statusOf(await visit(world, post('transfer', `to=ada&amount=5${csrf}`, cookie)))).toEqual([
        403,
        'sessions.token',
      ])
    expect(statusOf(await visit(world, post('transfer', 'to=ada', cookie)))).toEqual([400, 'sessions.form'])
    expect((await visit(world, get('account', cookie))).page?.lines[0]?.slots?.coins).toBe('100')
  })
})

describe('logging out', () => {
  it('makes the browser forget, and the server', async () => {
    const { world, cookie, account } = await login()
    const out = await visit(world, account.page?.actions[2]?.request ?? '')
    expect([statusOf(out), fieldOf(out, 'Location')]).toEqual([[303, undefined], '/session/login'])
    expect(fieldOf(out, 'Set-Cookie')).toContain('Max-Age=0')
    expect(statusOf(await visit(out.world, get('account', cookie)))).toEqual([303, 'cookie.known'])
    expect(statusOf(await visit(out.world, post('logout', '', cookie)))).toEqual([303, undefined])
  })

  it('is not done for others either', async () => {
    const { world, cookie } = await login()
    const out = await visit(world, post('logout', '', cookie))
    expect(statusOf(out)).toEqual([403, 'sessions.token'])
    expect(statusOf(await visit(world, post('logout', '', cookie, '')))).toEqual([400, 'sessions.form'])
    expect(statusOf(await visit(out.world, get('account', cookie)))).toEqual([200, undefined])
  })
})

describe('whatever is written', () => {
  it('never throws', async () => {
    const text = fc.string().map((each) => each.replace(/[\r\n]/g, ' '))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('login', 'transfer', 'logout'), text, text, text, async (path, a, b, body) => {
        const exchange = await visit(start, post(path, body, `Cookie: ${a}\nOrigin: ${b}\n`))
        expect(exchange.response.line.code).toBeLessThan(500)
      }),
      { numRuns: 40 },
    )
  })
})

describe('words', () => {
  it('are there for every step and page, and for no others', () => {
    expect(Object.keys(en).filter((key) => !said.has(key))).toEqual([])
  })
})
