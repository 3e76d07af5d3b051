/** An instant of the virtual clock in the words of a language, always in UTC, as messages have it. */

/** Plain `en` would put the month first and count the hours to twelve. */
const localeOf = (tag: string): string => (tag === 'en' ? 'en-GB' : tag)

const TIME = {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
  timeZoneName: 'short',
} as const

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const

/** “2 Jul 2024, 12:18:47 UTC”. */
export const sayInstant = (ms: number, tag: string): string =>
  new Intl.DateTimeFormat(localeOf(tag), { ...DAY, ...TIME }).format(ms)

/** “12:18:47 UTC”. */
export const sayTime = (ms: number, tag: string): string => new Intl.DateTimeFormat(localeOf(tag), TIME).format(ms)
