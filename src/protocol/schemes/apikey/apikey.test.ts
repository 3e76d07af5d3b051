import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Step, User } from '../../auth/scheme.ts'
import { envAt } from '../../auth/testing/env.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest } from '../../http/parse.ts'
import { base64, octetsOf } from '../../text/octets.ts'
import en from './en.ts'
import apiKey from './scheme.ts'
import { hashOf, type Space, type Stored } from './space.ts'

const NOON = Date.UTC(2026, 0, 1, 12)
const env = envAt(NOON)
const ada: User = { id: 'ada', name: 'Ada', roles: [], secrets: [] }
const stored = (keyId: string, more: Partial<Stored> = {}): Stored => ({
  keyId,
  sha256: hashOf('secret'),
  user: 'ada',
  ...more,
})
const KEYS = [
  stored('one'),
  stored('soon', { expires: NOON + 1 }),
  stored('late', { expires: NOON }),
  stored('gone', { invalidated: true }),
  stored('lost', { user: 'eve' }),
]
const spaceOf = (keys: readonly Stored[] = KEYS): Space => ({
  id: 'search',
  scheme: 'apikey',
  realm: 'security',
  users: [ada],
  settings: { keys },
  memory: null,
})
const offerOf = (text: string) =>
  parseChallenges({ text, span: { start: 0, end: text.length } }).value[0] ?? expect.fail()

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

async function judge(value: string, keys?: readonly Stored[]) {
  const request = parseRequest(`GET / HTTP/1.1\nHost: h\nAuthorization: ${value}\n\n`)
  const [field = expect.fail()] = fieldsNamed(request, 'Authorization')
  const shown = { field, credentials: parseCredentials(field.value).value }
  const judged = await apiKey.judge(shown, spaceOf(keys), request, env)
  judged.steps.forEach(say)
  const failed = judged.steps.find(({ result }) => result === 'fail')?.check
  return { judged, shown, request, outcome: failed ?? judged.result }
}

const encoded = (text: string) => base64(octetsOf(text))

describe('a key', () => {
  it('is granted whatever it is, and every other secret is refused', async () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/)
    const secret = fc.string({ minLength: 1, unit: 'grapheme' })
    await fc.assert(
      fc.asyncProperty(id, secret, secret, async (keyId, key, other) => {
        const ask = {
          offer: offerOf('ApiKey'),
          secret: { id: 's', kind: 'search-key', keyId, key },
          request: parseRequest('GET / HTTP/1.1\nHost: h\n\n'),
          earlier: [],
          env,
        }
        const value = (await apiKey.answer(ask)).fields[0]?.[1] ?? ''
        const { judged } = await judge(value, [stored(keyId, { sha256: hashOf(key) })])
        expect(judged).toMatchObject({ result: 'granted', user: ada })
        fc.pre(other !== key)
        expect((await judge(value, [stored(keyId, { sha256: hashOf(other) })])).outcome).toBe('apikey.key')
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    [`ApiKey ${encoded('one:secret')}`, 'granted'],
    [`apikey  ${encoded('one:secret').replaceAll('=', '')}`, 'granted'],
    [`ApiKey ${encoded('soon:secret')}`, 'granted'],
    ['ApiKey', 'apikey.base64'],
    ['ApiKey one:secret', 'apikey.base64'],
    ['ApiKey /w==', 'apikey.base64'],
    ['ApiKey a', 'apikey.base64'],
    ['ApiKey id="one", key="secret"', 'apikey.base64'],
    [`ApiKey ${encoded('one:secret')} x`, 'apikey.base64'],
    [`ApiKey ${encoded('secret')}`, 'apikey.pair'],
    [`ApiKey ${encoded(':secret')}`, 'apikey.pair'],
    [`ApiKey ${encoded('one:')}`, 'apikey.pair'],
    [`ApiKey ${encoded('two:secret')}`, 'apikey.id'],
    [`ApiKey ${encoded('lost:secret')}`, 'apikey.id'],
    [`ApiKey ${encoded('one:Secret')}`, 'apikey.key'],
    [`ApiKey ${encoded('one:secret\n')}`, 'apikey.key'],
    [`ApiKey ${encoded('gone:secret')}`, 'apikey.invalidated'],
    [`ApiKey ${encoded('late:secret')}`, 'apikey.expiry'],
  ])('%s: %s', async (value, expected) => {
    const { outcome, judged } = await judge(value)
    expect(outcome).toBe(expected)
    if (expected !== 'granted') expect(judged).toMatchObject({ result: 'refused', status: 401 })
  })

  it('is looked at where it stands, and shown only to who asks', async () => {
    const { judged, request } = await judge(`ApiKey ${encoded('one:secret')}`)
    expect(judged.steps[0]?.saw.map(({ start, end }) => request.source.slice(start, end))).toEqual([
      encoded('one:secret'),
    ])
    expect(judged.steps.flatMap(({ workings }) => workings)).toEqual([
      { name: 'hash', apply: 'SHA-256', input: [{ text: 'secret', secret: true }], output: hashOf('secret') },
    ])
  })

  it('never makes anything throw', async () => {
    const text = fc.oneof(
      fc.string({ unit: fc.nat(0x17f).map((each) => String.fromCharCode(each)) }),
      fc.string().map(encoded),
    )
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        expect((await judge(`ApiKey ${value.replace(/[\r\n]/g, ' ')}`)).judged.result).toBe('refused')
      }),
      { numRuns: 80 },
    )
  })
})

describe('the scheme', () => {
  it('opens with its bare name, and has nothing to say to who is forbidden', () => {
    expect(apiKey.challenge(spaceOf(), env).challenges).toEqual(['ApiKey'])
    expect(apiKey.challenge(spaceOf(), env, { kind: 'unknown' }).challenges).toEqual(['ApiKey'])
    expect(apiKey.challenge(spaceOf(), env, { kind: 'forbidden' }).challenges).toEqual([])
    expect(['ApiKey', 'ApiKey realm="x"', 'ApiKey ab'].map((text) => apiKey.usable(offerOf(text)))).toEqual([
      true,
      true,
      false,
    ])
  })

  it('can’t send an id with a colon', () => {
    const secret = { id: 's', kind: 'search-key', key: 'x:y' }
    expect(
      [
        { ...secret, keyId: 'a:b' },
        { ...secret, keyId: 'a' },
      ].map((each) => apiKey.unsendable?.(each)),
    ).toEqual(['id-colon', undefined])
  })

  it.each([
    ['ApiKey', ['scheme ApiKey'], undefined],
    [`ApiKey ${encoded('one:secret')}`, ['scheme ApiKey', `token68 ${encoded('one:secret')}`], ['one', 'secret']],
    ['ApiKey abcd', ['scheme ApiKey', 'token68 abcd'], []],
    ['ApiKey realm="x", y=z', ['scheme ApiKey', 'param.realm realm="x"', 'param.y y=z'], undefined],
  ])('has parts in %s', (text, wanted, decoded) => {
    const parts = apiKey.anatomy(offerOf(text), 'credentials')
    expect(parts.map(({ role, span }) => `${role} ${text.slice(span.start, span.end)}`)).toEqual(wanted)
    expect(parts[1]?.decoded?.map((each) => each.text)).toEqual(decoded)
  })

  it.each([
    [`ApiKey ${encoded('one:secret')}`, ['secret']],
    [`ApiKey ${encoded('secret')}`, [encoded('secret')]],
    ['ApiKey', []],
  ])('%s gives away %j', async (value, wanted) => {
    const { shown } = await judge(value)
    expect(apiKey.exposes(shown)).toEqual(wanted)
    expect(apiKey.anatomy(shown.field, 'info')).toEqual([])
  })
})

describe('the words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
