/** The questions about form: can these credentials be read, and which message are they? (RFC 8120 §4) */

import { isHex } from './hex.ts'
import type { Inquiry } from './inquiry.ts'
import { ALGORITHM } from './kam3.ts'
import { validationOf } from './space.ts'

export type Message =
  | { readonly kind: 'key'; readonly username: string; readonly kc1: string }
  | { readonly kind: 'proof'; readonly sid: string; readonly nc: number; readonly vkc: string }

const COMMON = ['version', 'algorithm', 'validation', 'realm']

export function readMessage(inquiry: Inquiry): Message | undefined {
  const { ask, value, saw, username, space } = inquiry
  const proves = value('vkc') !== undefined
  const scope = space.settings.authScope === '' ? [] : ['auth-scope']
  const own = proves ? ['sid', 'nc', 'vkc'] : ['user', 'kc1']
  const there = (name: string) => (name === 'user' ? username !== undefined : value(name) !== undefined)
  const missing = [...COMMON, ...scope, ...own].filter((name) => !there(name))
  if (!ask('form', 'params', missing.length === 0, { saw: saw(), knew: { missing: missing.join(', ') } }))
    return undefined

  const version = value('version') ?? ''
  if (!ask('form', 'version', version === '1', { saw: saw('version'), knew: { version }, cite: 'RFC 8120 §4' }))
    return undefined
  const knew = { algorithm: value('algorithm') ?? '', validation: value('validation') ?? '' }
  const bound = validationOf(space)
  const offered = knew.algorithm.toLowerCase() === ALGORITHM && knew.validation.toLowerCase() === bound
  const looked = { saw: saw('algorithm', 'validation'), knew: { ...knew, offered: ALGORITHM, bound } }
  if (!ask('form', 'algorithm', offered, { ...looked, cite: 'RFC 8120 §12' })) return undefined
  return proves ? proofIn(inquiry) : keyIn(inquiry)
}

function keyIn({ ask, value, saw, username = '' }: Inquiry): Message | undefined {
  const kc1 = value('kc1') ?? ''
  const alone = value('sid') === undefined
  if (!ask('form', 'numbers', isHex(kc1, 33) && alone, { saw: saw('kc1', 'sid'), cite: 'RFC 8120 §3.2.3' }))
    return undefined
  return { kind: 'key', username, kc1: kc1.toLowerCase() }
}

function proofIn({ ask, value, saw }: Inquiry): Message | undefined {
  const [sid, nc, vkc] = [value('sid') ?? '', value('nc') ?? '', value('vkc') ?? '']
  const alone = value('kc1') === undefined
  const right = isHex(sid) && isHex(vkc, 32) && /^(?:0|[1-9][0-9]{0,8})$/.test(nc) && alone
  if (!ask('form', 'numbers', right, { saw: saw('sid', 'nc', 'vkc', 'kc1'), cite: 'RFC 8120 §3.2.3' })) return undefined
  return { kind: 'proof', sid: sid.toLowerCase(), nc: Number(nc), vkc }
}
