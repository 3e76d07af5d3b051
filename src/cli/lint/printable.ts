/** Text of others on a terminal: it must not write there what it likes, and carets must stand under what they mean. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it is about
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u2028-\u202e\u2066-\u2069]/g

/** Every control has a picture (Unicode's Control Pictures), every other thing that moves text around a question mark. */
export const printable = (text: string): string => text.replace(CONTROL, pictured)

function pictured(control: string): string {
  const code = control.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : '�'
}

const NO_WIDTH = /^(?:\p{Mn}|\p{Me}|[\u200b-\u200d]|\u2060|[\ufe00-\ufe0f])$/u
/** East Asian Width W and F (UAX #11), in the blocks that make up nearly all of it. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u

/** How many columns a character takes. */
export const widthOf = (char: string): number => (NO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1)
