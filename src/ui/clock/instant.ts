/**
 * An instant of the virtual clock in the words of a language, always in UTC, as messages have it.
 *
 * By words of our own: the first use of `Intl` takes longer than all the rest of the first screen.
 */

import type { Say } from '../language/language-context.tsx'

/** “12:18:47 UTC”. */
export const sayTime = (ms: number): string => `${new Date(ms).toISOString().slice(11, 19)} UTC`

/** “2 Jul 2024, 12:18:47 UTC”. */
export function sayInstant(ms: number, say: Say): string {
  const date = new Date(ms)
  const month = say('clock.months').split(' ')[date.getUTCMonth()] ?? ''
  return say('clock.instant', { day: date.getUTCDate(), month, year: date.getUTCFullYear(), time: sayTime(ms) })
}
