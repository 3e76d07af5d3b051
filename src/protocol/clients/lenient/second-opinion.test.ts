import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { challengesField, soup, spoilt } from '../../auth/testing/near-grammatical.ts'
import { tokenOf } from '../../auth/testing/shown.ts'
import measured from './cases/measured.json' with { type: 'json' }
import type { LenientClient, ReadChallenge } from './client.ts'
import { lenientClients } from './index.ts'
import { readings } from './second-opinion.ts'

/** What an answer shows of a challenge: a name where there is something to show; the `qop` that it chose. */
function shown({ scheme, params = {} }: ReadChallenge) {
  const { realm = '', nonce, opaque, qop } = params
  const kept = Object.entries({ realm, nonce, opaque }).filter(([, value]) => value !== undefined)
  const offered = (qop ?? '').split(',').map((each) => each.trim())
  const chosen = ['auth', 'auth-int'].find((each) => offered.includes(each))
  return { scheme, ...Object.fromEntries(kept), ...(chosen && { qop: chosen }) }
}

/** The Python libraries leave out an empty `opaque`; wget takes no list for `qop`; digest-fetch has a nonce in any case. */
function expected(client: LenientClient, read: ReadChallenge) {
  const { opaque, qop, ...rest } = shown(read) as Readonly<Record<string, string>>
  const quiet = ['requests', 'httpx'].includes(client.name) && opaque === ''
  const alone = client.name !== 'wget' || read.params?.qop === 'auth'
  const always = client.name === 'digest-fetch' ? { nonce: '' } : {}
  return { ...always, ...rest, ...(opaque !== undefined && !quiet && { opaque }), ...(qop && alone && { qop }) }
}

/** What it should have sent, by what it reads: Digest before Basic, and nothing where it gives up. */
function answerOf(client: LenientClient, lines: readonly string[]): unknown {
  const { challenges, givesUp } = client.read(lines)
  const negotiates = client.name === 'curl' && challenges.some(({ scheme }) => scheme === 'Negotiate')
  if (givesUp || negotiates) return null
  if (!client.schemes)
    return challenges.map(({ scheme, token68, params = {} }) => ({
      scheme,
      parameters: params,
      ...(token68 && { token68 }),
    }))
  const able = challenges.filter(({ scheme }) => client.name !== 'curl' || scheme !== 'Bearer')
  const [first] = able.toSorted((one, other) => other.scheme.localeCompare(one.scheme))
  if (!first) return null
  if (first.scheme === 'Basic' && client.name !== 'digest-fetch')
    return first.params ? { scheme: 'Basic', realm: first.params.realm ?? '' } : { scheme: 'Basic' }
  return expected(client, first)
}

describe('lines that real clients were sent are read as these answered them', () => {
  it('there are 81 of them, and an answer of each client to each', () => {
    expect(measured).toHaveLength(81)
    const names = lenientClients.map(({ name }) => name)
    for (const { answers } of measured) expect(Object.keys(answers).sort()).toEqual(names.toSorted())
  })

  const rows = measured.flatMap(({ id, values, answers }) =>
    lenientClients.map(
      (client) =>
        [client.name, id, values, client, new Map<string, unknown>(Object.entries(answers)).get(client.name)] as const,
    ),
  )
  it.each(rows)('%s, %s: %j', (_, __, values, client, answer) => {
    expect(answerOf(client, values)).toEqual(answer)
  })
})

const opinions = (...lines: readonly string[]) =>
  Object.fromEntries(
    readings(lines.map(tokenOf)).others.map(({ client, reads, givesUp }) => [
      client.name,
      givesUp ?? reads.map(({ scheme, params }) => [scheme, params]),
    ]),
  )

describe('a second opinion', () => {
  it.each([
    ['Basic realm="r"'],
    ['Digest realm="r", nonce="n", qop="auth", algorithm=MD5'],
    ['Bearer realm="r", error="invalid_token"'],
    ['Digest realm="r"'],
    ['PrivateToken challenge="abc"'],
  ])('is not needed for %j', (...lines) => {
    expect(opinions(...lines)).toEqual({})
  })

  it('says who takes what stands in quotes for a challenge', () => {
    expect(opinions('Bearer realm="x, Basic realm=y"')).toEqual({
      curl: [
        ['Bearer', undefined],
        ['Basic', undefined],
      ],
    })
  })

  it('says who misses a comma', () => {
    expect(opinions('Digest realm="r" nonce="n" qop="auth"')).toEqual({
      wget: 'nonce',
      requests: 'nonce',
      httpx: 'nonce',
      Chromium: 'nonce',
    })
  })

  it('says who keeps the last of two', () => {
    const found = opinions('Digest realm="r", realm="s", nonce="n"')
    expect(Object.keys(found)).toEqual(['curl', 'wget', 'requests', 'httpx', 'oauth4webapi', 'Chromium'])
    expect(found.curl).toEqual([['Digest', { realm: 's', nonce: 'n' }]])
  })

  it('says who trips over empty elements that RFC 9110 §5.6.1.2 allows', () => {
    expect(opinions('Digest realm="r",, nonce="n"')).toEqual({ curl: 'nonce', wget: 'nonce', httpx: 'broken' })
  })

  it('says who sees no second challenge in a line', () => {
    const found = opinions('Basic realm="a", Digest realm="r", nonce="n"')
    expect(found).toMatchObject({ httpx: 'unseen', Chromium: [['Basic', { realm: 'a' }]] })
    expect(found).not.toHaveProperty('curl')
  })
})

it('reads anything without throwing, and the same as before', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(spoilt(challengesField), soup), { maxLength: 3 }), (lines) => {
      for (const client of lenientClients) expect(client.read(lines)).toEqual(client.read(lines))
      readings(lines.map(tokenOf))
    }),
    { numRuns: 300 },
  )
})

const PIECES = [
  ',',
  '"',
  '\\',
  'a=',
  'a ',
  ' ',
  'Digest ',
  'Basic,',
  'a="b"',
  'a="b",',
  'a=b,',
  '="',
  'realm="',
  'x="a ',
  "'",
]

describe('time grows with the length, not with its square', () => {
  it.each(PIECES)('for %j, over and over', (piece) => {
    for (const opening of ['', 'Digest ', 'Digest a="']) {
      const text = opening + piece.repeat(200_000 / piece.length)
      for (const client of lenientClients) {
        const start = process.cpuUsage().user
        client.read([text])
        expect((process.cpuUsage().user - start) / 1000, client.name).toBeLessThan(2000)
      }
    }
  })
})
