import { describe, expect, it } from 'vitest'
import { english, language } from '../../content/languages/index.ts'
import { fill } from '../../content/languages/language.ts'
import type { Say } from '../language/language-context.tsx'
import { sayDuration } from './duration.ts'
import { sayInstant, sayTime } from './instant.ts'

const NOON = Date.UTC(2024, 6, 2, 12, 18, 47)

describe('virtual clock', () => {
  it.each([
    ['en', '2 Jul 2024, 12:18:47 UTC'],
    ['de', '2. Juli 2024, 12:18:47 UTC'],
  ])('says an instant in %s', async (tag, words) => {
    const spoken = await language(tag)
    const say: Say = (key, slots) => fill(spoken.words[key] ?? '', slots)
    expect(sayInstant(NOON, say)).toBe(words)
  })

  it('has a name for each month', async () => {
    for (const { words } of [english, await language('de')]) expect(words['clock.months']?.split(' ')).toHaveLength(12)
  })

  it('says midnight as 00, and the time alone', () => {
    expect(sayTime(Date.UTC(2024, 6, 2))).toBe('00:00:00 UTC')
  })

  it.each([
    ['en', 600, '10 minutes'],
    ['en', 90, '1 minute, 30 seconds'],
    ['en', -90_000, '1 day, 1 hour'],
    ['en', 0, '0 seconds'],
    ['de', 86_401, '1 Tag, 1 Sekunde'],
  ])('says a length of time in %s: %i', (tag, seconds, words) => {
    expect(sayDuration(seconds, tag)).toBe(words)
  })
})
