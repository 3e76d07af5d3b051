/** Colours of a terminal, where it has them. */

import type { Level } from '../../insight/rule.ts'
import type { LintOptions } from './options.ts'

export interface Paint {
  level(level: Level, text: string): string
  strong(text: string): string
  faint(text: string): string
}

const CODES: Readonly<Record<Level, number>> = { must: 31, should: 33, warning: 35, info: 36, good: 32 }

const plain = (text: string) => text
const coded = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`

export const paintIn = (colours: boolean): Paint =>
  colours
    ? { level: (level, text) => coded(CODES[level])(text), strong: coded(1), faint: coded(2) }
    : { level: (_, text) => text, strong: plain, faint: plain }

interface Surroundings {
  readonly terminal: boolean
  readonly env: Readonly<Record<string, string | undefined>>
}

/** `NO_COLOR` and `FORCE_COLOR` say what all programs should do; an option says what this one does. */
export function wantsColours(color: LintOptions['color'], { terminal, env }: Surroundings): boolean {
  if (color !== 'auto') return color === 'always'
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return terminal && env.TERM !== 'dumb'
}
