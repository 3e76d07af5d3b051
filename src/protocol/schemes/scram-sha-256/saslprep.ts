/**
 * Makes equal what people take for equal: user names and passwords before they are hashed (SASLprep, RFC 4013).
 *
 * Done: spaces of all kinds become one, what nobody sees is left out (§2.1), Normalization Form KC (§2.2), and control,
 * private, broken and tagging characters are refused (§2.3).
 *
 * Departures: neither the check of mixed writing directions (§2.4) nor the one of code points that Unicode 3.2 did not
 * know (§2.5), which needs its tables: both only refuse names, they change none.
 */

/** RFC 3454 C.1.2. */
const SPACE = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/g
/** RFC 3454 B.1: "commonly mapped to nothing". */
const UNSEEN = /\u00ad|\u034f|\u1806|[\u180b-\u180d]|\u200c|\u200d|\u2060|[\ufe00-\ufe0f]|\ufeff/g
/** RFC 3454 C.2 to C.9. */
const PROHIBITED =
  /\p{Cc}|\p{Co}|\p{Cs}|\p{Noncharacter_Code_Point}|\u0340|\u0341|\u06dd|\u070f|\u180e|[\u200e\u200f\u2028-\u202e\u2061-\u2063\u206a-\u206f\u2ff0-\u2ffb\ufff9-\ufffd]|[\u{1d173}-\u{1d17a}]|[\u{e0001}-\u{e007f}]/u

/** Undefined where the text is empty or holds what is prohibited. */
export function saslprep(text: string): string | undefined {
  const prepared = text.replace(SPACE, ' ').replace(UNSEEN, '').normalize('NFKC')
  return prepared === '' || PROHIBITED.test(prepared) ? undefined : prepared
}
