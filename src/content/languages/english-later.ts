/** The English of views that come later, found: its list is long, and the first screen needs none of them. */

import type { Words } from './language.ts'

export const found = import.meta.glob<Words>('./en/later/*.ts', { import: 'default' })
