import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { param } from '../../auth/challenge.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { parseRequest } from '../../http/parse.ts'
import { withFields } from '../../http/print.ts'
import { chance } from '../../servers/chance.ts'
import { handle } from '../../servers/handle.ts'
import { fromBase64, hex } from '../../text/octets.ts'
import en from './en.ts'
import { fromPadded, padded, readChallenge, readToken, writeChallenge } from './structures.ts'
import { challengeIn, envIn, meet, scheme, secretNamed, spaceNamed, world } from './testing/meet.ts'

/** One such meeting for all who only look at it. */
const common = await meet()

const tokenIn = (request: HttpRequest) => fromPadded(/token="([^"]*)"/.exec(request.source)?.[1] ?? '') ?? expect.fail()
describe('a challenge', () => {
  it('is new each time where it has a context, and always the same where it has none', () => {
    const twice = (id: string) =>
      [0, 1].map(() => scheme.challenge(spaceNamed(id), envIn(0)).challenges[0]?.replace(/challenge="([^"]*)".*/, '$1'))
    expect(new Set(twice('private-token')).size).toBe(2)
    expect(new Set(twice('private-token-anytime')).size).toBe(1)
  })

  it('says what it is for, in base64url with padding', () => {
    const [text = ''] = scheme.challenge(spaceNamed('private-token'), envIn(0)).challenges
    const challenge = challengeIn(text)
    const octets = fromPadded(param(challenge, 'challenge')?.value ?? '') ?? expect.fail()
    expect(readChallenge(octets)).toMatchObject({ type: 2, issuer: 'issuer.example.com', origins: 'api.example.com' })
    for (const name of ['challenge', 'token-key']) {
      const { value = '', quoted } = param(challenge, name) ?? {}
      expect([value.length % 4, quoted]).toEqual([0, true])
    }
    expect(param(challenge, 'max-age')?.value).toBe('300')
  })

  it('is not repeated to who is forbidden', () => {
    expect(scheme.challenge(spaceNamed('private-token'), envIn(0), { kind: 'forbidden' }).challenges).toEqual([])
  })

  it.each([
    ['nothing', 'PrivateToken'],
    ['no structure', 'PrivateToken challenge="AAI="'],
    ['no issuer', `PrivateToken challenge="${padded(Uint8Array.of(0, 2, 0, 0, 0, 0, 0))}"`],
    ['a context of one octet', `PrivateToken challenge="${padded(Uint8Array.of(0, 2, 0, 1, 65, 1, 9, 0, 0))}"`],
    ['more than its structure', `PrivateToken challenge="${padded(Uint8Array.of(0, 2, 0, 1, 65, 0, 0, 0, 0))}"`],
    [
      'a key of another kind',
      `PrivateToken challenge="${padded(Uint8Array.of(0, 2, 0, 1, 65, 0, 0, 0))}", token-key="AAAA"`,
    ],
  ])('with %s is not answered', (_, text) => {
    expect(scheme.usable(challengeIn(text))).toBe(false)
  })

  it('may leave the key to be known from elsewhere', () => {
    expect(
      scheme.usable(challengeIn(`PrivateToken challenge="${padded(Uint8Array.of(0, 2, 0, 1, 65, 0, 0, 0))}"`)),
    ).toBe(true)
  })

  it('of another origin is not answered: nothing is put into the request (RFC 9577 §2.1.3)', async () => {
    const { fields, workings } = await meet('private-token-relayed')
    expect(fields).toEqual([])
    expect(workings).toMatchObject([{ name: 'origin_info', output: 'false' }])
    const there = parseRequest('GET / HTTP/1.1\nHost: WWW.example.com:443\n\n')
    expect((await meet('private-token-relayed', 'ada/attested-device', there)).fields).toHaveLength(1)
  })

  it('of any text is read without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 90 }), fc.boolean(), (octets, typed) => {
        const challenge = typed ? Uint8Array.of(0, 2, 0, 3, ...octets) : octets
        const read = readChallenge(challenge)
        if (read) expect(writeChallenge(read)).toEqual(challenge)
        const parts = scheme.anatomy(
          challengeIn(`PrivateToken challenge="${padded(challenge)}", token="x"`),
          'challenge',
        )
        expect(parts.length).toBe(3)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the anatomy', () => {
  it('opens a token', async () => {
    const { request } = common
    const credentials = parseCredentials(fieldsNamed(request, 'Authorization')[0]?.value ?? expect.fail()).value
    const [, token] = scheme.anatomy(credentials ?? expect.fail(), 'credentials')
    const words: Readonly<Record<string, string>> = en
    expect(token?.decoded?.map(({ name }) => [name, `decoded.${name}` in words])).toEqual(
      ['type', 'nonce', 'digest', 'key-id', 'authenticator'].map((name) => [name, true]),
    )
    const [field] = fieldsNamed(request, 'Authorization')
    expect(field && scheme.exposes({ field, credentials })).toEqual([padded(tokenIn(request))])
  })

  it('shows the issuer the blinded number only: neither nonce nor digest', async () => {
    const { workings, request } = common
    const sent = hex(fromBase64(workings.find(({ name }) => name === 'token_request')?.output ?? '') ?? expect.fail())
    expect(sent).toMatch(/^000208[0-9a-f]{512}$/)
    const { nonce, digest, authenticator } = readToken(tokenIn(request)) ?? expect.fail()
    for (const part of [nonce, digest, authenticator]) expect(sent).not.toContain(hex(part).slice(0, 16))
  })
})

describe('the doors', () => {
  const visit = async (path: string, id: string, secret = 'aladdin/attested-device') => {
    const draft = `GET ${path} HTTP/1.1\nHost: api.example.com\n\n`
    const knocked = await handle(world, parseRequest(draft), chance(world, 1))
    const offer = challengeIn(fieldsNamed(knocked.response, 'WWW-Authenticate')[0]?.value.text ?? '')
    const ask = { offer, secret: secretNamed(secret), request: parseRequest(draft), earlier: [], env: chance(world, 2) }
    const request = parseRequest(withFields(parseRequest(draft), (await scheme.answer(ask)).fields))
    const sent = await handle(knocked.world, request, chance(world, 3))
    const again = await handle(sent.world, request, chance(world, 4))
    expect(world.spaces[id]?.memory).toBe(null)
    return [knocked, sent, again].map(({ response }) => response.line.code)
  }

  it.each([
    ['/private-token', 'private-token', [401, 200, 401]],
    ['/private-token/anytime', 'private-token-anytime', [401, 200, 401]],
    // The token is genuine, and spent by being shown; but nobody's name, so nobody's role.
    ['/private-token/staff', 'private-token', [401, 403, 401]],
    ['/private-token/relayed', 'private-token-relayed', [401, 401, 401]],
  ])('%s', async (path, id, codes) => {
    expect(await visit(path, id, 'ada/attested-device')).toEqual(codes)
  })
})
