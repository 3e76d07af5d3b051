/** Rules by their ids, as a shelf holds them. */

import type { Rule } from '../rule.ts'

export interface ShelvedRule {
  readonly rule: Rule
  /** Its folder's name. */
  readonly subject: string
}

/** By id: the file's name. */
export type Rules = Readonly<Record<string, ShelvedRule>>

/** Of files as `import.meta.glob` gives what they hold: `./<subject>/<id>.ts`. */
export const shelved = (files: Readonly<Record<string, Rule>>): Rules =>
  Object.fromEntries(
    Object.entries(files).map(([path, rule]) => {
      const [, subject = '', file = ''] = path.split('/')
      return [file.replace('.ts', ''), { rule, subject }]
    }),
  )
