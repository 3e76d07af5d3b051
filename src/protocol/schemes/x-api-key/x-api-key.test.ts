import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Challenge } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import type { Secret, Step, User } from '../../auth/scheme.ts'
import { envAt } from '../../auth/testing/env.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest } from '../../http/parse.ts'
import { token } from '../../text/span.ts'
import en from './en.ts'
import xApiKey, { hashOf, type XApiKeySettings } from './scheme.ts'

const NOON = Date.UTC(2026, 0, 1, 12)
const env = envAt(NOON)
const ada: User = { id: 'ada', name: 'Ada', roles: [], secrets: [] }
const spaceOf = (settings: XApiKeySettings) =>
  ({ id: 'api', scheme: 'x-api-key', realm: 'API', users: [ada], settings, memory: null }) as const
const keys: XApiKeySettings['keys'] = [
  { sha256: hashOf('abcdef12345'), user: 'ada' },
  { key: 'plain', user: 'ada', expires: NOON + 1 },
  { key: 'old', user: 'ada', expires: NOON },
  { key: 'gone', user: 'ada', revoked: true },
  { key: 'of-nobody', user: 'eve' },
]
const offer = parseChallenges(token('X-API-Key', 0, 9)).value[0] as Challenge

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

async function judge(value: string, stored = keys) {
  const request = parseRequest(`GET / HTTP/1.1\nHost: api.example.com\nx-api-key: ${value}\n\n`)
  const [field] = fieldsNamed(request, 'X-API-Key')
  if (!field) throw new Error('No key was sent')
  const judged = await xApiKey.judge({ field }, spaceOf({ keys: stored }), request, env)
  judged.steps.forEach(say)
  const last = judged.steps.at(-1)
  return { judged, last, failed: last?.result === 'fail' ? last.check : undefined, field }
}

async function answer(key: string) {
  const secret: Secret = { id: 's', kind: 'api-key', key }
  const request = parseRequest('GET / HTTP/1.1\nHost: api.example.com\n\n')
  return (await xApiKey.answer({ offer, secret, request, earlier: [], env })).fields
}

describe('judge', () => {
  it('hashes as everybody does (FIPS 180-4, "abc")', () => {
    expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('grants what answer wrote, whatever the key, and refuses every other', async () => {
    const key = fc.string({ minLength: 1 }).filter((each) => !/\s/.test(each))
    await fc.assert(
      fc.asyncProperty(key, key, async (right, other) => {
        const fields = await answer(right)
        expect(fields).toEqual([['X-API-Key', right]])
        const stored = [{ sha256: hashOf(right), user: 'ada' }]
        expect((await judge(right, stored)).judged).toMatchObject({ result: 'granted', user: ada })
        fc.pre(other !== right)
        expect((await judge(other, stored)).failed).toBe('x-api-key.known')
      }),
    )
  })

  it.each([
    ['a key with an end', 'plain', 'pass'],
    ['a key without one', 'abcdef12345', 'moot'],
  ])('grants %s', async (_, key, result) => {
    const { judged, last } = await judge(key)
    expect(judged).toMatchObject({ result: 'granted', user: ada })
    expect(last).toMatchObject({ gate: 'fresh', check: 'x-api-key.expiry', result })
  })

  it.each([
    ['nothing', '', 'form', 'x-api-key.syntax'],
    ['white space inside', 'abc def', 'form', 'x-api-key.syntax'],
    ['a key that nobody knows', 'abcdef12346', 'valid', 'x-api-key.known'],
    ['the hash itself', hashOf('abcdef12345'), 'valid', 'x-api-key.known'],
    ['a key in other letters', 'ABCDEF12345', 'valid', 'x-api-key.known'],
    ['a key of nobody', 'of-nobody', 'valid', 'x-api-key.known'],
    ['a key that was taken back', 'gone', 'valid', 'x-api-key.revoked'],
    ['a key whose end is now', 'old', 'fresh', 'x-api-key.expiry'],
  ])('refuses %s', async (_, key, gate, check) => {
    const { judged, last, failed } = await judge(key)
    expect(judged).toMatchObject({ result: 'refused', status: 401 })
    expect([last?.gate, failed]).toEqual([gate, check])
  })

  it('shows the hash, and the key only to who asks for it', async () => {
    const { judged } = await judge('abcdef12345')
    expect(judged.steps.flatMap(({ workings }) => workings)).toEqual([
      { name: 'hash', apply: 'SHA-256', input: [{ text: 'abcdef12345', secret: true }], output: hashOf('abcdef12345') },
    ])
  })

  it('says until when', async () => {
    const knew = { now: '2026-01-01T12:00:00.000Z', expires: '2026-01-01T12:00:00.000Z' }
    expect((await judge('old')).last?.knew).toEqual(knew)
  })
})

describe('challenge', () => {
  it.each([
    ['names its realm, as documented', undefined, undefined, ['X-API-Key realm="API"']],
    ['says the same to a bad key', true, { kind: 'unknown' }, ['X-API-Key realm="API"']],
    ['can be left out', false, undefined, []],
    ['has nothing to say to who is forbidden', undefined, { kind: 'forbidden' }, []],
  ])('%s', (_, challenge, refusal, wanted) => {
    expect(xApiKey.challenge(spaceOf({ keys, challenge }), env, refusal).challenges).toEqual(wanted)
  })
})

describe('anatomy', () => {
  it('of the field is the key', async () => {
    const { field } = await judge('abcdef12345')
    expect(xApiKey.anatomy(field, 'credentials')).toMatchObject([{ role: 'key', span: field.value.span }])
    expect(xApiKey.exposes({ field })).toEqual(['abcdef12345'])
  })

  it('of an empty field is nothing', async () => {
    const { field } = await judge('')
    expect(xApiKey.anatomy(field, 'credentials')).toEqual([])
    expect(xApiKey.exposes({ field })).toEqual([])
  })

  it.each([
    ['X-API-Key', ['scheme X-API-Key']],
    ['X-API-Key realm="API"', ['scheme X-API-Key', 'param.realm realm="API"']],
    ['X-API-Key Hint=x', ['scheme X-API-Key', 'param.hint Hint=x']],
    ['X-API-Key abc', ['scheme X-API-Key', 'key abc']],
  ])('of %s', (value, wanted) => {
    const [element] = parseChallenges(token(value, 0, value.length)).value
    const parts = element ? xApiKey.anatomy(element, 'challenge') : []
    expect(parts.map(({ role, span }) => `${role} ${value.slice(span.start, span.end)}`)).toEqual(wanted)
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
