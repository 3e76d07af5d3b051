import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST } from '../content/scenarios/index.ts'
import { base64url, octetsOf } from '../protocol/text/octets.ts'
import { openPayload, type Shared, sharePayload } from './share.ts'

const payloadOf = (json: unknown) => `1.${base64url(octetsOf(JSON.stringify(json)))}`

describe('a shared session', () => {
  it('comes back as it was sent', () => {
    const moves = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('write' as const), text: fc.string({ unit: 'grapheme', maxLength: 200 }) }),
        fc.record({ kind: fc.constant('answer' as const), offer: fc.nat(9), secret: fc.string({ maxLength: 50 }) }),
        fc.record({ kind: fc.constant('predict' as const), status: fc.nat(599) }),
        fc.record({ kind: fc.constant('wait' as const), seconds: fc.nat(1e6) }),
        fc.constant({ kind: 'send' as const }),
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(moves, fc.constantFrom(undefined, FIRST), (played, scenario) => {
        const shared: Shared = scenario ? { scenario, moves: played } : { moves: played }
        expect(openPayload(sharePayload(shared))).toEqual({ result: 'shared', shared })
      }),
    )
  })

  it('stays readable: a link of version 1 as it was made at first', () => {
    const link = '1.eyJzY2VuYXJpbyI6IjAxLWRvY3VtZW50ZWQtYWRtaW4iLCJtb3ZlcyI6W3sia2luZCI6InNlbmQifV19'
    expect(openPayload(link)).toEqual({
      result: 'shared',
      shared: { scenario: '01-documented-admin', moves: [{ kind: 'send' }] },
    })
  })

  it.each([
    ['of a newer version', '2.e30', 'version'],
    ['without a version', 'e30', 'malformed'],
    ['that is no Base64', '1.***', 'malformed'],
    ['that is no UTF-8', `1.${base64url(Uint8Array.of(0xff, 0xfe))}`, 'malformed'],
    ['that is no JSON', `1.${base64url(octetsOf('{'))}`, 'malformed'],
    ['with a move nobody knows', payloadOf({ moves: [{ kind: 'fetch', url: 'https://evil.example' }] }), 'malformed'],
    ['with more than it may have', payloadOf({ moves: [], world: {} }), 'malformed'],
    ['with a path for a scenario', payloadOf({ scenario: '../../x', moves: [] }), 'malformed'],
    ['with negative time', payloadOf({ moves: [{ kind: 'wait', seconds: -5 }] }), 'malformed'],
    ['with too many moves', payloadOf({ moves: Array(301).fill({ kind: 'send' }) }), 'malformed'],
    ['that is too long', `1.${'A'.repeat(100_001)}`, 'too-long'],
  ])('is refused where it is one %s', (_, payload, why) => {
    expect(openPayload(payload)).toEqual({ result: 'refused', why })
  })

  it('never throws, whatever stands in the address', () => {
    fc.assert(fc.property(fc.string(), (text) => ['shared', 'refused'].includes(openPayload(text).result)))
  })
})
