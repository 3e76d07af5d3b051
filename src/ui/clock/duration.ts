/** Lengths of time and instants in the words of a language. */

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** `90` is “1 minute, 30 seconds”. */
export function sayDuration(seconds: number, tag: string): string {
  let left = Math.abs(Math.round(seconds))
  const parts = UNITS.flatMap(([unit, length]) => {
    const count = Math.floor(left / length)
    left -= count * length
    if (count === 0 && !(unit === 'second' && Math.round(seconds) === 0)) return []
    return [new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(count)]
  })
  return new Intl.ListFormat(tag, { type: 'unit' }).format(parts)
}
