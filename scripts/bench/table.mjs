/** Medians, and the table in which they are printed. */

/**
 * @param {readonly number[]} values
 * @returns {number} NaN of none
 */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

/** @param {number} value */
const rounded = (value) =>
  Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en', { maximumFractionDigits: value < 0.1 ? 5 : value < 10 ? 2 : value < 100 ? 1 : 0 })

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {readonly number[]} ours every run: its median counts
 * @property {readonly number[]} [floor]
 * @property {string} [unit]
 * @property {number} [most] the target, in units
 * @property {number} [factor] the target, as a multiple of the floor
 */

/** @param {Row} row */
function cells({ what, ours, floor, unit = '', most, factor }) {
  const [value, below] = [median(ours), floor ? median(floor) : NaN]
  const limit = factor === undefined ? most : factor * below
  const spread = ours.length > 1 ? `${rounded(Math.min(...ours))} to ${rounded(Math.max(...ours))}` : ''
  return [
    what,
    `${rounded(value)} ${unit}`.trim(),
    spread,
    floor ? `${rounded(below)} ${unit}`.trim() : '',
    below > 0 ? `${(value / below).toFixed(2)} ×` : '',
    factor !== undefined ? `≤ ${factor} ×` : most !== undefined ? `≤ ${most} ${unit}`.trim() : '',
    limit === undefined ? '' : value <= limit ? 'reached' : 'MISSED',
  ]
}

/** @param {readonly Row[]} rows */
export function printTable(rows) {
  const lines = [['', 'playground', 'from … to', 'floor', 'ratio', 'target', ''], ...rows.map(cells)]
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  for (const line of lines) {
    const padded = line.map((cell, column) => {
      const [width = 0, isNumber] = [widths[column], column > 0 && column < 5]
      return isNumber ? cell.padStart(width) : cell.padEnd(width)
    })
    console.log(padded.join('  ').trimEnd())
  }
}
