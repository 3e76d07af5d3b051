/** Redirection URIs of programs on one's own machine, and when two are the same (RFC 8252 §7, RFC 9700 §4.1.3). */

import { isLoopback, parsed } from './origins.ts'

/** Whether only a program on the machine itself can answer there: such a client is public. */
export function isNative(uri: string): boolean {
  const url = parsed(uri)
  return url !== undefined && (!/^https?:$/.test(url.protocol) || isLoopback(url.hostname))
}

/** Letter by letter, but for the port of a loopback address, which is known only when the program runs. */
export function sameRedirectUri(one: string, other: string): boolean {
  if (one === other) return true
  const [url, known] = [parsed(one), parsed(other)]
  if (!url || !known || !isLoopback(url.hostname) || !/^https?:$/.test(url.protocol)) return false
  url.port = known.port
  return url.href === known.href
}
