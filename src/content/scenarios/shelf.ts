/** All that stands on the shelf: loaded when a scenario is wanted that is not the first. */

import type { Prose } from '../prose.ts'
import type { Scenario } from '../scenario.ts'

export const found = import.meta.glob<Scenario>('./*/scenario.ts', { import: 'default' })
export const titles = import.meta.glob<string>('./*/en.md', { eager: true, import: 'default', query: '?title' })
export const lessons = import.meta.glob<Prose>('./*/en.md', { import: 'default' })
