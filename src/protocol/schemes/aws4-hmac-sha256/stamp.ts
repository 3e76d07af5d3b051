/** The instant of a request as Signature Version 4 writes it: `20150830T123600Z`, ISO 8601 in its basic form. */

import { parseDate } from '../../http/date.ts'

export const printStamp = (instant: number): string => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '')

/** Milliseconds since 1970; undefined where the text is no stamp, or no such day or time exists. */
export function readStamp(text: string): number | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  if (year === undefined) return undefined
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  date.setUTCHours(Number(hour), Number(minute), Number(second))
  return printStamp(date.getTime()) === text ? date.getTime() : undefined
}

/** `X-Amz-Date`, or without it an HTTP date in `Date`. */
export const instantOf = (stamp: string | undefined, date: string | undefined): number | undefined =>
  stamp === undefined ? parseDate(date ?? '') : readStamp(stamp)
