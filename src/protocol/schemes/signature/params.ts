/** The parameters of `Signature` (draft-cavage-http-signatures-12 §2.1). */

import type { ParamSpec } from '../../auth/scheme.ts'

export const params: Readonly<Record<string, ParamSpec>> = {
  realm: { in: ['challenge'], cite: 'RFC 9110 §11.5', quoted: true },
  headers: {
    in: ['challenge', 'credentials'],
    cite: 'draft-cavage-http-signatures-12 §2.1.6',
    quoted: true,
  },
  keyId: { in: ['credentials'], cite: 'draft-cavage-http-signatures-12 §2.1.1', required: true, quoted: true },
  signature: { in: ['credentials'], cite: 'draft-cavage-http-signatures-12 §2.1.2', required: true, quoted: true },
  algorithm: {
    in: ['credentials'],
    cite: 'draft-cavage-http-signatures-12 §2.1.3',
    quoted: true,
    values: ['hs2019', 'rsa-sha256', 'hmac-sha256', 'ecdsa-sha256'],
  },
  created: { in: ['credentials'], cite: 'draft-cavage-http-signatures-12 §2.1.4' },
  expires: { in: ['credentials'], cite: 'draft-cavage-http-signatures-12 §2.1.5' },
}

const NAMES = new Map(Object.keys(params).map((name) => [name.toLowerCase(), name]))

/** The name as the draft writes it, `keyId`; another name as it came, in lower case. */
export const canonical = (name: string): string => NAMES.get(name.toLowerCase()) ?? name.toLowerCase()
