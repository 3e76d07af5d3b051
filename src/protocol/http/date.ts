/** Dates as HTTP writes them. */

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

/** `IMF-fixdate = day-name "," SP date1 SP time-of-day SP GMT`, RFC 9110 §5.6.7, of milliseconds since 1970. */
export function printDate(ms: number): string {
  const date = new Date(ms)
  const day = `${digits(date.getUTCDate(), 2)} ${MONTHS[date.getUTCMonth()]} ${digits(date.getUTCFullYear(), 4)}`
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map((part) => digits(part, 2)).join(':')
  return `${DAYS[date.getUTCDay()]}, ${day} ${time} GMT`
}

/**
 * `IMF-fixdate = day-name "," SP date1 SP time-of-day SP GMT`, RFC 9110 §5.6.7, to milliseconds since 1970; undefined
 * where it is none, where no such day or time exists, or where the weekday is not that day's.
 *
 * Departures: the obsolete forms (`rfc850-date`, `asctime-date`) are not read, and neither is second 60.
 */
export function parseDate(text: string): number | undefined {
  const match = /^[A-Z][a-z]{2}, ([0-9]{2}) ([A-Z][a-z]{2}) ([0-9]{4}) ([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT$/.exec(text)
  if (!match) return undefined
  const [, day, month = '', year, hour, minute, second] = match
  const date = new Date(0)
  date.setUTCFullYear(Number(year), MONTHS.indexOf(month), Number(day))
  date.setUTCHours(Number(hour), Number(minute), Number(second))
  return printDate(date.getTime()) === text ? date.getTime() : undefined
}
