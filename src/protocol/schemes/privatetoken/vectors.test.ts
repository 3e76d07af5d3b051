import { constants, createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import vectorFile from '../../auth/cases/credentials.json'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { tokenOf } from '../../auth/testing/shown.ts'
import { fromHex } from '../../text/hex-octets.ts'
import { hex, octetsOf } from '../../text/octets.ts'
import { blind, blindSign, finalize } from './blind.ts'
import { digestOf, keyIdOf, keyIn, spkiOf } from './issuer-key.ts'
import { RFC_KEY } from './rfc-key.ts'
import { padded, readChallenge, readToken, tokenInput, writeChallenge } from './structures.ts'
import { scheme } from './testing/meet.ts'
import { issuances } from './vectors.ts'

describe('the vectors of RFC 9577 §A.1', () => {
  const context = fromHex('476ac2c935f458e9b2d7af32dacfbd22dd6023ef5887a789f1abe004e79bb5bb')
  const none = new Uint8Array()
  it.each([
    [
      'one origin and a context',
      'origin.example',
      context,
      '8e1d5518ec82964255526efd8f9db88205a8ddd3ffb1db298fcc3ad36c42388f',
    ],
    ['one origin', 'origin.example', none, '11e15c91a7c2ad02abd66645802373db1d823bea80f08d452541fb2b62b5898b'],
    ['nothing', '', none, 'b741ec1b6fd05f1e95f8982906aec1612896d9ca97d53eef94ad3c9fe023f7a4'],
    ['a context', '', context, 'b85fb5bc06edeb0e8e8bdb5b3bea8c4fa40837c82e8bcaf5882c81e14817ea18'],
    [
      'two origins and a context',
      'foo.example,bar.example',
      context,
      'a2a775866b6ae0f98944910c8f48728d8a2735b9157762ddbf803f70e2e8ba3e',
    ],
  ])('hash a challenge with %s', (_, origins, redemption, digest) => {
    const challenge = { type: 2, issuer: 'issuer.example', context: redemption, origins }
    expect(hex(digestOf(writeChallenge(challenge)))).toBe(digest)
    expect(readChallenge(writeChallenge(challenge))).toEqual(challenge)
  })

  interface Case {
    readonly id: string
    readonly scheme: string
    readonly inputs: Readonly<Record<string, string>>
    readonly expect: Readonly<Record<string, string>>
  }
  const all: readonly Case[] = JSON.parse(JSON.stringify(vectorFile))
  const cases = all.filter((each) => each.scheme === 'PrivateToken')
  it('are two in the file of cases', () => expect(cases).toHaveLength(2))

  // The file has them without the padding that RFC 9577 §2.1.2 wants.
  it.each(cases)('$id comes out, with padding', ({ inputs, expect: wanted }) => {
    const octets = (name: string) => fromHex(inputs[name] ?? '')
    const challenge = writeChallenge({
      type: Number.parseInt(inputs.tokenTypeHex ?? '', 16),
      issuer: inputs.issuerName ?? '',
      context: octets('redemptionContextHex'),
      origins: inputs.originInfo ?? '',
    })
    expect(padded(challenge).length % 4).toBe(0)
    expect(padded(challenge).replace(/=+$/, '')).toBe(wanted.challengeB64url)
    const input = tokenInput(octets('nonceHex'), digestOf(challenge), octets('tokenKeyIdHex'))
    expect(hex(input)).toBe(wanted.tokenAuthenticatorInputHex)
  })
})

describe('the header of RFC 9577 §A.2', () => {
  const header =
    'Basic realm="grease", PrivateToken challenge="AACsw7JXlcY2_Z3YsSmCOUq7qHd9NZeOh3_IhIiSohcjMEWsJaPVXAfFTv5jcpc_7gBz53_GG_GauIDyDt9dYnUC",token-key="hW3jxxC4kufMoa5esSGvQsqOd5E3oRIkIoybmbBym_hNUFfQMAADCbjw0GzP-hdWH56s1MMS6YWmvGD_vqBhAmTcsXJiVTE9qB1mVpJoah2GRPFRa_YSzqAJ5t_22ampWftTjhtbI0PAkpkpQjgr3eItWzJLHkYY7SHXgGKGws4=", PrivateToken challenge="AAEADmlzc3Vlci5leGFtcGxlIIo-g6M9mABdLzC-9Bn6a_TNXGAF42sShbu0zNQPpLODAA5vcmlnaW4uZXhhbXBsZQ==", token-key="67H-0zgxA2HAjQx1dpaWcSluBemaF9eSbfwopT-r1In6wPgryoYkmmaPOlv6s3TJ",unknownChallengeAttribute="ignore-me", max-age="10"'
  const [, grease, voprf] = parseChallenges(tokenOf(header)).value

  const decoded = (challenge = grease) =>
    scheme
      .anatomy(challenge ?? expect.fail(), 'challenge')
      .map(({ role, decoded: inside = [] }) => [
        role,
        ...inside.map(({ name, text }) => `${name} ${text.slice(0, 20)}`),
      ])

  it('is read as far as its types are known, and answered by nobody who knows type 2 only', () => {
    expect([grease, voprf].map((each) => each && scheme.usable(each))).toEqual([false, false])
    expect(decoded(grease)[1]).toEqual(['param.challenge', 'type 0x0000'])
    expect(decoded(voprf)).toEqual([
      ['scheme'],
      [
        'param.challenge',
        'type 0x0001',
        'issuer issuer.example',
        'context 8a3e83a33d98005d2f30',
        'origins origin.example',
      ],
      ['param.token-key', expect.stringMatching(/^key-id [0-9a-f]{20}$/)],
      ['param.unknownchallengeattribute'],
      ['param.max-age'],
    ])
  })
})

describe('the vectors of RFC 9578 §B.2', () => {
  it('are five, of one key, whose ID is that of RFC 9577 §A.1', () => {
    expect(issuances).toHaveLength(5)
    expect(hex(keyIdOf(RFC_KEY))).toBe('ca572f8982a9ca248a3056186322d93ca147266121ddeb5632c07f1f71cd2708')
    expect(keyIn(spkiOf(RFC_KEY))).toEqual({ n: RFC_KEY.n, e: RFC_KEY.e })
  })

  it.each(issuances)('$name: each part signs and opens to the letter', ({ token, nonce, challenge, salt, ...each }) => {
    const input = tokenInput(fromHex(nonce), digestOf(fromHex(challenge)), keyIdOf(RFC_KEY))
    const blinded = blind(input, RFC_KEY, fromHex(salt), fromHex(each.blind))
    expect(`000208${hex(blinded.message)}`).toBe(each.request)
    const signed = blindSign(blinded.message, RFC_KEY) ?? expect.fail()
    expect(hex(signed)).toBe(each.response)
    expect(hex(input) + hex(finalize(input, signed, blinded.inverse, RFC_KEY) ?? expect.fail())).toBe(token)
  })

  it('verify with Node, too', () => {
    const { n, e } = RFC_KEY
    const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
    for (const { token } of issuances) {
      const read = readToken(fromHex(token)) ?? expect.fail()
      const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
      expect(verify('sha384', read.input, options, read.authenticator)).toBe(true)
    }
  })

  it('hide the message: another blind, another request, the same token', () => {
    const message = octetsOf('message')
    const salt = new Uint8Array(48).fill(3)
    const [one, other] = [5, 9].map((fill) => blind(message, RFC_KEY, salt, new Uint8Array(256).fill(fill)))
    if (!one || !other) throw new Error('Nothing was blinded')
    expect(hex(one.message)).not.toBe(hex(other.message))
    const open = ({ message: blinded, inverse }: typeof one) =>
      finalize(message, blindSign(blinded, RFC_KEY) ?? expect.fail(), inverse, RFC_KEY)
    expect(open(one)).toEqual(open(other))
    expect(finalize(octetsOf('another'), blindSign(one.message, RFC_KEY) ?? expect.fail(), one.inverse, RFC_KEY)).toBe(
      undefined,
    )
    const bare = blind(message, RFC_KEY, salt, new Uint8Array(256))
    expect(bare.message).toEqual(bare.encoded)
    expect(blindSign(new Uint8Array(256).fill(0xff), RFC_KEY)).toBe(undefined)
    expect(blindSign(new Uint8Array(255), RFC_KEY)).toBe(undefined)
  })
})
