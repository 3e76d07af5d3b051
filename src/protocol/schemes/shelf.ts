/** All that stands on the shelf: loaded when it is asked for. */

import type { Scheme } from '../auth/scheme.ts'

export const found = import.meta.glob<Scheme>('./*/scheme.ts', { import: 'default' })
