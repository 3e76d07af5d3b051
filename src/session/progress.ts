/** How far a person came in each scenario, kept on their device only. */

import { recall, remember } from './memory.ts'

/** Steps reached, by scenario id. */
export type Progress = Readonly<Record<string, number>>

/** What stands in storage is taken for what it is: entries that are no small numbers are passed over. */
export function progress(): Progress {
  try {
    const kept: unknown = JSON.parse(recall('progress') ?? '{}')
    return Object.fromEntries(
      Object.entries(Object(kept)).filter((entry): entry is [string, number] => isCount(entry[1])),
    )
  } catch {
    return {}
  }
}

const isCount = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 100

/** Keeps the furthest that somebody came; going back doesn't take it away. */
export function keepProgress(scenario: string, reached: number): Progress {
  const before = progress()
  if ((before[scenario] ?? 0) >= reached) return before
  const after = { ...before, [scenario]: reached }
  remember('progress', JSON.stringify(after))
  return after
}
