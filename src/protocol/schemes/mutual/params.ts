/** The parameters of Mutual (RFC 8120 §4). What stands in every challenge and all credentials is `required`. */

import type { ParamSpec, Where } from '../../auth/scheme.ts'
import { VALIDATIONS } from './binding.ts'
import { ALGORITHM } from './kam3.ts'

const ASKED: readonly Where[] = ['challenge', 'credentials']
const ALWAYS: readonly Where[] = ['challenge', 'credentials', 'info']

export const params: Readonly<Record<string, ParamSpec>> = {
  version: { in: ALWAYS, cite: 'RFC 8120 §4', required: true, quoted: false, values: ['1'] },
  algorithm: { in: ASKED, cite: 'RFC 8120 §4.1', required: true, quoted: false, values: [ALGORITHM] },
  validation: { in: ASKED, cite: 'RFC 8120 §7', required: true, quoted: false, values: VALIDATIONS },
  realm: { in: ASKED, cite: 'RFC 8120 §4.1', required: true, quoted: true },
  'auth-scope': { in: ASKED, cite: 'RFC 8120 §5', quoted: true },
  reason: {
    in: ['challenge'],
    cite: 'RFC 8120 §4.1',
    quoted: false,
    values: ['initial', 'stale-session', 'auth-failed', 'invalid-parameters'],
  },
  user: { in: ['credentials'], cite: 'RFC 8120 §4.2', quoted: true },
  'user*': { in: ['credentials'], cite: 'RFC 8120 §3.1', quoted: false },
  kc1: { in: ['credentials'], cite: 'RFC 8120 §4.2', quoted: false },
  sid: { in: ALWAYS, cite: 'RFC 8120 §4.3', quoted: false },
  ks1: { in: ['challenge'], cite: 'RFC 8120 §4.3', quoted: false },
  'nc-max': { in: ['challenge'], cite: 'RFC 8120 §6', quoted: false },
  'nc-window': { in: ['challenge'], cite: 'RFC 8120 §6', quoted: false },
  time: { in: ['challenge'], cite: 'RFC 8120 §6', quoted: false },
  nc: { in: ['credentials'], cite: 'RFC 8120 §4.4', quoted: false },
  vkc: { in: ['credentials'], cite: 'RFC 8120 §4.4', quoted: false },
  vks: { in: ['info'], cite: 'RFC 8120 §4.5', quoted: false },
}
