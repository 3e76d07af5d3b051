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

/** Making a format takes longer than anything else in drawing an exchange, so each is made once. */
function formats(options: Intl.DateTimeFormatOptions): (ms: number, tag: string) => string {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (ms, tag) => {
    const format = made.get(tag) ?? new Intl.DateTimeFormat(localeOf(tag), options)
    made.set(tag, format)
    return format.format(ms)
  }
}

/** “2 Jul 2024, 12:18:47 UTC”. */
export const sayInstant = formats({ ...DAY, ...TIME })

/** “12:18:47 UTC”. */
export const sayTime = formats(TIME)
