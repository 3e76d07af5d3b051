/** The parameters of HTTP SCRAM (RFC 7804 §5, §5.1). */

import type { ParamSpec } from '../../auth/scheme.ts'

export const params: Readonly<Record<string, ParamSpec>> = {
  realm: { in: ['challenge', 'credentials'], cite: 'RFC 7804 §5', quoted: true },
  sid: { in: ['challenge', 'credentials', 'info'], cite: 'RFC 7804 §5', quoted: false },
  data: { in: ['challenge', 'credentials', 'info'], cite: 'RFC 7804 §5', quoted: true },
  sr: { in: ['challenge'], cite: 'RFC 7804 §5.1', quoted: true },
  ttl: { in: ['challenge'], cite: 'RFC 7804 §5.1', quoted: false },
  stale: { in: ['challenge'], cite: 'RFC 7804 §5.1', quoted: false, values: ['true', 'false'] },
}
