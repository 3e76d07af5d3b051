/** All that stands on the shelf: loaded when it is asked for. */

import type { Place } from '../place.ts'

export const found = import.meta.glob<Place>('./*/*.ts', { import: 'default' })
