/** `base64(id:key)`: what an API key looks like on the way. */

import { fromBase64, utf8Text } from '../../text/octets.ts'

export interface IdAndKey {
  readonly id: string
  readonly key: string
}

/** The first colon divides; undefined where the text is no Base64 of UTF-8, empty halves where there is no colon. */
export function readPair(token68: string): Partial<IdAndKey> | undefined {
  const octets = fromBase64(token68)
  const text = octets && utf8Text(octets)
  if (text === undefined) return undefined
  const colon = text.indexOf(':')
  return colon < 0 ? {} : { id: text.slice(0, colon), key: text.slice(colon + 1) }
}
