/** The shelf of lint rules: every file in a folder beside this one, found, not listed. */

import type { Rule } from '../rule.ts'

const found = import.meta.glob<{ default: Rule }>(['./*/*.ts', '!./*/*.test.ts'], { eager: true })

export interface ShelvedRule {
  readonly rule: Rule
  readonly subject: string
}

/** By id: the file's name. */
export const rules: Readonly<Record<string, ShelvedRule>> = Object.fromEntries(
  Object.entries(found).map(([path, { default: rule }]) => {
    const [, subject = '', file = ''] = path.split('/')
    return [file.replace('.ts', ''), { rule, subject }]
  }),
)
