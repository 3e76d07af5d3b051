/** All that stands on the shelf: loaded when it is asked for. */

import type { Service } from './service.ts'

export const found = import.meta.glob<Service>('./*/service.ts', { import: 'default' })
