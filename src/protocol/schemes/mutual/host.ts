/** What both sides take for the host, where proofs are bound to it: then none works elsewhere (RFC 8120 §7). */

import type { HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'

/** `https://api.example.com:443`: with its port, even where that is the usual one. Here, all hosts speak TLS. */
export function hostOf(request: HttpRequest): string {
  const { host } = targetOf(request)
  return `https://${host}${/:[0-9]+$/.test(host) ? '' : ':443'}`
}
