/** The shelf of lint rules: every file in a folder beside this one, found, not listed. */

import type { Rule } from '../rule.ts'
import { type Rules, shelved } from './shelved.ts'

const found = import.meta.glob<Rule>(['./*/*.ts', '!./*/*.test.ts'], { eager: true, import: 'default' })

/** All rules, by id. */
export const rules: Rules = shelved(found)
