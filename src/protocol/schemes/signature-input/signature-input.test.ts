import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Challenge } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import type { Pair, Secret, Step, User } from '../../auth/scheme.ts'
import { envAt } from '../../auth/testing/env.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest, parseResponse } from '../../http/parse.ts'
import { withFields } from '../../http/print.ts'
import { sign, signingKeyOf, verifyingKeyOf } from '../../signatures/sign.ts'
import { base64 } from '../../text/octets.ts'
import { token } from '../../text/span.ts'
import en from './en.ts'
import signatureInput from './scheme.ts'
import type { SignatureSettings, Space } from './space.ts'
import { vectors } from './vectors.ts'

const NOON = Date.UTC(2026, 0, 1, 12)
/** Chance that never says the same twice. */
let drawn = 0
const envOf = (now = NOON) => envAt(now, (n) => new Uint8Array(n).fill(++drawn % 251))

const SECRETS: readonly Secret[] = [
  ...new Map(vectors.map(({ secret }) => [secret.id, secret])).values(),
  {
    id: 'p256',
    kind: 'signing-key',
    keyid: 'p256',
    alg: 'ecdsa-p256-sha256',
    d: 'UpuF81l-kOxbjf7T4mNSv0r5tN67Gim7rnf6EFpcYDs',
  },
]
const secretNamed = (id: string) => SECRETS.find((each) => each.id === id) ?? { id, kind: 'signing-key' }
const hmac = secretNamed('test-shared-secret')
const ada: User = { id: 'ada', name: 'Ada', roles: [], secrets: SECRETS }
const keys: SignatureSettings['keys'] = SECRETS.flatMap((secret) => {
  const key = signingKeyOf(secret)
  return key ? [{ ...verifyingKeyOf(key), keyid: secret.keyid ?? '', user: 'ada' }] : []
})
const spaceOf = (settings: Partial<SignatureSettings> = {}): Space => ({
  id: 'signed',
  scheme: 'signature-input',
  realm: 'Signed',
  users: [ada],
  settings: { label: 'sig1', components: ['@method', '@path'], tag: 'api', maxAge: 300, keys, ...settings },
  memory: null,
})
const withBody = spaceOf({ components: ['@method', 'content-digest'] })

const offer = parseChallenges(token('Signature-Input', 0, 15)).value[0] as Challenge
const GET = 'GET /signed?a=1 HTTP/1.1\nHost: api.example.com\n\n'
const POST = 'POST /signed HTTP/1.1\nHost: api.example.com\nContent-Type: text/plain\n\nhello'

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
  const field = fieldsNamed(request, 'Signature-Input')[0] ?? request.fields[0]
  if (!field) throw new Error('Nothing was sent')
  const judged = await signatureInput.judge({ field }, space, request, envOf(now))
  judged.steps.forEach(say)
  const last = judged.steps.at(-1)
  for (const { saw } of judged.steps)
    for (const { start, end } of saw) expect(start >= 0 && end <= source.length && start <= end).toBe(true)
  return { judged, failed: last?.result === 'fail' ? last.check.split('.')[1] : undefined, gate: last?.gate }
}

/** Asks as a server does, and answers as a client. */
async function answer(source: string, secret = hmac, space = spaceOf(), earlier: readonly Pair[] = [], now = NOON) {
  const asked = signatureInput.challenge(space, envOf(now)).fields ?? []
  const response = parseResponse(`HTTP/1.1 403 Forbidden\n${asked.map((each) => each.join(': ')).join('\n')}\n\n`)
  const request = parseRequest(source)
  const pairs = [{ request, response }, ...earlier]
  const made = await signatureInput.answer({ offer, secret, request, earlier: pairs, env: envOf(now) })
  return withFields(request, made.fields)
}

describe('what answer writes', () => {
  it.each(SECRETS.map(({ id }) => id))('judge grants: %s', async (id) => {
    const signed = await answer(GET, secretNamed(id))
    const { judged } = await judge(signed)
    expect(judged).toMatchObject({ result: 'granted', user: ada })
    expect(judged.steps.map(({ gate }) => gate)).toEqual([
      ...['form', 'form', 'valid', 'valid', 'valid', 'valid', 'valid', 'valid', 'valid', 'valid'],
      ...['fresh', 'fresh', 'fresh'],
    ])
  })

  it('covers a body by its digest, and leaves a digest that is right', async () => {
    const signed = await answer(POST, hmac, withBody)
    expect(signed).toContain('Content-Digest: sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:')
    expect((await judge(signed, withBody)).judged.result).toBe('granted')
    const given = POST.replace('\n\n', '\nContent-Digest: sha-512=:AAAA:\n\n')
    const again = await answer(given, hmac, withBody)
    expect(again).toMatch(/^Content-Digest: sha-512=:m3HSJL1i83hdltRq0/m)
    const [line = ''] = again.match(/^Content-Digest.*$/m) ?? []
    expect(await answer(again, hmac, withBody)).toContain(line)
  })

  it('covers what any server wants, where nobody asked', async () => {
    const request = parseRequest(POST)
    const made = await signatureInput.answer({ offer, secret: hmac, request, earlier: [], env: envOf() })
    const written = Object.fromEntries(made.fields)
    expect(written['Signature-Input']).toMatch(
      /^sig1=\("@method" "@target-uri" "content-digest"\);created=1767268800;keyid="test-shared-secret";nonce="[\w-]{16}"$/,
    )
  })

  it('takes another nonce once the server’s is used', async () => {
    const space = spaceOf()
    const first = await answer(GET, hmac, space)
    const earlier = [{ request: parseRequest(first), response: parseResponse('HTTP/1.1 200 OK\n\n') }]
    const wish = first.match(/nonce="[^"]*"/)?.[0] ?? ''
    const response = parseResponse(
      `HTTP/1.1 403\nAccept-Signature: sig1=("@method");created;expires;alg="x";${wish}\n\n`,
    )
    const request = parseRequest(GET)
    const again = await signatureInput.answer({
      offer,
      secret: hmac,
      request,
      earlier: [{ request, response }, ...earlier],
      env: envOf(),
    })
    const written = again.fields.find(([name]) => name === 'Signature-Input')?.[1]
    expect(written).toMatch(/created=1767268800;expires=1767269100;keyid="[^"]*";alg="hmac-sha256";nonce="/)
    expect(written).not.toContain(wish)
  })
})

/** A request that somebody signed after their own ideas: what is asked of them comes by `Accept-Signature`. */
async function signedAs(wish: string, source = GET, secret = hmac, now = NOON) {
  const request = parseRequest(source)
  const response = parseResponse(`HTTP/1.1 403\nAccept-Signature: ${wish}\n\n`)
  const made = await signatureInput.answer({
    offer,
    secret,
    request,
    earlier: [{ request, response }],
    env: envOf(now),
  })
  return withFields(request, made.fields)
}
const GOOD = 'sig1=("@method" "@path");created;nonce="n";tag="api"'

describe('judge refuses', () => {
  it.each([
    ['form', 'input', 'Signature-Input: sig1', 'Signature: sig1=:AA==:'],
    ['form', 'input', 'Signature-Input: ', 'Signature: sig1=:AA==:'],
    ['form', 'input', 'Signature-Input: sig1=("@path" "@path")', 'Signature: sig1=:AA==:'],
    ['form', 'value', 'Signature-Input: sig1=("@path")', 'Signature: sig2=:AA==:'],
    ['form', 'value', 'Signature-Input: sig1=("@path")', 'Other: x'],
    ['form', 'value', 'Signature-Input: sig1=("@path")', 'Signature: sig1=("@path")'],
  ])('at the gate %s, question %s: %s', async (gate, check, ...lines) => {
    const found = await judge(`GET / HTTP/1.1\nHost: a\n${lines.join('\n')}\n\n`)
    expect([found.gate, found.failed, found.judged]).toMatchObject([gate, check, { result: 'refused', status: 400 }])
  })

  it.each([
    ['covered', 'sig1=("@method");created;nonce="n";tag="api"'],
    ['covered', 'sig1=("@method" "@path";req);created;nonce="n";tag="api"'],
    ['params', 'sig1=("@method" "@path");nonce="n";tag="api"'],
    ['params', 'sig1=("@method" "@path");created;tag="api"'],
    ['tag', 'sig1=("@method" "@path");created;nonce="n";tag="other"'],
    ['tag', 'sig1=("@method" "@path");created;nonce="n"'],
    ['present', 'sig1=("@method" "@path" "x-missing");created;nonce="n";tag="api"'],
    ['present', 'sig1=("@method" "@path" "@unheard-of");created;nonce="n";tag="api"'],
    ['present', 'sig1=("@method" "@path" "host";sf);created;nonce="n";tag="api"'],
  ])('by %s what was signed as %s', async (check, wish) => {
    const { judged, failed } = await judge(await signedAs(wish))
    expect([failed, judged]).toMatchObject([check, { result: 'refused', status: 401 }])
  })

  it('a key that nobody has, or that belongs to nobody', async () => {
    const signed = await signedAs(GOOD, GET, { ...hmac, keyid: 'stranger' })
    expect((await judge(signed)).failed).toBe('key')
    expect((await judge(await signedAs(GOOD), { ...spaceOf(), users: [] })).failed).toBe('key')
  })

  it('an algorithm that is not the key’s, and takes the right one', async () => {
    const right = await signedAs(`${GOOD};alg="hmac-sha256"`)
    expect((await judge(right)).judged.result).toBe('granted')
    expect((await judge(right.replace('alg="hmac-sha256"', 'alg="ed25519"'))).failed).toBe('algorithm')
  })

  it.each([
    ['another method', 'GET /signed', 'POST /signed'],
    ['another path', 'GET /signed', 'GET /signed/vault'],
    ['another nonce', 'nonce="n"', 'nonce="m"'],
    ['another instant', 'created=1767268800', 'created=1767268801'],
    ['the components in another order', '"@method" "@path"', '"@path" "@method"'],
    ['a parameter more', 'tag="api"', 'tag="api";x'],
  ])('%s', async (_, from, to) => {
    const signed = await signedAs(GOOD)
    expect(signed).toContain(from)
    expect((await judge(signed.replace(from, to))).failed).toBe('signature')
  })

  it('nothing for what is not covered: a query that was changed goes through', async () => {
    const signed = await signedAs(GOOD)
    expect((await judge(signed.replace('?a=1', '?a=2'))).judged.result).toBe('granted')
  })

  it('another body, whether its digest was changed with it or not', async () => {
    const signed = await answer(POST, hmac, withBody)
    const changed = signed.replace(/hello$/, 'hallo')
    expect((await judge(changed, withBody)).failed).toBe('body')
    const digest = /(sha-256=:)[^:]*/
    const both = changed.replace(digest, '$1037ykoNbqjCYGjtiVB7a9wT0MPv5AdOxZKJvwmEWlh8=')
    expect((await judge(both, withBody)).failed).toBe('signature')
    const gone = signed.replace(/^Content-Digest.*\n/m, '')
    expect((await judge(gone, withBody)).failed).toBe('present')
  })

  it.each(['md5=:AAAA:', 'x', ''])('a digest that says nothing, however well it is signed: %s', async (digest) => {
    const source = POST.replace('\n\n', `\nContent-Digest: ${digest}\n\n`)
    const input = '("@method" "content-digest");created=1767268800;keyid="test-shared-secret";nonce="n";tag="api"'
    const base = `"@method": POST\n"content-digest": ${digest}\n"@signature-params": ${input}`
    const key = signingKeyOf(hmac)
    const value = key && base64(sign(base, key, envOf()))
    const signed = source.replace('\n\n', `\nSignature-Input: s=${input}\nSignature: s=:${value}:\n\n`)
    expect((await judge(signed, withBody)).failed).toBe('body')
  })

  it.each([
    [-31, 'created'],
    [-30, undefined],
    [299, undefined],
    [300, 'created'],
  ])('by its age: %i s', async (seconds, check) => {
    expect((await judge(await signedAs(GOOD), spaceOf(), NOON + seconds * 1000)).failed).toBe(check)
  })

  it('what its signer let expire', async () => {
    const space = spaceOf({ maxAge: 900 })
    const signed = await signedAs(`${GOOD};expires`)
    expect((await judge(signed, space, NOON + 299_000)).judged.result).toBe('granted')
    expect((await judge(signed, space, NOON + 300_000)).failed).toBe('expires')
  })

  it('a replay, and remembers no longer than it must', async () => {
    const signed = await signedAs(GOOD)
    const { judged } = await judge(signed)
    expect((await judge(signed, judged.space)).failed).toBe('nonce')
    const later = NOON + 400_000
    const fresh = await signedAs('sig1=("@method" "@path");created;nonce="m";tag="api"', GET, hmac, later)
    const after = (await judge(fresh, judged.space, later)).judged
    expect(after.result).toBe('granted')
    expect(Object.keys(after.space.memory?.uses ?? {})).toEqual(['["test-shared-secret","m"]'])
  })

  it('a nonce that is called like something that every object has', async () => {
    const signed = await signedAs('sig1=("@method" "@path");created;nonce="__proto__";tag="api"')
    const { judged } = await judge(signed)
    expect([judged.result, (await judge(signed, judged.space)).failed]).toEqual(['granted', 'nonce'])
  })

  it('each signature with one bit changed', async () => {
    const signed = await signedAs(GOOD)
    const [, before = '', value = '', after = ''] = /^(.*Signature: sig1=:)([^:]*)(:.*)$/s.exec(signed) ?? []
    const octets = Buffer.from(value, 'base64')
    await fc.assert(
      fc.asyncProperty(fc.nat(octets.length * 8 - 1), async (bit) => {
        const bent = octets.map((octet, n) => (n === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet))
        expect((await judge(before + Buffer.from(bent).toString('base64') + after)).failed).toBe('signature')
      }),
      { numRuns: 25 },
    )
  })

  it('whatever somebody writes, without throwing', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'sig1=("@path");created=19,:A?\\ äkeyid') })
    await fc.assert(
      fc.asyncProperty(text, text, async (input, value) => {
        const source = `GET / HTTP/1.1\nHost: a\nSignature-Input: ${input}\nSignature: ${value}\n\n`
        expect((await judge(source)).judged.result).toBe('refused')
        signatureInput.anatomy(parseRequest(source).fields[1] ?? offer, 'credentials')
      }),
    )
    const huge = 'sig1=("@method" "@path");created=999999999999999;keyid="test-shared-secret";nonce="n";tag="api"'
    expect((await judge(`${GET.trimEnd()}\nSignature-Input: ${huge}\nSignature: sig1=:AA==:\n\n`)).failed).toBe(
      'signature',
    )
  })

  it('an instant that no calendar has, if it is well signed', async () => {
    const signed = await signedAs(GOOD, GET, hmac, 9e17)
    expect((await judge(signed)).failed).toBe('created')
  })
})

describe('several signatures', () => {
  it('are looked through for the one with our tag', async () => {
    const signed = await signedAs(GOOD)
    const more = signed
      .replace('Signature-Input: ', 'Signature-Input: proxy=("@path");tag="proxy", ')
      .replace('Signature: ', 'Signature: proxy=:AA==:, ')
    expect((await judge(more)).judged.result).toBe('granted')
  })

  it('are taken from the first where we have no tag', async () => {
    const { judged } = await judge(await signedAs(GOOD), spaceOf({ tag: undefined }))
    expect([judged.result, judged.steps.find(({ check }) => check.endsWith('.tag'))?.result]).toEqual([
      'granted',
      'moot',
    ])
  })
})

describe('the server', () => {
  it('has no challenge, but a wish', () => {
    const { challenges, fields } = signatureInput.challenge(spaceOf(), envOf())
    expect(challenges).toEqual([])
    expect(fields?.map((each) => each.join(': '))).toEqual([
      expect.stringMatching(/^Accept-Signature: sig1=\("@method" "@path"\);created;nonce="[\w-]{16}";tag="api"$/),
    ])
  })

  it('wishes nothing of somebody who may not', () => {
    expect(signatureInput.challenge(spaceOf(), envOf(), { kind: 'forbidden' }).fields).toBeUndefined()
  })
})

describe('the scheme', () => {
  it('says which keys can’t sign', () => {
    expect(signatureInput.unsendable?.(hmac)).toBeUndefined()
    expect(signatureInput.unsendable?.({ ...hmac, keyid: 'schlüssel' })).toBe('keyid')
    expect(signatureInput.unsendable?.({ id: 'x', kind: 'signing-key' })).toBe('key')
  })

  it('has parts for each of its fields, and for a challenge that nobody sends', async () => {
    const roles = parseRequest(await answer(POST, hmac, withBody)).fields.flatMap((field) =>
      signatureInput.anatomy(field, 'credentials').map(({ role }) => role),
    )
    expect(roles.sort()).toEqual(
      [
        ...['component', 'component', 'content-digest', 'label', 'label', 'value'],
        ...['param.created', 'param.keyid', 'param.nonce', 'param.tag'],
      ].sort(),
    )
    expect(roles.filter((role) => !(role in en))).toEqual([])
    const [strange] = parseChallenges(token('Signature-Input a=b', 0, 19)).value
    expect(strange && signatureInput.anatomy(strange, 'challenge').map(({ role }) => role)).toEqual([
      'scheme',
      'param.a',
    ])
    expect(signatureInput.anatomy(offer, 'challenge')).toHaveLength(1)
  })

  it('gives nothing away', async () => {
    const field = parseRequest(await signedAs(GOOD)).fields[1]
    expect(field && signatureInput.exposes({ field })).toEqual([])
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    const unsaid = Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))
    expect(unsaid).toEqual([])
  })
})
