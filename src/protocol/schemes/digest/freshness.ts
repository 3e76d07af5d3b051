/** The questions about freshness: is the nonce young enough, and this use of it the first? (RFC 7616 §3.6, §5.5) */

import type { Inquiry } from './inquiry.ts'
import { lifetime, nonceAge, nonceUse } from './space.ts'

export function isFresh({ ask, moot, value, saw, space, env }: Inquiry): boolean {
  const nonce = value('nonce') ?? ''
  const age = nonceAge(space, nonce, env)
  if (age === undefined) moot('fresh', 'nonce-fresh', { saw: saw('nonce'), cite: 'RFC 7616 §3.3' })
  else {
    const knew = { age: String(Math.ceil(age / 1000)), lifetime: String(space.settings.nonceLifetime) }
    const young = age <= lifetime(space)
    if (!ask('fresh', 'nonce-fresh', young, { saw: saw('nonce'), knew, cite: 'RFC 7616 §3.6' })) return false
  }
  const nc = value('nc') ?? ''
  if (value('qop') === undefined) {
    moot('fresh', 'replay', { cite: 'RFC 7616 §5.5' })
    return true
  }
  const first = !nonceUse(space, nonce).seen.includes(Number.parseInt(nc, 16))
  return ask('fresh', 'replay', first, { saw: saw('nonce', 'nc'), knew: { nc } })
}
