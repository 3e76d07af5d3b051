/** How an instant stands to now, in the words of a language: “5 minutes ago”, “55 minutes”. */

const UNITS = [
  ['year', 365 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** The largest unit that the time fills at least twice, as “90 minutes” says more than “2 hours”; seconds for less. */
function inUnits(ms: number): readonly [count: number, unit: (typeof UNITS)[number][0]] {
  const [unit, length] = UNITS.find(([, each]) => Math.abs(ms) >= 2 * each) ?? UNITS[4]
  return [Math.round(ms / length), unit]
}

/** “in 55 minutes”, “5 minutes ago”, “now”. */
export function whenWords(instant: number, now: number, tag: string): string {
  const [count, unit] = inUnits(instant - now)
  return new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(count, unit)
}

/** “55 minutes”: the time between the two, whichever comes first. */
export function durationWords(instant: number, now: number, tag: string): string {
  const [count, unit] = inUnits(Math.abs(instant - now))
  return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
