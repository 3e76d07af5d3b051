/** Octets from hex digits, and of two strings of octets the difference; what only some schemes need. */

/** Two digits an octet; whoever may get another text asks before whether it is hex. */
export const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16))

/** Each octet of one with that of the other at its place. */
export const xor = (one: Uint8Array, other: Uint8Array): Uint8Array => one.map((octet, n) => octet ^ (other[n] ?? 0))
