/** Words with `code` and *emphasis* in them and slots to fill; a value from the wire can't become either. */

import { fill } from '../../content/languages/language.ts'
import type { Slots } from '../language/language-context.tsx'

const MARKS = /(`[^`]*`|\*[^*]+\*)/

export function Filled({ template, slots }: { template: string; slots?: Slots }) {
  return template.split(MARKS).map((piece, index) => {
    const text = fill(index % 2 === 1 ? piece.slice(1, -1) : piece, slots)
    const key = `${index}`
    if (index % 2 === 0) return text
    return piece.startsWith('`') ? <code key={key}>{text}</code> : <em key={key}>{text}</em>
  })
}
