import fc from 'fast-check'
import * as jose from 'jose'
import { describe, expect, it } from 'vitest'
import type { ProtectionSpace, Step, User } from '../../auth/scheme.ts'
import { envAt } from '../../auth/testing/env.ts'
import { parseRequest } from '../../http/parse.ts'
import { fromBase64url } from '../../text/octets.ts'
import en from './en.ts'
import { granted, printScope, readScope } from './scope.ts'
import service from './service.ts'
import type { Settings, TokenCall } from './settings.ts'

const NOW = Date.UTC(2026, 9, 5, 14)
const user = (id: string, roles: readonly string[], more: Partial<User> = {}): User => ({
  id,
  name: id,
  roles,
  secrets: [{ id: `${id}/password`, kind: 'password', username: id, password: 'secret' }],
  ...more,
})
const users = [user('ada', ['admin']), user('mufasa', ['editor']), user('scar', ['admin'], { suspended: true })]
const settings: Settings = {
  issuer: 'auth.example.com',
  key: { kid: 'demo', alg: 'HS256', k: 'cmVnaXN0cnktZGVtby1zaWduaW5nLWtleS1vZi0zMi1vY3RldHM' },
  login: 'login',
  lifetime: 300,
  registries: {
    'registry.example.com': {
      'repository:library/app': { pull: null, push: ['admin'] },
      'repository:team/payroll': { pull: ['editor', 'admin'], push: ['admin'] },
      'repository:host.example:5000/app': { pull: null },
    },
  },
  keeper: 'ada',
}
const login: ProtectionSpace = { id: 'login', scheme: 'basic', realm: 'Registry', users, settings: {}, memory: null }

const BASIC = (name: string, password = 'secret') => `Authorization: Basic ${btoa(`${name}:${password}`)}\n`
const SERVICE = 'service=registry.example.com'

/** What was said, so that a test at the end finds words that nobody uses. */
const said = new Set<string>()
function say({ check, result, knew }: Step) {
  if (!check.startsWith('registry-tokens.')) return
  const name = check.slice(check.indexOf('.') + 1)
  const words: Readonly<Record<string, string>> = en
  for (const key of [`check.${name}`, `${result}.${name}`]) {
    said.add(key)
    const slots = [...(words[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
    expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
  }
}

async function ask(query: string, head = '', issued = 0) {
  const space = { id: 'tokens', scheme: 'registry-tokens', realm: 'Registry', users, settings, memory: { issued } }
  const request = parseRequest(`GET /registry-token?${query} HTTP/1.1\nHost: auth.example.com\n${head}\n`)
  const call: TokenCall = { request, endpoint: 'token', space, spaces: { tokens: space, login }, env: envAt(NOW) }
  const served = await service.serve(call)
  const answer = 'failed' in served || typeof served.body !== 'object' ? undefined : served.body
  served.steps.forEach(say)
  const token = answer && 'token' in answer && typeof answer.token === 'string' ? answer.token : ''
  const claims = token ? jose.decodeJwt(token) : undefined
  const last = served.steps.at(-1)
  return { served, token, claims, scope: claims?.scope, outcome: `${served.status} ${last?.check} ${last?.result}` }
}

describe('the token server', () => {
  it('gives a token for what the challenge named', async () => {
    const { served, token, claims } = await ask(`${SERVICE}&scope=repository:library/app:pull&client_id=docker`, '', 6)
    expect(served.body).toEqual({ token, access_token: token, expires_in: 300, issued_at: '2026-10-05T14:00:00.000Z' })
    expect(claims).toEqual({
      iss: 'auth.example.com',
      sub: '',
      aud: 'registry.example.com',
      client_id: 'docker',
      exp: NOW / 1000 + 300,
      nbf: NOW / 1000,
      iat: NOW / 1000,
      jti: 'registry-7',
      access: [{ type: 'repository', name: 'library/app', actions: ['pull'] }],
      scope: 'repository:library/app:pull',
    })
    expect(served.space.memory).toEqual({ issued: 7 })
    expect(served.issued).toEqual([{ user: 'ada', secret: { id: 'ada/registry-anonymous-7', kind: 'token', token } }])
    const key = fromBase64url(settings.key.k) ?? new Uint8Array()
    await jose.jwtVerify(token, key, { audience: 'registry.example.com', currentDate: new Date(NOW + 299_000) })
  })

  it.each([
    ['', 'library/app:pull,push', 'repository:library/app:pull', 'part moot'],
    ['', 'team/payroll:pull', '', 'none moot'],
    ['mufasa', 'team/payroll:pull,push', 'repository:team/payroll:pull', 'part moot'],
    ['ada', 'team/payroll:pull,push', 'repository:team/payroll:pull repository:team/payroll:push', 'granted pass'],
    ['ada', 'unknown/thing:pull', '', 'none moot'],
    ['ada', '__proto__:pull', '', 'none moot'],
    ['ada', 'library/app:constructor', '', 'none moot'],
    ['scar', 'team/payroll:pull', '', 'none moot'],
    ['scar', 'library/app:pull', 'repository:library/app:pull', 'granted pass'],
    ['mufasa', 'library/app:', '', 'nothing moot'],
    ['mufasa', 'host.example:5000/app:pull', 'repository:host.example:5000/app:pull', 'granted pass'],
  ])('gives “%s”, who asks for %s, “%s”', async (name, wanted, scope, last) => {
    const got = await ask(`${SERVICE}&scope=repository:${wanted}`, name && BASIC(name))
    expect([got.served.status, got.scope]).toEqual([200, scope])
    expect(got.outcome).toBe(`200 registry-tokens.${last}`)
    expect(got.claims?.sub).toBe(name)
    const holder = name || 'ada'
    expect(got.served.issued?.map(({ user, secret }) => [user, secret.id])).toEqual([
      [holder, `${holder}/registry-${name ? 'token' : 'anonymous'}-1`],
    ])
  })

  it.each([
    [`${SERVICE}&scope=repository:library/app:pull&scope=repository:team/payroll:pull`],
    [`${SERVICE}&scope=repository:library/app:pull%20repository:team/payroll:pull`],
    [`scope=repository%3Alibrary%2Fapp%3Apull+repository:team/payroll:pull,pull&${SERVICE}`],
  ])('takes several scopes: %s', async (query) => {
    const { claims } = await ask(query, BASIC('mufasa'))
    expect(claims?.access).toEqual([
      { type: 'repository', name: 'library/app', actions: ['pull'] },
      { type: 'repository', name: 'team/payroll', actions: ['pull'] },
    ])
  })

  it('logs in without a scope, and by the name in the query', async () => {
    expect((await ask(SERVICE, BASIC('mufasa'))).outcome).toBe('200 registry-tokens.nothing moot')
    expect((await ask(`${SERVICE}&account=Mufasa`, BASIC('mufasa'))).served.status).toBe(200)
  })

  it.each<[string, string, string, string, string]>([
    ['no service', '', '', '400 registry-tokens.service fail', 'resource'],
    ['another service', 'service=a.example', '', '400 registry-tokens.service fail', 'resource'],
    ['a word for a scope', `${SERVICE}&scope=pull`, '', '400 registry-tokens.scope fail', 'resource'],
    ['two parts', `${SERVICE}&scope=repository:pull`, '', '400 registry-tokens.scope fail', 'resource'],
    ['an account and no login', `${SERVICE}&account=ada`, '', '401 registry-tokens.login fail', 'sent'],
    ['another scheme', SERVICE, 'Authorization: Bearer a\n', '401 registry-tokens.login-scheme fail', 'scheme'],
    ['nothing readable', SERVICE, 'Authorization: \n', '401 registry-tokens.login-scheme fail', 'scheme'],
    ['no Base64', SERVICE, 'Authorization: Basic %\n', '401 basic.base64 fail', 'form'],
    ['the wrong password', SERVICE, BASIC('ada', 'guess'), '401 basic.password fail', 'valid'],
    ['somebody else', `${SERVICE}&account=ada`, BASIC('mufasa'), '401 registry-tokens.account fail', 'valid'],
  ])('refuses %s', async (_, query, head, outcome, gate) => {
    const got = await ask(query, head)
    expect([got.outcome, got.served.failed]).toEqual([outcome, gate])
    const challenges = got.served.fields?.filter(([name]) => name === 'WWW-Authenticate')
    expect(challenges).toEqual(got.served.status === 401 ? [['WWW-Authenticate', 'Basic realm="Registry"']] : [])
    expect(got.served.issued).toBeUndefined()
    expect(got.served.space.memory).toEqual({ issued: 0 })
  })

  it('never throws', async () => {
    const text = fc.string({ unit: 'grapheme' })
    await fc.assert(
      fc.asyncProperty(text, text, text, async (query, scope, credentials) => {
        const { served } = await ask(`${SERVICE}&scope=${scope}&${query}`, `Authorization: ${credentials}\n`)
        expect([200, 400, 401]).toContain(served.status)
      }),
    )
  })
})

describe('scopes', () => {
  it.each([
    ['repository:samalba/my-app:pull,push', { type: 'repository', name: 'samalba/my-app', actions: ['pull', 'push'] }],
    ['repository:host.example:5000/a_b:*', { type: 'repository', name: 'host.example:5000/a_b', actions: ['*'] }],
    ['registry:catalog:*', { type: 'registry', name: 'catalog', actions: ['*'] }],
    ['repository:a:', { type: 'repository', name: 'a', actions: [] }],
    ['repository:a:pull,,pull', { type: 'repository', name: 'a', actions: ['pull'] }],
    ['repository:a', undefined],
    ['repository::pull', undefined],
    [':a:pull', undefined],
    ['Repository:a:pull', undefined],
    ['repository:a b:pull', undefined],
    ['repository:a:Pull', undefined],
    ['', undefined],
  ])('%s is read (Distribution, Resource Scope Grammar)', (text, wanted) => {
    expect(readScope(text)).toEqual(wanted)
  })

  it('are written as they are read, and never grow', () => {
    const any = fc.record({
      type: fc.constantFrom('repository', 'registry'),
      name: fc.constantFrom('a', 'a/b', 'h:1/a'),
      actions: fc.uniqueArray(fc.constantFrom('pull', 'push', '*', 'delete')),
    })
    fc.assert(
      fc.property(any, (access) => {
        expect(readScope(printScope(access))).toEqual(access)
        const { actions } = granted(access, users[0], {
          'repository:a': { pull: null, push: ['admin'], '*': ['other'] },
        })
        expect(access.actions).toEqual(expect.arrayContaining([...actions]))
        expect(actions).not.toContain('*')
      }),
    )
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
