import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enter } from '../../../content/world/place.ts'
import house from '../../../content/world/places/api.example.com/hoba.ts'
import { worldAt } from '../../../content/world/world.ts'
import type { ProtectionSpace, User } from '../../auth/scheme.ts'
import { envAt } from '../../auth/testing/env.ts'
import { parseRequest } from '../../http/parse.ts'
import { DEMO_KEYS } from '../../schemes/hoba/demo-keys.ts'
import { kidOf, pemOf } from '../../schemes/hoba/key.ts'
import { keysOf, type Space } from '../../schemes/hoba/space.ts'
import { handle } from '../../servers/handle.ts'
import { base64, base64url, octetsOf } from '../../text/octets.ts'
import type { Served } from '../service.ts'
import en from './en.ts'
import service, { type RegistrationSettings } from './service.ts'

const { kid, n, e } = DEMO_KEYS.mufasa
const person = (id: string): User => ({ id, name: id, roles: [], secrets: [] })
const mufasa = person('mufasa')
const house1: Space = {
  id: 'house',
  scheme: 'hoba',
  realm: 'House',
  users: [mufasa],
  settings: { maxAge: 60, algorithms: ['0'], origin: 'https://api.example.com:443', keys: [] },
  memory: null,
}
const own: ProtectionSpace<RegistrationSettings, null> = {
  id: 'registration',
  scheme: 'hoba-registration',
  realm: 'New keys',
  users: [mufasa],
  settings: { spaces: ['house', 'cellar', 'nowhere'] },
  memory: null,
}
const before = { house: house1, cellar: { ...house1, id: 'cellar' }, registration: own }

/** What was said, so that a test at the end finds words that nobody uses. */
const said = new Set<string>()
function say({ steps }: Served<RegistrationSettings, null>) {
  const words: Readonly<Record<string, string>> = en
  for (const { check, result, knew } of steps) {
    const question = check.replace('hoba-registration.', '')
    for (const key of [`check.${question}`, `${result}.${question}`]) {
      said.add(key)
      const slots = [...(words[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
      expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
    }
  }
}

async function post(
  body: string,
  spaces: typeof before = before,
  user = mufasa,
  type = 'application/x-www-form-urlencoded',
) {
  const head = `POST /hoba/register HTTP/1.1\nHost: api.example.com\nContent-Type: ${type}\n\n`
  const request = parseRequest(head + body)
  const served = await service.serve({ request, endpoint: 'register', space: own, spaces, user, env: envAt(0) })
  say(served)
  const after = { ...spaces, ...Object.fromEntries((served.spaces ?? []).map((each) => [each.id, each])) }
  return { served, after, last: served.steps.at(-1) }
}

const form = (values: Readonly<Record<string, string>>) => new URLSearchParams(values).toString()
const pub = pemOf({ n, e })
const keysIn = (space: ProtectionSpace) => keysOf(space as Space)

describe('a registration', () => {
  it('writes the key into the memory of all spaces that ask for it', async () => {
    const { served, after } = await post(form({ pub, kidtype: '0', kid, didtype: '0', did: 'rock' }))
    expect(served).toMatchObject({
      status: 200,
      fields: [['Hobareg', 'regok']],
      body: { kid, user: 'mufasa', device: 'rock' },
    })
    expect(served.failed).toBeUndefined()
    const registered = [{ kid, n, e, user: 'mufasa', device: 'rock' }]
    expect([keysIn(after.house), keysIn(after.cellar)]).toEqual([registered, registered])
    expect(served.space).toBe(own)
  })

  it.each([
    ['nothing but the key', { pub }],
    ['a key in base64url, as RFC 7486 prints its own', { pub: pub.replaceAll('+', '-').replaceAll('/', '_') }],
    ['lines that end with CR and LF', { pub: pub.replaceAll('\n', '\r\n') }],
  ])('needs %s', async (_, values) => {
    expect((await post(form(values))).served).toMatchObject({ status: 200, body: { kid, user: 'mufasa' } })
  })

  it.each([
    ['1', base64url(octetsOf('https://example.com/keys/1'))],
    ['2', base64url(octetsOf('Löwe'))],
  ])('takes an identifier of type %s', async (kidtype, wanted) => {
    expect((await post(form({ pub, kidtype, kid: wanted }))).served).toMatchObject({
      status: 200,
      body: { kid: wanted },
    })
  })

  it('is done once, however often it is sent', async () => {
    const { after } = await post(form({ pub }))
    const again = await post(form({ pub }), after)
    expect(again.served.status).toBe(200)
    expect(again.after).toEqual(after)
  })
})

describe('a refusal', () => {
  const small = pemOf({ n: base64url(Uint8Array.of(0xc1, ...new Uint8Array(126), 1)), e: 'AQAB' })
  const cases: readonly (readonly [why: string, body: string, check: string])[] = [
    ['nothing', '', 'pub'],
    ['no form', pub, 'pub'],
    ['a name twice', `${form({ pub })}&kid=a&kid=b`, 'form'],
    ['no key', form({ kid }), 'pub'],
    ['a key with its plus signs as they are', `pub=${pub}`, 'pub'],
    ['a key of another kind', form({ pub: '-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----' }), 'pub'],
    ['an unknown type of identifier', form({ pub, kidtype: '3' }), 'types'],
    ['an unknown type of device', form({ pub, didtype: '1' }), 'types'],
    ['a device with a long name', form({ pub, did: 'x'.repeat(101) }), 'device'],
    ['a short key', form({ pub: small }), 'bits'],
    ['the hash of another key', form({ pub, kid: DEMO_KEYS.ada.kid }), 'kid'],
    ['a URI that is none', form({ pub, kidtype: '1', kid: base64url(octetsOf('none')) }), 'kid'],
    ['an identifier that is no base64url', form({ pub, kidtype: '2', kid: 'a+b' }), 'kid'],
    ['an identifier that is not text', form({ pub, kidtype: '2', kid: '_w' }), 'kid'],
  ]

  it.each(cases)('of %s', async (_, body, check) => {
    const { served, last, after } = await post(body)
    expect(last).toMatchObject({ check: `hoba-registration.${check}`, result: 'fail' })
    expect(served).toMatchObject({ status: 400, failed: last?.gate, body: { check: `hoba-registration.${check}` } })
    expect(served.fields).toBeUndefined()
    expect(after).toEqual(before)
  })

  it('of another type of content', async () => {
    const { last } = await post(form({ pub }), before, mufasa, 'application/json')
    expect(last).toMatchObject({ check: 'hoba-registration.form', result: 'fail' })
    expect(
      (await post(form({ pub }), before, mufasa, 'Application/X-www-form-urlencoded; charset=UTF-8')).served.status,
    ).toBe(200)
  })

  it('of an identifier that somebody else has, or that stands for another key', async () => {
    const { after } = await post(form({ pub, kidtype: '2', kid: 'bGlvbg' }))
    for (const [key, user] of [
      [pub, person('scar')],
      [pemOf(DEMO_KEYS.ada), mufasa],
    ] as const) {
      const { served, last } = await post(form({ pub: key, kidtype: '2', kid: 'bGlvbg' }), after, user)
      expect(last?.check).toBe('hoba-registration.free')
      expect(served.status).toBe(400)
    }
  })

  it('comes for any text, and never an exception', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.record({ pub: fc.string(), kid: fc.string(), kidtype: fc.string() }).map(form),
    )
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        expect((await post(body)).served.status).toBe(400)
      }),
    )
    for (const body of [`pub=${'A'.repeat(200_000)}`, form({ pub: pub.replace('MIIB', `MIIB${'A'.repeat(200_000)}`) })])
      expect((await post(body)).served.status).toBe(400)
  })
})

describe('in the world', () => {
  const world = enter(worldAt('2026-03-01T09:00:00Z'), house)
  const send = (source: string, at = world) => handle(at, parseRequest(source), envAt(at.clock))
  const register = (extra: string) =>
    `POST /hoba/register HTTP/1.1\nHost: api.example.com\nContent-Type: application/x-www-form-urlencoded\n${extra}\n${form({ pub })}`

  it('nobody registers a key without a password', async () => {
    const { response } = await send(register(''))
    expect(response.line.code).toBe(401)
    expect(response.source).toContain('WWW-Authenticate: Basic realm="New keys", charset="UTF-8"')
  })

  it('the space knows the key afterwards, and its doors ask for it', async () => {
    const password = base64(octetsOf('Mufasa:Circle of Life'))
    const { response, world: after, decision } = await send(register(`Authorization: Basic ${password}\n`))
    expect(response.source).toMatch(/^HTTP\/1.1 200 OK\n.*\nHobareg: regok\n/s)
    expect(decision.verdict).toEqual({ status: 200, failed: undefined, user: 'mufasa' })
    for (const id of ['hoba', 'hoba-once']) {
      const space = after.spaces[id]
      expect(space && keysIn(space).map((each) => each.kid)).toContain(kidOf(DEMO_KEYS.mufasa))
    }
    const { response: knock } = await send('GET /hoba HTTP/1.1\nHost: api.example.com\n\n', after)
    expect(knock.source).toMatch(/WWW-Authenticate: HOBA challenge="[\w-]{22}", max-age=60, realm="House"\n/)
    const { response: once } = await send('GET /hoba/once HTTP/1.1\nHost: api.example.com\n\n', after)
    expect(once.source).toContain('max-age=0, realm="House"')
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((word) => /^(check|pass|fail|moot)\./.test(word) && !said.has(word))).toEqual([])
  })
})
