/** Digest's parameters (RFC 7616 §3.3–§3.5). `required` and `quoted` are said only where they hold wherever the parameter stands. */

import type { ParamSpec } from '../../auth/scheme.ts'
import { algorithmNames } from './hash.ts'

const flags = ['true', 'false']
const qops = ['auth', 'auth-int']

export const params: Readonly<Record<string, ParamSpec>> = {
  realm: { in: ['challenge', 'credentials'], cite: 'RFC 7616 §3.3', required: true, quoted: true },
  domain: { in: ['challenge'], cite: 'RFC 7616 §3.3', quoted: true },
  qop: { in: ['challenge', 'credentials', 'info'], cite: 'RFC 7616 §3.3', values: qops },
  algorithm: { in: ['challenge', 'credentials'], cite: 'RFC 7616 §3.3', quoted: false, values: algorithmNames },
  nonce: { in: ['challenge', 'credentials'], cite: 'RFC 7616 §3.3', required: true, quoted: true },
  stale: { in: ['challenge'], cite: 'RFC 7616 §3.3', quoted: false, values: flags },
  opaque: { in: ['challenge', 'credentials'], cite: 'RFC 7616 §3.3', quoted: true },
  charset: { in: ['challenge'], cite: 'RFC 7616 §3.3', values: ['UTF-8'] },
  userhash: { in: ['challenge', 'credentials'], cite: 'RFC 7616 §3.4.4', values: flags },
  username: { in: ['credentials'], cite: 'RFC 7616 §3.4', quoted: true },
  'username*': { in: ['credentials'], cite: 'RFC 7616 §3.4', quoted: false },
  uri: { in: ['credentials'], cite: 'RFC 7616 §3.4', required: true, quoted: true },
  nc: { in: ['credentials', 'info'], cite: 'RFC 7616 §3.4', quoted: false },
  cnonce: { in: ['credentials', 'info'], cite: 'RFC 7616 §3.4', quoted: true },
  response: { in: ['credentials'], cite: 'RFC 7616 §3.4', required: true, quoted: true },
  rspauth: { in: ['info'], cite: 'RFC 7616 §3.5', quoted: true },
  nextnonce: { in: ['info'], cite: 'RFC 7616 §3.5', quoted: true },
}
