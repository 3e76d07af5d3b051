/** What of a URL goes into a request: the host into its field, the path and the query into the request line. */

import type { Recorded } from '../recording.ts'

export interface UrlPlace {
  /** Empty for a relative URL. */
  readonly host: string
  readonly target: string
  readonly transport?: Recorded['transport']
}

const URL = /^(?:(https?|wss?):)?\/\/(?:[^/?#@]*@)?([^/?#]*)([^?#]*)(\?[^#]*)?/i

/** Userinfo and fragment stay at home (RFC 9110 §4.2.4, §4.2.5). Undefined for a URL of another kind. */
export function placeOfUrl(url: string): UrlPlace | undefined {
  const text = url.trim()
  if (text.startsWith('/') && !text.startsWith('//')) return { host: '', target: safe(text.replace(/#.*$/s, '')) }
  const [whole, scheme, host = '', path = '', query = ''] = URL.exec(text) ?? []
  if (whole === undefined || host === '') return undefined
  const transport = scheme && (/s$/i.test(scheme) ? 'https' : 'http')
  return { host: safe(host), target: safe(`${path || '/'}${query}`), ...(transport && { transport }) }
}

/** White space and what is not ASCII would be encoded by whoever sends it. */
const safe = (text: string): string => text.toWellFormed().replace(/[\s\u0080-\uffff]+/g, encodeURIComponent)
