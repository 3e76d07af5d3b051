/** What curl says about its connections, as far as it tells the transport. */

import type { Recorded } from '../recording.ts'

type Transport = Recorded['transport']

const CONNECTED = /^(?:Connected to|Established connection to) .*? port (\d+)/
const SECURED =
  /^(?:SSL connection using|TLSv\d|TLS handshake|ALPN[:,]|using HTTP\/[23]|\[HTTP\/[23]\])|^Server certificate:|^schannel:/i
const SENT_TO = /^\[HTTP\/[23]\] \[\d+\] OPENED stream for (https?):/

/** `info` is a line of curl's without its mark. */
export function transportAfter(info: string, before: Transport): Transport {
  const connected = CONNECTED.exec(info.slice(0, 500))
  if (connected) return connected[1] === '443' ? 'https' : 'http'
  const stream = SENT_TO.exec(info)?.[1]
  if (stream === 'http' || stream === 'https') return stream
  return SECURED.test(info) ? 'https' : before
}
