/** Writes down a resource, with what most of them have in common. */

import type { Json } from '../../protocol/auth/scheme.ts'
import type { Resource } from '../../protocol/servers/world.ts'

export const resource = (
  path: string,
  spaces: readonly string[],
  body: Json,
  more: Partial<Resource> = {},
): Resource => ({
  path,
  methods: ['GET'],
  spaces,
  lines: 'each',
  permits: { roles: [] },
  content: { type: typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json', body },
  ...more,
})
