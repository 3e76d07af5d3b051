import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChallenges } from './parse-challenges.ts'
import { type ParamDraft, printElement } from './print-element.ts'
import { tokenOf } from './testing/shown.ts'

describe('written challenges and credentials', () => {
  it.each([
    ['Negotiate', '', 'Negotiate'],
    ['Negotiate', [], 'Negotiate'],
    ['Basic', 'Og==', 'Basic Og=='],
    ['Basic', [['realm', 'a "b" \\', 'quoted']], 'Basic realm="a \\"b\\" \\\\"'],
    [
      'Digest',
      [
        ['realm', 'a', 'quoted'],
        ['stale', 'true', 'token'],
      ],
      'Digest realm="a", stale=true',
    ],
    ['AWS4-HMAC-SHA256', [['Credential', 'A/b', 'token']], 'AWS4-HMAC-SHA256 Credential=A/b'],
  ] as const)('%s with %j', (scheme, payload, text) => {
    expect(printElement(scheme, payload)).toBe(text)
  })

  it('are read back as they were meant', () => {
    const name = fc.constantFrom('realm', 'nonce', 'x*')
    const value = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{Cc}/gu, ''))
    const drafts = fc.uniqueArray(fc.tuple(name, value), { minLength: 1, selector: ([each]) => each })
    fc.assert(
      fc.property(drafts, (pairs) => {
        const params = pairs.map(([each, text]): ParamDraft => [each, text, 'quoted'])
        const { value: challenges, faults } = parseChallenges(tokenOf(printElement('A', params)))
        const [first] = challenges
        const read = first?.payload.kind === 'params' ? first.payload.params : []
        expect(faults).toEqual([])
        expect(read.map((param) => [param.name.text, param.value])).toEqual(pairs)
      }),
    )
  })
})
