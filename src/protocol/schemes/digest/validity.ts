/** The questions about validity: do these credentials prove that somebody knows the password? (RFC 7616 §3.4, §3.6) */

import type { Inquiry } from './inquiry.ts'
import { nameIn, type Proof } from './proof.ts'
import { knowsNonce } from './space.ts'

/**
 * Asks in order and gives the reason of the first objection. For a nonce that is not the server's own the reason is
 * `stale` if all else is right: the client only needs another nonce, not another password (RFC 7616 §3.3).
 */
export function objection({ ask, moot, value, saw, space }: Inquiry, proof: Proof): 'wrong' | 'stale' | undefined {
  const { realm, settings } = space
  const got = value('realm') ?? ''
  const known = knowsNonce(space, value('nonce') ?? '')
  if (!ask('valid', 'realm', got === realm, { saw: saw('realm'), knew: { realm, got } })) return 'wrong'
  if (!ask('valid', 'nonce-known', known, { saw: saw('nonce'), cite: 'RFC 7616 §3.3' })) {
    return proof.right ? 'stale' : 'wrong'
  }
  const opaque = settings.opaque === '' || value('opaque') === settings.opaque
  if (!ask('valid', 'opaque', opaque, { saw: saw('opaque'), cite: 'RFC 7616 §3.3' })) return 'wrong'

  const algorithm = { algorithm: value('algorithm') ?? 'MD5', offered: settings.algorithms.join(', ') }
  if (!ask('valid', 'algorithm', proof.offered.algorithm, { saw: saw('algorithm'), knew: algorithm })) return 'wrong'
  const qop = { qop: value('qop') ?? '', offered: settings.qop.join(', ') }
  if (value('qop') === undefined) moot('valid', 'qop', { cite: 'RFC 2069 §2.1.1' })
  else if (!ask('valid', 'qop', proof.offered.qop, { saw: saw('qop'), knew: qop })) return 'wrong'

  const { account, expected, workings, right } = proof
  const user = account?.username ?? nameIn(value)
  const sawName = saw('username', 'username*')
  if (!ask('valid', 'user', account !== undefined, { saw: sawName, knew: { user }, cite: 'RFC 7616 §3.6' }))
    return 'wrong'
  const knew = { user, expected, got: value('response') ?? '' }
  if (!ask('valid', 'response', right, { saw: saw('response'), knew, workings, cite: 'RFC 7616 §3.4.1' }))
    return 'wrong'
  return undefined
}
