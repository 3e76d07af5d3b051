/** The reader and the grammar, read literally, accept the same texts and find the same in them. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuthElement, AuthParam, Read } from './challenge.ts'
import { parseChallenges } from './parse-challenges.ts'
import { parseCredentials } from './parse-credentials.ts'
import { parseParams } from './parse-params.ts'
import {
  type LiteralElement,
  type LiteralParam,
  literalChallenges,
  literalCredentials,
  literalParams,
} from './testing/literal-abnf.ts'
import { challengesField, credentialsField, paramsField, soup, spoilt } from './testing/near-grammatical.ts'
import { tokenOf } from './testing/shown.ts'

const literalParam = (each: AuthParam): LiteralParam => [each.name.text, each.value, each.quoted ? 'quoted' : 'token']

function literalElement({ scheme, payload }: AuthElement): LiteralElement {
  if (payload.kind === 'bare') return { scheme: scheme.text }
  if (payload.kind === 'token68') return { scheme: scheme.text, token68: payload.token68.text }
  return { scheme: scheme.text, params: payload.params.map(literalParam) }
}

const accepted = (read: Read<unknown>): boolean => read.faults.every((fault) => fault.code === 'param-duplicate')

const RUNS = 1500

/** Holds one of our readers against a literal one; both have to accept and refuse many of the texts. */
function agree(
  field: fc.Arbitrary<string>,
  ours: (text: string) => { readonly read: Read<unknown>; readonly found: unknown },
  literal: (text: string) => readonly unknown[],
): void {
  const seen = { accepted: 0, refused: 0 }
  fc.assert(
    fc.property(fc.oneof(field, spoilt(field), spoilt(field), soup), (text) => {
      const { read, found } = ours(text)
      const ways = literal(text)
      expect(ways.length, 'ways to read it').toBeLessThan(2)
      expect(accepted(read), 'accepted').toBe(ways.length === 1)
      if (ways.length === 1) expect(found).toEqual(ways[0])
      seen[ways.length === 1 ? 'accepted' : 'refused'] += 1
    }),
    { numRuns: RUNS },
  )
  expect(seen.accepted).toBeGreaterThan(RUNS / 20)
  expect(seen.refused).toBeGreaterThan(RUNS / 20)
}

describe('the reader accepts what the literal ABNF accepts, and finds the same in it', { timeout: 30_000 }, () => {
  it('in lists of challenges', () => {
    const ours = (text: string) => {
      const read = parseChallenges(tokenOf(text))
      return { read, found: read.value.map(literalElement) }
    }
    agree(challengesField, ours, literalChallenges)
  })

  it('in credentials', () => {
    const ours = (text: string) => {
      const read = parseCredentials(tokenOf(text))
      return { read, found: read.value && literalElement(read.value) }
    }
    agree(credentialsField, ours, literalCredentials)
  })

  it('in lists of parameters', () => {
    const ours = (text: string) => {
      const read = parseParams(tokenOf(text))
      return { read, found: read.value.map(literalParam) }
    }
    agree(paramsField, ours, literalParams)
  })
})
