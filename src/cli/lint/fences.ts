/** Fenced code blocks of a Markdown file (CommonMark §4.5), also in quotes and lists, each with its place. */

import type { Span } from '../../protocol/text/span.ts'
import { type Block, joined, type Stretch } from './block.ts'
import { ignoredBefore } from './ignored.ts'

/** Quote marks, list marks and indentation; then the fence; then the info string. */
const OPENING = /^((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}|~{3,})(.*)$/

export interface Fenced {
  readonly block: Block
  /** From the opening fence to the end of the closing one. */
  readonly span: Span
}

interface Line {
  readonly start: number
  /** Before the line end. */
  readonly end: number
  readonly next: number
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (let start = 0; start < text.length; ) {
    const lf = text.indexOf('\n', start)
    const next = lf < 0 ? text.length : lf + 1
    const stop = lf < 0 ? text.length : lf
    lines.push({ start, end: text[stop - 1] === '\r' && stop > start ? stop - 1 : stop, next })
    start = next
  }
  return lines
}

export function fencesIn(text: string): readonly Fenced[] {
  const lines = linesOf(text)
  const found: Fenced[] = []
  for (let n = 0; n < lines.length; n += 1) {
    const line = lines[n]
    const opening = line && openingIn(text.slice(line.start, line.end))
    if (!line || !opening) continue
    const { end, closed } = closing(text, lines, n + 1, opening)
    const last = lines[closed ? end : end - 1] ?? line
    found.push({
      block: blockOf(text, lines.slice(n + 1, end), opening, line),
      span: { start: line.start, end: last.end },
    })
    n = closed ? end : end - 1
  }
  return found
}

interface Opening {
  readonly quotes: number
  readonly indent: number
  readonly fence: string
  readonly info: string
}

function openingIn(line: string): Opening | undefined {
  const found = OPENING.exec(line)
  if (!found) return undefined
  const [, before = '', fence = '', info = ''] = found
  if (fence.startsWith('`') && info.includes('`')) return undefined
  const behind = before.slice(before.lastIndexOf('>') + 1)
  const quotes = before.split('>').length - 1
  // One space belongs to the quote mark (CommonMark §5.1).
  return { quotes, indent: widthOf(behind) - (quotes > 0 && behind.startsWith(' ') ? 1 : 0), fence, info: info.trim() }
}

/** Tabs go to the next multiple of four (CommonMark §2.2). */
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, char) => (char === '\t' ? width - (width % 4) + 4 : width + 1), 0)

/** The line behind the block: that of the closing fence, if there is one. */
function closing(text: string, lines: readonly Line[], from: number, opening: Opening) {
  for (let n = from; n < lines.length; n += 1) {
    const line = lines[n] as Line
    const own = text.slice(contentStart(text, line, opening), line.end)
    const trimmed = own.trim()
    if (trimmed.startsWith(opening.fence) && trimmed.replaceAll(opening.fence.charAt(0), '') === '')
      return { end: n, closed: true }
    // What is no longer quoted ends the quote, and all in it.
    if (opening.quotes > 0 && !text.slice(line.start, line.end).trimStart().startsWith('>'))
      return { end: n, closed: false }
  }
  return { end: lines.length, closed: false }
}

/** Where the block's own text begins in a line: behind the marks and as much white space as stood before the fence. */
function contentStart(text: string, { start, end }: Line, { quotes, indent }: Opening): number {
  let at = start
  for (let quote = 0; quote < quotes; quote += 1) {
    let mark = at
    while (mark < end && (text[mark] === ' ' || text[mark] === '\t')) mark += 1
    if (text[mark] !== '>') break
    at = mark + (text[mark + 1] === ' ' ? 2 : 1)
  }
  for (let width = 0; width < indent && at < end; at += 1) {
    if (text[at] !== ' ' && text[at] !== '\t') break
    width = text[at] === '\t' ? width - (width % 4) + 4 : width + 1
  }
  return Math.min(at, end)
}

function blockOf(text: string, inner: readonly Line[], opening: Opening, { start }: Line): Block {
  const stretches: Stretch[] = []
  const chunks: string[] = []
  let at = 0
  for (const line of inner) {
    const from = contentStart(text, line, opening)
    const chunk = text.slice(from, line.next)
    stretches.push({ at, length: chunk.length, from, taken: chunk.length })
    chunks.push(chunk)
    at += chunk.length
  }
  return {
    kind: 'fence',
    text: chunks.join(''),
    stretches: joined(stretches),
    holds:
      opening.info
        .toLowerCase()
        .replace(/^\{?\s*\.?/, '')
        .split(/[\s,;{}:]/)[0] ?? '',
    prefix: '> '.repeat(opening.quotes) + ' '.repeat(opening.indent),
    ignored: ignoredBefore(text, start, 'fence'),
  }
}
