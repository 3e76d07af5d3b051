/** The English of all schemes and services: its list is loaded when somebody meets one that does not stand in front. */

import type { Words } from './language.ts'

export const found = import.meta.glob<Words>('../../protocol/{schemes,services}/*/en.ts', { import: 'default' })
