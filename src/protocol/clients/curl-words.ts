/** The words of a shell command, quoted and read as POSIX sh does (IEEE Std 1003.1 XCU §2.2), and bash's `$'…'`. */

import type { Span } from '../text/span.ts'
import { ansiText } from './curl-ansi.ts'

export interface ShellWord {
  readonly text: string
  readonly span: Span
  /** There is something in it that a shell would put a value for (`$TOKEN`); here it stays as it stands. */
  readonly expands: boolean
}

export type ShellWords =
  /** `end` is where the command ends: at the end of the text, its line, or an operator such as `|`. */
  | { readonly words: readonly ShellWord[]; readonly end: number }
  | { readonly problem: 'quote-open'; readonly place: Span }

/** One argument as one word of a command; quoted where it need be. */
export const shellQuote = (text: string): string =>
  /^[\w@%+:,./-][\w@%+=:,./-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`

/** A piece of a word: what it says, and where the next one begins; undefined where its quote is never closed. */
type Piece = { readonly text: string; readonly next: number; readonly expands?: boolean } | undefined

const OPERATOR = /[|&;<>()\n]/
const BLANK = /[ \t\r]/
const EXPANSION = /\$[\w{(@*#?$!-]|`/

function single(source: string, at: number): Piece {
  const end = source.indexOf("'", at + 1)
  return end < 0 ? undefined : { text: source.slice(at + 1, end), next: end + 1 }
}

/** Within double quotes a backslash only escapes `$`, `` ` ``, `"`, itself and the line end (XCU §2.2.3). */
function double(source: string, at: number): Piece {
  const raw = /^"((?:[^"\\]|\\.)*)"/s.exec(source.slice(at))
  if (!raw) return undefined
  const [whole, inner = ''] = raw
  const text = inner.replace(/\\([$`"\\\n])/g, (_, char: string) => (char === '\n' ? '' : char))
  return { text, next: at + whole.length, expands: EXPANSION.test(inner.replace(/\\./gs, '')) }
}

function ansi(source: string, at: number): Piece {
  const raw = /^\$'((?:[^'\\]|\\.)*)'/s.exec(source.slice(at))
  return raw ? { text: ansiText(raw[1] ?? ''), next: at + raw[0].length } : undefined
}

function bare(source: string, at: number): Piece {
  const char = source[at] ?? ''
  if (char !== '\\') return { text: char, next: at + 1, expands: EXPANSION.test(source.slice(at, at + 2)) }
  const lineEnd = /^\\\r?\n/.exec(source.slice(at, at + 3))
  if (lineEnd) return { text: '', next: at + lineEnd[0].length }
  return { text: source[at + 1] ?? '\\', next: at + 2 }
}

function pieceAt(source: string, at: number): Piece {
  if (source[at] === "'") return single(source, at)
  if (source[at] === '"') return double(source, at)
  if (source.startsWith("$'", at)) return ansi(source, at)
  return bare(source, at)
}

/** The place where the next word begins: behind blanks, joined lines and a comment. */
function skip(source: string, from: number): number {
  const gap = /^(?:[ \t\r]|\\\r?\n)*(?:#[^\n]*)?/.exec(source.slice(from))
  return from + (gap?.[0].length ?? 0)
}

/** The words of the first command in `source`. */
export function shellWords(source: string): ShellWords {
  const words: ShellWord[] = []
  let at = skip(source, 0)
  while (at < source.length && !OPERATOR.test(source.charAt(at))) {
    const start = at
    let [text, expands] = ['', false]
    while (at < source.length && !OPERATOR.test(source.charAt(at)) && !BLANK.test(source.charAt(at))) {
      const piece = pieceAt(source, at)
      if (!piece) return { problem: 'quote-open', place: { start: at, end: source.length } }
      text += piece.text
      expands ||= piece.expands ?? false
      at = piece.next
    }
    words.push({ text, span: { start, end: at }, expands })
    at = skip(source, at)
  }
  return { words, end: at }
}
