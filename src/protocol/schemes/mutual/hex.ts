/** `hex-fixed-number`, RFC 8120 §3.2.3: an even number of hex digits, as many as the number's kind has. */

import { fromHex } from '../../text/hex-octets.ts'

export const isHex = (text: string, octets?: number): boolean =>
  /^(?:[0-9a-fA-F]{2})+$/.test(text) && (octets === undefined || text.length === 2 * octets)

/** Nothing where the text is not hex. */
export const octetsOfHex = (text: string): Uint8Array => fromHex(isHex(text) ? text : '')
