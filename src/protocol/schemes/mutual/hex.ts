/** `hex-fixed-number`, RFC 8120 §3.2.3: an even number of hex digits, as many as the number's kind has. */

export const isHex = (text: string, octets?: number): boolean =>
  /^(?:[0-9a-fA-F]{2})+$/.test(text) && (octets === undefined || text.length === 2 * octets)

/** Nothing where the text is not hex. */
export const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(isHex(text) ? (text.match(/../g) ?? []) : [], (digits) => Number.parseInt(digits, 16))
