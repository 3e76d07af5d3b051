/** A hover as the Markdown that Monaco draws: our words, and never markup, pictures or links that a message smuggles in. */

import type { Hover } from './assist.ts'

/** Any ASCII punctuation may be escaped (CommonMark §2.4), so all of it is. */
const literal = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&')

/** Literal text, but for what stands between `backticks`, which a code span holds literally anyway. */
function prose(text: string): string {
  const pieces = text.split(/(`[^`\n]+`)/)
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : literal(piece))).join('')
}

export function markdown({ title, text, link }: Hover): string {
  const paragraphs = [`**${literal(title)}**`, ...text.split(/\n+/).map((line) => prose(line.trim()))]
  if (link) paragraphs.push(`[${literal(link.label)}](<${encodeURI(link.href)}>)`)
  return paragraphs.filter(Boolean).join('\n\n')
}
