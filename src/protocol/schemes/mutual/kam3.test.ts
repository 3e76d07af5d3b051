import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hex, octetsOf } from '../../text/octets.ts'
import { pressed, scalarOf, times, unpressed } from './group.ts'
import { octetsOfHex } from './hex.ts'
import {
  clientZ,
  isPoint,
  kc1Of,
  ks1Of,
  piOf,
  serverZ,
  t1Of,
  variableInt,
  variableString,
  verifierOf,
  vkcOf,
  vksOf,
} from './kam3.ts'

/** The RFCs print none: calculated with two programs. */
describe('the vector', () => {
  const place = { authScope: 'example.com', realm: 'Mutual demo', username: 'alice' }
  const S_c1 = BigInt(`0x${'11'.repeat(32)}`)
  const S_s1 = BigInt(`0x${'22'.repeat(32)}`)
  const pi = 'eb6f4a80e6ca0211b1789f67a7f1650ae794bc609eb56af97583fca166502e4d'
  const J = '002f56d5f3272dc2a99d38d8de5582636ba41b6c6e97b87ff20a641cc71bcbbc1d'
  const kc1 = '00042fcc2fe16c8872504f1f2d333cd344749e582a57bedad9becdcb700505a9da'
  const ks1 = '006d040ecd84ef528912ff6fc0eac58d047655ba565b1504a784043bfe4b0115e7'
  const z = '00605756e6fee1f7b3be13547b1cf279f9b0ce5078aabb15435f4731149bcdb6c1'
  const agreed = { kc1, ks1, z, nc: 1, vh: octetsOf('https://example.com:443') }

  it('comes out on both sides', () => {
    expect(hex(piOf('correct horse', place))).toBe(pi)
    expect(verifierOf('correct horse', place)).toBe(J)
    expect(kc1Of(S_c1)).toBe(kc1)
    expect(ks1Of(S_s1, J, kc1)).toBe(ks1)
    expect(clientZ(S_c1, octetsOfHex(pi), kc1, ks1)).toBe(z)
    expect(serverZ(S_s1, kc1, ks1)).toBe(z)
    expect(vkcOf(agreed)).toBe('59cf7357dae54c1d394ffeb9f04fef45decc6c133c62c8a004d7090695d561e0')
    expect(vksOf(agreed)).toBe('cda0feab800b6a3bf27f597c3da802910e98cb89614099f030a440ed784a13bf')
  })

  it('comes out on both sides where the proofs are bound to a certificate', () => {
    const bound = { ...agreed, vh: octetsOfHex('a8224c9bb9864841bef541b986ad7634e2319910a11da05f55cc920d4e92cb7a') }
    expect(vkcOf(bound)).toBe('415769a1e302c58fc955cadcb5b0d84629af47a1106b4fbb0a193660044ebb81')
    expect(vksOf(bound)).toBe('de72de03eed3678707c987a7c96c02216da60c0fff843a369cc828b26a416262')
  })

  it('comes out otherwise for every other host, count, user, realm and scope', () => {
    const others = [
      { ...agreed, nc: 2 },
      { ...agreed, vh: octetsOf('https://example.org:443') },
      { ...agreed, z: J },
    ]
    expect(new Set([agreed, ...others].flatMap((each) => [vkcOf(each), vksOf(each)])).size).toBe(8)
    const places = [
      { ...place, authScope: 'a' },
      { ...place, realm: 'a' },
      { ...place, username: 'a' },
    ]
    expect(new Set([place, ...places].map((each) => hex(piOf('correct horse', each)))).size).toBe(4)
  })
})

describe('the key agreement', () => {
  const octets = fc.uint8Array({ minLength: 32, maxLength: 32 })

  it('leads both sides to the same secret, and to another one with another password', () => {
    fc.assert(
      fc.property(octets, octets, octets, octets, (client, server, pi, other) => {
        const [S_c1, S_s1] = [scalarOf(client), scalarOf(server)]
        const kc1 = kc1Of(S_c1)
        const ks1 = ks1Of(S_s1, hex(pressed(times(scalarOf(pi))) ?? new Uint8Array()), kc1) ?? ''
        const same = octetsOfHex(scalarOf(pi).toString(16).padStart(64, '0'))
        expect(clientZ(S_c1, same, kc1, ks1)).toBe(serverZ(S_s1, kc1, ks1))
        fc.pre(hex(other) !== hex(same))
        expect(clientZ(S_c1, other, kc1, ks1)).not.toBe(serverZ(S_s1, kc1, ks1))
      }),
      { numRuns: 8 },
    )
  })

  it('refuses a client’s key that cancels the verifier out', () => {
    // -J, divided by a t_1 that no attacker can know beforehand, would do it: here we choose J to fit.
    const kc1 = kc1Of(5n)
    const t1 = BigInt(`0x${hex(t1Of(kc1))}`)
    const J = pressed(times(5n * t1).negate())
    expect(ks1Of(7n, hex(J ?? new Uint8Array()), kc1)).toBeUndefined()
  })
})

describe('a point', () => {
  it('is a number, there and back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 250n }), (scalar) => {
        const point = times(scalar)
        const octets = pressed(point) ?? new Uint8Array()
        const { x, y } = point.toAffine()
        expect(BigInt(`0x${hex(octets)}`)).toBe(2n * x + (y % 2n))
        expect(unpressed(octets)?.equals(point)).toBe(true)
      }),
      { numRuns: 20 },
    )
    expect(pressed(times(0n))).toBeUndefined()
  })

  it.each([
    ['nothing', ''],
    ['32 octets', '00'.repeat(32)],
    ['34 octets', '00'.repeat(34)],
    ['a number behind the field', 'ff'.repeat(33)],
    ['an x without a y', '0000000000000000000000000000000000000000000000000000000000000002'.padStart(66, '0')],
    ['no hex', 'x'.repeat(66)],
  ])('is not %s', (_, key) => expect(isPoint(key)).toBe(false))
})

describe('the functions of RFC 8120 §12.1', () => {
  it.each([
    [0, '00'],
    [1, '01'],
    [127, '7f'],
    [128, '8100'],
    [10_000, 'ce10'],
    [1_000_000, 'bd8440'],
  ])('VI(%i) is %s', (value, octets) => expect(hex(variableInt(value))).toBe(octets))

  it('VS counts octets', () => {
    expect(hex(variableString(octetsOf('')))).toBe('00')
    expect(hex(variableString(octetsOf('Ü')))).toBe('02c39c')
    expect(hex(variableString(Uint8Array.of(0xff, 0x80)))).toBe('02ff80')
    expect(hex(variableString(octetsOf('Tea')))).toBe('03546561')
    expect(hex(variableString(octetsOf('x'.repeat(10_000))).slice(0, 3))).toBe('ce1078')
  })
})
