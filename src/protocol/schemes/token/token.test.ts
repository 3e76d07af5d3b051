import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Step, User } from '../../auth/scheme.ts'
import { envAt } from '../../auth/testing/env.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest } from '../../http/parse.ts'
import { octetsOf } from '../../text/octets.ts'
import { checksumOf, crc32, isRight, partsOf } from './checksum.ts'
import en from './en.ts'
import token from './scheme.ts'
import { hashOf, type Space, type TokenSettings } from './space.ts'

const env = envAt(0)
const ada: User = { id: 'ada', name: 'Ada', roles: [], secrets: [] }
const KEY = '9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b'
const RANDOM = 'Jq3xW8bN5vTz0LkRm7YdFh2CsGp9Ua'
const FORMED = `pgt_${RANDOM}${checksumOf(RANDOM)}`
const spaceOf = (settings: Partial<TokenSettings> = {}): Space => ({
  id: 'token',
  scheme: 'token',
  realm: 'Application',
  users: [ada],
  settings: {
    style: 'django',
    tokens: [
      { sha256: hashOf(KEY), user: 'ada' },
      { sha256: hashOf(FORMED), user: 'ada' },
      { sha256: hashOf('gone'), user: 'ada', revoked: true },
      { sha256: hashOf('of-nobody'), user: 'eve' },
      { sha256: hashOf('token="odd"'), user: 'ada' },
    ],
    ...settings,
  },
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

async function judge(value: string, settings: Partial<TokenSettings> = {}) {
  const request = parseRequest(`GET / HTTP/1.1\nHost: h\nAuthorization: ${value}\n\n`)
  const [field = expect.fail()] = fieldsNamed(request, 'Authorization')
  const shown = { field, credentials: parseCredentials(field.value).value }
  const judged = await token.judge(shown, spaceOf(settings), request, env)
  judged.steps.forEach(say)
  const kind = judged.result === 'refused' ? judged.refusal.kind : ''
  const failed = judged.steps.find(({ result }) => result === 'fail')?.check
  return { judged, shown, request, outcome: failed ? `${failed} ${kind}` : judged.result }
}

const answer = (offer: string, key: string) =>
  token.answer({
    offer: offerOf(offer),
    secret: { id: 's', kind: 'token-key', key },
    request: parseRequest('GET / HTTP/1.1\nHost: h\n\n'),
    earlier: [],
    env,
  })

describe('the checksum', () => {
  it('is CRC-32 as everybody calculates it', () => {
    expect(crc32(octetsOf('123456789'))).toBe(0xcbf43926)
    expect(crc32(octetsOf(''))).toBe(0)
  })

  it('is six digits in base 62', () => {
    expect(checksumOf('123456789')).toBe('3jZRME')
    expect(checksumOf('')).toBe('000000')
  })

  it('notices each change of one character', () => {
    for (let at = 0; at < RANDOM.length; at++) {
      const other = RANDOM[at] === 'x' ? 'y' : 'x'
      const parts = partsOf(FORMED.replace(RANDOM, RANDOM.slice(0, at) + other + RANDOM.slice(at + 1)))
      expect(parts && isRight(parts)).toBe(false)
    }
  })
})

describe('a token', () => {
  it.each([
    ['Token', `Token ${KEY}`, 'django'],
    ['Token', `Token ${KEY}`, 'rails'],
    ['Token realm="x"', `Token token="${KEY}"`, 'rails'],
  ] as const)('for %s is written as %s, and granted by %s', async (offer, value, style) => {
    expect((await answer(offer, KEY)).fields).toEqual([['Authorization', value]])
    const { judged } = await judge(value, { style })
    expect(judged).toMatchObject({ result: 'granted', user: ada })
    expect(judged.steps.at(-1)).toMatchObject({ gate: 'fresh', check: 'token.ageless', result: 'moot' })
  })

  it('is granted whatever it is, and every other is refused', async () => {
    const key = fc.stringMatching(/^[\w.~+/-]{1,40}={0,2}$/)
    await fc.assert(
      fc.asyncProperty(key, key, fc.constantFrom('Token', 'Token realm="x"'), async (right, other, offer) => {
        const { fields } = await answer(offer, right)
        const settings = {
          style: offer === 'Token' ? 'django' : 'rails',
          tokens: [{ sha256: hashOf(right), user: 'ada' }],
        } as const
        expect((await judge(fields[0]?.[1] ?? '', settings)).outcome).toBe('granted')
        fc.pre(other !== right)
        const strange = (await answer(offer, other)).fields[0]?.[1] ?? ''
        expect((await judge(strange, settings)).outcome).toBe('token.known unknown')
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['Token', 'token.sent missing'],
    ['Token   ', 'token.sent missing'],
    ['Token a b', 'token.one spaces'],
    [`Token token="${KEY}"`, 'token.known unknown'],
    ['Token of-nobody', 'token.known unknown'],
    [`Token ${KEY.toUpperCase()}`, 'token.known unknown'],
    [`Token ${hashOf(KEY)}`, 'token.known unknown'],
    ['Token gone', 'token.revoked revoked'],
    [`tOKEN  ${KEY}`, 'granted'],
    ['Token token="odd"', 'granted'],
  ])('%s: %s', async (value, expected) => expect((await judge(value)).outcome).toBe(expected))

  it.each([
    ['Token token=""', 'token.sent missing'],
    ['Token token="a b"', 'token.one spaces'],
    ['Token token="a"', 'token.known unknown'],
    [`Token token=${KEY}, nonce="x"`, 'granted'],
  ])('%s, by Rails: %s', async (value, expected) =>
    expect((await judge(value, { style: 'rails' })).outcome).toBe(expected),
  )

  it.each([
    [FORMED, 'granted'],
    [FORMED.replace('pgt', 'ghp'), 'token.checksum mistyped'],
    [`${FORMED}x`, 'token.checksum mistyped'],
    [KEY, 'token.checksum mistyped'],
  ])('%s, where there are checksums: %s', async (key, expected) =>
    expect((await judge(`Token ${key}`, { prefix: 'pgt' })).outcome).toBe(expected),
  )

  it('is seen where it stands, and shown only to who asks', async () => {
    const { judged, request } = await judge(`Token   ${KEY}`)
    expect(judged.steps[0]?.saw.map(({ start, end }) => request.source.slice(start, end))).toEqual([KEY])
    expect(judged.steps.flatMap(({ workings }) => workings)).toEqual([
      { name: 'hash', apply: 'SHA-256', input: [{ text: KEY, secret: true }], output: hashOf(KEY) },
    ])
  })

  it('never makes anything throw', async () => {
    const text = fc.string({ unit: fc.nat(0x17f).map((each) => String.fromCharCode(each)) })
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('django', 'rails'), async (value, style) => {
        const { judged } = await judge(`Token ${value.replace(/[\r\n]/g, ' ')}`, { style, prefix: 'pgt' })
        expect(judged.result).toBe('refused')
      }),
      { numRuns: 60 },
    )
  })
})

describe('the scheme', () => {
  it.each([
    ['django', undefined, ['Token']],
    ['rails', undefined, ['Token realm="Application"']],
    ['rails', { kind: 'unknown' }, ['Token realm="Application"']],
    ['django', { kind: 'forbidden' }, []],
  ] as const)('of %s opens after %j with %j', (style, refusal, wanted) =>
    expect(token.challenge(spaceOf({ style }), env, refusal).challenges).toEqual(wanted),
  )

  it.each([
    [{ key: KEY }, undefined],
    [{ key: 'a b' }, 'characters'],
    [{ key: '=a' }, 'characters'],
    [{ key: '' }, 'characters'],
    [{ key: 'ä' }, 'characters'],
  ])('can send %j, or not', (facts, why) =>
    expect(token.unsendable?.({ id: 's', kind: 'token-key', ...facts })).toBe(why),
  )

  it.each([
    ['Token', ['scheme Token']],
    [`Token ${KEY}`, ['scheme Token', `token68 ${KEY}`]],
    ['Token token="x", nonce=y', ['scheme Token', 'param.token token="x"', 'param.nonce nonce=y']],
    ['Token realm="x"', ['scheme Token', 'param.realm realm="x"']],
  ])('has parts in %s', (text, wanted) => {
    const parts = token.anatomy(offerOf(text), 'credentials')
    expect(parts.map(({ role, span }) => `${role} ${text.slice(span.start, span.end)}`)).toEqual(wanted)
  })

  it('tells prefix and checksum of a key that has them, and guesses nothing', () => {
    const decoded = (text: string) => token.anatomy(offerOf(text), 'credentials')[1]?.decoded?.map((each) => each.text)
    expect(decoded(`Token ${FORMED}`)).toEqual(['pgt_', checksumOf(RANDOM)])
    expect(decoded(`Token token="${FORMED}"`)).toEqual(['pgt_', checksumOf(RANDOM)])
    expect(decoded(`Token ${FORMED.replace('J', 'K')}`)).toEqual([])
    expect(decoded(`Token ${KEY}`)).toEqual([])
  })

  it.each([
    [`Token ${KEY}`, [KEY]],
    [`Token token="${KEY}"`, [KEY]],
    ['Token', []],
  ])('%s gives away %j', async (value, wanted) => {
    const { shown } = await judge(value)
    expect(token.exposes(shown)).toEqual(wanted)
    expect(token.anatomy(shown.field, 'info')).toEqual([])
  })
})

describe('the words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
