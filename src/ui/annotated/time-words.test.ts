import { describe, expect, it } from 'vitest'
import { durationWords, whenWords } from './time-words.ts'

const NOW = Date.UTC(2024, 6, 2, 12, 18, 47)
const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

describe('how an instant stands to now', () => {
  it.each([
    [0, 'en', 'now'],
    [-5 * MINUTE, 'en', '5 minutes ago'],
    [55 * MINUTE, 'en', 'in 55 minutes'],
    [60 * MINUTE, 'en', 'in 60 minutes'],
    [90 * MINUTE, 'en', 'in 90 minutes'],
    [3 * 60 * MINUTE, 'en', 'in 3 hours'],
    [-90 * SECOND, 'en', '90 seconds ago'],
    [-3 * DAY, 'en', '3 days ago'],
    [-456 * DAY, 'en', '456 days ago'],
    [-5 * MINUTE, 'de', 'vor 5 Minuten'],
    [55 * MINUTE, 'de', 'in 55 Minuten'],
  ])('%i ms in %s: %s', (ms, tag, words) => {
    expect(whenWords(NOW + ms, NOW, tag)).toBe(words)
  })

  it('is a length of time besides', () => {
    expect(durationWords(NOW + 55 * MINUTE, NOW, 'en')).toBe('55 minutes')
    expect(durationWords(NOW - 55 * MINUTE, NOW, 'de')).toBe('55 Minuten')
  })
})
