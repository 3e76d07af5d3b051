/** PrivateToken's parameters (RFC 9577 §2.1.2, §2.2.2). Values may be tokens or quoted; padding needs the quotes. */

import type { ParamSpec } from '../../auth/scheme.ts'

export const params: Readonly<Record<string, ParamSpec>> = {
  challenge: { in: ['challenge'], cite: 'RFC 9577 §2.1.2', required: true, quoted: true },
  'token-key': { in: ['challenge'], cite: 'RFC 9577 §2.1.2', quoted: true },
  'max-age': { in: ['challenge'], cite: 'RFC 9577 §2.1.2' },
  realm: { in: ['challenge'], cite: 'RFC 9110 §11.5', quoted: true },
  token: { in: ['credentials'], cite: 'RFC 9577 §2.2.2', required: true, quoted: true },
}
