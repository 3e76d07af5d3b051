/** The characters that people, and their word processors, take for quotes. */

const OPENING = '“„”‘‚’«»‹›´`'

/** Whether a text begins with such a quote. A single quote `'` is none of them: tokens may begin with it. */
export const opensWrong = (text: string): boolean => text !== '' && OPENING.includes(text.charAt(0))

/** What stands in such quotes, or in single ones; undefined where they don't close. */
export function unquoted(text: string): string | undefined {
  const closes = text.startsWith("'") ? text.endsWith("'") : OPENING.includes(text.slice(-1))
  return text.length > 1 && closes ? text.slice(1, -1) : undefined
}
