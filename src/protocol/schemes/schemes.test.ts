import { describe, expect, it } from 'vitest'
import { parseChallenges } from '../auth/parse-challenges.ts'
import type { Vector } from '../auth/scheme.ts'
import { envAt } from '../auth/testing/env.ts'
import { parseRequest, parseResponse } from '../http/parse.ts'
import { linkOf } from '../text/cite.ts'
import { fromBase64 } from '../text/octets.ts'
import { meetAll, metSchemes, schemeKeys, schemeNamed } from './index.ts'

const english = import.meta.glob<Readonly<Record<string, string>>>('./*/en.ts', { eager: true, import: 'default' })
const vectors = import.meta.glob<readonly Vector[]>('./*/vectors.ts', { eager: true, import: 'vectors' })

await meetAll()

describe('the shelf of schemes', () => {
  it('holds at least four, each found by its name in any case', async () => {
    expect((await schemeKeys()).length).toBeGreaterThanOrEqual(4)
    for (const [key, { name }] of metSchemes()) {
      expect(key).toBe(name.toLowerCase())
      expect(schemeNamed(name.toUpperCase())?.[0]).toBe(key)
    }
  })

  it.each(metSchemes())('%s has words for itself and each of its parameters', (key, scheme) => {
    const words = english[`./${key}/en.ts`] ?? {}
    const wanted = ['scheme', ...Object.keys(scheme.params).map((name) => `param.${name}`)]
    expect(wanted.filter((word) => !(word in words))).toEqual([])
  })

  it.each(metSchemes())('%s cites sections that have an address', (_, scheme) => {
    const cites = [scheme.cite, ...Object.values(scheme.params).map(({ cite }) => cite)]
    for (const cite of cites)
      expect(linkOf(cite)).toMatch(
        /^https:\/\/(www\.rfc-editor\.org\/rfc\/rfc\d+#(section-[\d.]+|appendix-[A-Z.\d]+)|(?!www\.rfc-editor)\S+)$/,
      )
  })

  it.each(metSchemes())('%s answers the examples of its specification', async (key, scheme) => {
    const examples = vectors[`./${key}/vectors.ts`] ?? []
    expect(examples.length).toBeGreaterThan(0)
    for (const { name, request, offer, secret, random = [], now = 0, expect: wanted, ...example } of examples) {
      const [challenge] = parseChallenges({ text: offer, span: { start: 0, end: offer.length } }).value
      if (!challenge) throw new Error(`${name} offers nothing`)
      let drawn = 0
      const env = envAt(now, (n) => fromBase64(random[drawn++] ?? '') ?? new Uint8Array(n))
      const earlier = (example.earlier ?? []).map((pair) => ({
        request: parseRequest(pair.request),
        response: parseResponse(pair.response),
      }))
      const made = await scheme.answer({ offer: challenge, secret, request: parseRequest(request), earlier, env })
      const written = JSON.stringify([made.fields.map(([, value]) => value), made.workings])
      for (const text of wanted)
        expect([name, written]).toEqual([name, expect.stringContaining(JSON.stringify(text).slice(1, -1))])
    }
  })
})
