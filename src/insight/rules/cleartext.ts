/** Whether a message travels without TLS, as far as that is known. */

import type { View } from '../rule.ts'
import { isLoopback, urlOf } from './origins.ts'

/**
 * On the way to the proxy where `hop` is `proxy`, else on the whole way to the origin server. What doesn't leave this
 * machine counts as safe.
 */
export function cleartext({ request, circumstances }: View, hop?: 'proxy'): 'yes' | 'no' | 'unknown' {
  const { transport } = circumstances
  const url = urlOf(request, circumstances)
  if (url && isLoopback(url.hostname)) return 'no'
  const target = request?.message.line.target.text ?? ''
  if (hop === undefined && /^http:/i.test(target)) return 'yes'
  if (transport === undefined) return hop === undefined && /^https:/i.test(target) ? 'no' : 'unknown'
  return transport === 'http' ? 'yes' : 'no'
}
