/** Hawk's attributes. `required` is said only where it holds wherever the attribute stands. */

import type { ParamSpec } from '../../auth/scheme.ts'

const OZ = 'Hawk §what-are-app-and-dlg-in-the-authorization-header-and-normalized-mac-string'

export const params: Readonly<Record<string, ParamSpec>> = {
  id: { in: ['credentials'], cite: 'Hawk §protocol-example', required: true, quoted: true },
  ts: { in: ['challenge', 'credentials'], cite: 'Hawk §replay-protection', quoted: true },
  nonce: { in: ['credentials'], cite: 'Hawk §replay-protection', required: true, quoted: true },
  hash: { in: ['credentials', 'info'], cite: 'Hawk §payload-validation', quoted: true },
  ext: { in: ['credentials', 'info'], cite: 'Hawk §coverage-limitations', quoted: true },
  mac: { in: ['credentials', 'info'], cite: 'Hawk §protocol-example', required: true, quoted: true },
  app: { in: ['credentials'], cite: OZ, quoted: true },
  dlg: { in: ['credentials'], cite: OZ, quoted: true },
  tsm: { in: ['challenge'], cite: 'Hawk §future-time-manipulation', quoted: true },
  error: { in: ['challenge'], cite: 'Hawk §replay-protection', quoted: true },
}
