import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Challenge } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Pair, Secret, Step, User } from '../../auth/scheme.ts'
import { envAt } from '../../auth/testing/env.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest, parseResponse } from '../../http/parse.ts'
import { withFields } from '../../http/print.ts'
import { componentNamed } from '../../signatures/message-signature.ts'
import { signingKeyOf, verifyingKeyOf } from '../../signatures/sign.ts'
import { signRequest } from '../../signatures/signed-request.ts'
import { token } from '../../text/span.ts'
import en from './en.ts'
import { memberOf, readJson, textsOf } from './json.ts'
import gnap from './scheme.ts'
import { type IssuedToken, type Space, tokenHash } from './space.ts'

const NOON = Date.UTC(2026, 0, 1, 12)
let drawn = 0
const envOf = (now = NOON) => envAt(now, (n) => new Uint8Array(n).fill(++drawn % 251))
const secretOf = (id: string, d: string): Secret => ({ id, kind: 'gnap-key', keyid: id, alg: 'ed25519', d })
const mine = secretOf('mine', 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU')
const theirs = secretOf('theirs', 'AE0R49hTt5I79bpdLcj6_qSIMZ32BBIqur02kD37060')
const ada: User = { id: 'ada', name: 'Ada', roles: [], secrets: [] }

function keyOf(secret: Secret) {
  const key = signingKeyOf(secret)
  if (!key) throw new Error('No key')
  return { ...key, keyid: secret.keyid ?? '' }
}
const issued = (more: Partial<IssuedToken> = {}): IssuedToken => ({
  user: 'ada',
  key: { ...verifyingKeyOf(keyOf(mine)), keyid: 'mine' },
  access: ['read'],
  expires: NOON + 60_000,
  ...more,
})
const spaceOf = (more: Partial<IssuedToken> = {}): Space => ({
  id: 'gnap',
  scheme: 'gnap',
  realm: 'Photos',
  users: [ada],
  settings: { asUri: 'https://as.example/tx', access: 'read', maxAge: 300 },
  memory: { tokens: { [tokenHash('TOKEN')]: issued(more) }, uses: {} },
})
const offer = parseChallenges(token('GNAP as_uri="https://as.example/tx"', 0, 35)).value[0] as Challenge
const GET = 'GET /photos HTTP/1.1\nHost: api.example.com\nAuthorization: GNAP TOKEN\n\n'
const POST = 'POST /photos HTTP/1.1\nHost: api.example.com\nAuthorization: GNAP TOKEN\n\nhello'

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

async function judge(source: string, space = spaceOf(), now = NOON) {
  const request = parseRequest(source)
  const field = fieldsNamed(request, 'Authorization')[0]
  if (!field) throw new Error('Nothing was sent')
  const judged = await gnap.judge(
    { field, credentials: parseCredentials(field.value).value },
    space,
    request,
    envOf(now),
  )
  judged.steps.forEach(say)
  const last = judged.steps.at(-1)
  return { judged, failed: last?.result === 'fail' ? last.check.split('.')[1] : undefined }
}

async function answer(source: string, secret = mine, earlier: readonly Pair[] = []) {
  const request = parseRequest(source)
  return withFields(request, (await gnap.answer({ offer, secret, request, earlier, env: envOf() })).fields)
}

/** A request signed after somebody's own ideas. */
function signedAs(components: readonly string[], more: object = {}, source = GET, secret = mine) {
  const request = parseRequest(source)
  const wanted = { label: 'sig1', items: components.map(componentNamed), created: true, tag: 'gnap', ...more }
  return withFields(request, signRequest(request, wanted, keyOf(secret), envOf()).fields)
}
const ALL = ['@method', '@target-uri', 'authorization']

describe('judge', () => {
  it.each([GET, POST])('grants what answer wrote, with what the token allows', async (source) => {
    const { judged } = await judge(await answer(source))
    expect(judged).toMatchObject({ result: 'granted', user: ada, scope: ['read'] })
  })

  it.each([
    ['token', 'GNAP'],
    ['token', 'GNAP a=b'],
    ['input', 'GNAP TOKEN'],
  ])('can’t read, at %s: %s', async (check, credentials) => {
    const { judged, failed } = await judge(GET.replace('GNAP TOKEN', credentials))
    expect([failed, judged]).toMatchObject([check, { result: 'refused', status: 401 }])
  })

  it('wants a value for the signature', async () => {
    const signed = signedAs(ALL)
    expect((await judge(signed.replace(/^Signature: .*$/m, 'Signature: other=:AA==:'))).failed).toBe('value')
  })

  it.each([
    ['covered', ['@method', '@target-uri'], {}, GET],
    ['covered', ['@method', 'authorization'], {}, GET],
    ['covered', ALL, {}, POST],
    ['params', ALL, { created: false }, GET],
    ['tag', ALL, { tag: 'other' }, GET],
    ['no-alg', ALL, { alg: true }, GET],
    ['present', [...ALL, 'x-missing'], {}, GET],
  ] as const)('refuses by %s what covers %j', async (check, components, more, source) => {
    expect((await judge(signedAs(components, more, source))).failed).toBe(check)
  })

  it('refuses a stolen token that is signed with another key, whatever that is called', async () => {
    expect((await judge(await answer(GET, theirs))).failed).toBe('key')
    expect((await judge(await answer(GET, { ...theirs, keyid: 'mine' }))).failed).toBe('signature')
  })

  it('refuses another token, one of nobody, and one put into a signed request', async () => {
    const signed = await answer(GET)
    expect((await judge(signed.replace('TOKEN', 'OTHER'))).failed).toBe('known')
    expect((await judge(signed, spaceOf({ user: 'eve' }))).failed).toBe('known')
    const space = spaceOf()
    const both = {
      ...space,
      memory: { tokens: { ...space.memory?.tokens, [tokenHash('OTHER')]: issued({ access: ['delete'] }) }, uses: {} },
    }
    expect((await judge(signed.replace('TOKEN', 'OTHER'), both)).failed).toBe('signature')
  })

  it('refuses another path and another body', async () => {
    expect((await judge((await answer(GET)).replace('/photos', '/others'))).failed).toBe('signature')
    expect((await judge((await answer(POST)).replace(/hello$/, 'hallo'))).failed).toBe('body')
  })

  it('refuses what is too old, what ended, and what came before', async () => {
    const signed = await answer(GET)
    const patient = spaceOf({ expires: NOON + 900_000 })
    expect((await judge(signed, patient, NOON + 300_000)).failed).toBe('created')
    expect((await judge(signed, patient, NOON + 299_000)).failed).toBeUndefined()
    expect((await judge(signed, spaceOf(), NOON + 60_000)).failed).toBe('token-expiry')
    const { judged } = await judge(signed)
    expect((await judge(signed, judged.space as Space)).failed).toBe('nonce')
    const ended = signedAs(ALL, { expires: true })
    const slow = { ...patient, settings: { ...patient.settings, maxAge: 900 } }
    expect((await judge(ended, slow, NOON + 299_000)).failed).toBeUndefined()
    expect((await judge(ended, slow, NOON + 300_000)).failed).toBe('expires')
  })

  it('refuses each signature with one bit changed', async () => {
    const signed = await answer(GET)
    const [, before = '', value = '', after = ''] = /^(.*Signature: sig1=:)([^:]*)(:.*)$/s.exec(signed) ?? []
    const octets = Buffer.from(value, 'base64')
    await fc.assert(
      fc.asyncProperty(fc.nat(octets.length * 8 - 1), async (bit) => {
        const bent = octets.map((octet, n) => (n === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet))
        expect((await judge(before + Buffer.from(bent).toString('base64') + after)).failed).toBe('signature')
      }),
      { numRuns: 15 },
    )
  })

  it('never throws', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'GNAPTOKE sig1=("@path");,:?\\') })
    await fc.assert(
      fc.asyncProperty(text, text, async (credentials, input) => {
        const source = `GET / HTTP/1.1\nHost: a\nAuthorization: GNAP ${credentials}\nSignature-Input: ${input}\nSignature: ${input}\n\n`
        expect((await judge(source)).judged.result).toBe('refused')
      }),
    )
  })
})

describe('answer', () => {
  const body = (text: string): readonly Pair[] => [
    { request: parseRequest(GET), response: parseResponse(`HTTP/1.1 200 OK\n\n${text}`) },
  ]
  const sent = async (target: string, earlier: readonly Pair[], secret = mine) => {
    const source = `GET ${target} HTTP/1.1\nHost: as.example\n\n`
    return (await answer(source, secret, earlier)).match(/^Authorization: (.*)$/m)?.[1]
  }
  const both =
    '{"access_token": {"value": "A"}, "continue": {"uri": "https://as.example/go", "access_token": {"value": "C"}}}'

  it('takes the token that belongs there from what came before', async () => {
    expect(await sent('/go', body(both))).toBe('GNAP C')
    expect(await sent('/other', body(both))).toBe('GNAP A')
    expect(await sent('/tx', body(both))).toBeUndefined()
    expect(await sent('/other', [...body(both), ...body('{"access_token": {"value": "B"}}')])).toBe('GNAP B')
    expect(await sent('/other', [], { ...mine, token: 'T' })).toBe('GNAP T')
  })

  it.each(['', 'null', '[1]', '{"access_token": 1}', '{"access_token": {"value": 1}}', '{"continue": null}'])(
    'finds none in %s, and signs without',
    async (text) => {
      expect(await sent('/other', body(text))).toBeUndefined()
      const signed = await answer('GET /other HTTP/1.1\nHost: as.example\n\n', mine, body(text))
      expect(signed).toContain('sig1=("@method" "@target-uri");')
    },
  )

  it('replaces credentials of another kind', async () => {
    expect(await answer(GET.replace('GNAP TOKEN', 'Basic TOKEN'), mine, body(both))).toContain(
      'Authorization: GNAP A\n',
    )
  })
})

describe('the scheme', () => {
  it('opens as it can be read, and says nothing to who may not', () => {
    expect(gnap.challenge(spaceOf(), envOf()).challenges).toEqual([
      'GNAP as_uri="https://as.example/tx", access="read"',
    ])
    expect(gnap.challenge(spaceOf(), envOf(), { kind: 'forbidden' }).challenges).toEqual([])
  })

  it('says which keys can’t sign', () => {
    expect(gnap.unsendable?.(mine)).toBeUndefined()
    expect(gnap.unsendable?.({ ...mine, keyid: 'ä' })).toBe('key')
    expect(gnap.unsendable?.({ id: 'x', kind: 'gnap-key' })).toBe('key')
  })

  it('names its parts, and the token as what is given away', async () => {
    const [challenge] = parseChallenges(token('GNAP as_uri="u", x=1', 0, 20)).value
    expect(challenge && gnap.anatomy(challenge, 'challenge').map(({ role }) => role)).toEqual([
      'scheme',
      'param.as_uri',
      'param.x',
    ])
    const request = parseRequest(await answer(POST))
    const [field] = fieldsNamed(request, 'Authorization')
    const credentials = field && parseCredentials(field.value).value
    if (!field || !credentials) throw new Error('No credentials')
    expect(gnap.anatomy(credentials, 'credentials').map(({ role }) => role)).toEqual(['scheme', 'token68'])
    expect(gnap.exposes({ field, credentials })).toEqual(['TOKEN'])
    expect(gnap.exposes({ field })).toEqual([])
    const roles = request.fields.flatMap((each) =>
      gnap.fields?.includes(each.name.text) ? gnap.anatomy(each, 'credentials').map(({ role }) => role) : [],
    )
    expect([roles.length, roles.filter((role) => !(role in en))]).toEqual([12, []])
  })
})

it('JSON has only what was written into it', () => {
  const body = readJson('{"a": {"b": ["c"]}, "d": ["e", 1]}')
  expect(textsOf(memberOf(memberOf(body, 'a'), 'b'))).toEqual(['c'])
  expect([textsOf(memberOf(body, 'd')), memberOf(body, 'constructor'), memberOf(body, '__proto__')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(readJson('{')).toBeUndefined()
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
