/** What was found, in numbers. */

import type { Level, Need } from '../../insight/rule.ts'
import type { JudgedFile } from './judge-file.ts'
import { LEVELS } from './levels.ts'

export interface Tally {
  readonly files: number
  readonly messages: number
  readonly findings: number
  readonly levels: Readonly<Record<Level, number>>
  /** How many rules could not be judged somewhere, by what they would have needed; the most first. */
  readonly unjudged: readonly { readonly needs: Need; readonly rules: readonly string[] }[]
}

export function tallyOf(files: readonly JudgedFile[]): Tally {
  const findings = files.flatMap(({ messages }) => messages.flatMap(({ found }) => found))
  const count = (level: Level) => findings.filter(({ finding }) => finding.level === level).length
  const needs = new Map<Need, Set<string>>()
  for (const { rule, needs: need } of files.flatMap(({ unjudged }) => unjudged))
    needs.set(need, (needs.get(need) ?? new Set()).add(rule))
  return {
    files: files.length,
    messages: files.reduce((sum, { messages }) => sum + messages.length, 0),
    findings: findings.length,
    levels: Object.fromEntries(LEVELS.map((level) => [level, count(level)])) as Record<Level, number>,
    unjudged: [...needs]
      .map(([need, rules]) => ({ needs: need, rules: [...rules].sort() }))
      .sort((one, other) => other.rules.length - one.rules.length),
  }
}
