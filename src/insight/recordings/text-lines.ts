/** The lines of a pasted text, as a person sees them: without the indentation that all of them share. */

export interface TextLine {
  /** Behind the indentation. */
  readonly start: number
  /** Before the line end. */
  readonly end: number
  /** Where the line end itself begins: terminals and Windows put further CRs before it, which belong to nothing. */
  readonly breaks: number
  /** Where the next line begins. */
  readonly next: number
}

/** How the first line that holds anything begins: white space that is no part of what was pasted. */
function indentation(text: string): string {
  const before = text.slice(0, text.length - text.trimStart().length)
  return before.slice(before.lastIndexOf('\n') + 1).replace('\uFEFF', '')
}

/** `CRLF` or a bare LF end a line, RFC 9112 §2.2. */
export function linesOf(text: string): readonly TextLine[] {
  const lines = rawLines(text)
  const indent = indentation(text)
  if (indent === '') return lines
  const held = lines.filter(({ start, end }) => start < end)
  const shared = held.every(({ start }) => text.startsWith(indent, start))
  let first = true
  return lines.map((line) => {
    if (line.start === line.end || !(shared || first)) return line
    first = false
    const start = text.startsWith(indent, line.start) ? line.start + indent.length : line.start
    return { ...line, start: Math.min(start, line.end) }
  })
}

function rawLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = []
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length; ) {
    const lf = text.indexOf('\n', start)
    const next = lf < 0 ? text.length : lf + 1
    const stop = lf < 0 ? text.length : lf
    let end = stop
    while (lf >= 0 && end > start && text[end - 1] === '\r') end -= 1
    lines.push({ start, end, breaks: end < stop ? stop - 1 : stop, next })
    start = next
  }
  return lines
}

export const isBlank = (text: string, { start, end }: TextLine): boolean =>
  start === end || text.slice(start, end).trim() === ''
