/** The date of a cookie's `Expires`, read as leniently as browsers do (RFC 6265 §5.1.1). */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DELIMITERS = /[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/

/** Milliseconds since 1970; undefined for what is no date. */
export function cookieDate(text: string): number | undefined {
  let time: readonly number[] | undefined
  let day: number | undefined
  let month: number | undefined
  let year: number | undefined
  for (const token of text.split(DELIMITERS)) {
    const clock = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/.exec(token)
    const named = MONTHS.indexOf(token.slice(0, 3).toLowerCase())
    if (!time && clock) time = clock.slice(1).map(Number)
    else if (day === undefined && /^\d{1,2}(?:\D|$)/.test(token)) day = Number.parseInt(token, 10)
    else if (month === undefined && named >= 0) month = named
    else if (year === undefined && /^\d{2,4}(?:\D|$)/.test(token)) year = Number.parseInt(token, 10)
  }
  if (!time || day === undefined || month === undefined || year === undefined) return undefined
  const [hour = 0, minute = 0, second = 0] = time
  const full = year >= 70 && year <= 99 ? year + 1900 : year <= 69 ? year + 2000 : year
  if (full < 1601 || hour > 23 || minute > 59 || second > 59) return undefined
  const date = new Date(Date.UTC(full, month, day, hour, minute, second))
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date.getTime() : undefined
}
