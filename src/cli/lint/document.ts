/** The blocks of a file: those of a documentation file, or the whole of any other. */

import { extname } from 'node:path'
import type { Span } from '../../protocol/text/span.ts'
import { type Block, without } from './block.ts'
import { fencesIn } from './fences.ts'
import { NOTHING } from './ignored.ts'
import { preBlocksIn } from './pre-blocks.ts'

export type DocumentKind = 'markdown' | 'html' | 'messages'

const KINDS: ReadonlyMap<string, DocumentKind> = new Map([
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.mdx', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
])

export const kindOf = (file: string): DocumentKind => KINDS.get(extname(file).toLowerCase()) ?? 'messages'

export function blocksOf(file: string, text: string): readonly Block[] {
  const kind = kindOf(file)
  if (kind === 'messages') return [wholeFile(text)]
  const whole = { start: 0, end: text.length }
  const blocks = kind === 'html' ? preBlocksIn(text, whole) : inMarkdown(text)
  return blocks.map((block) => without(block, omissionsIn(block.text)))
}

const wholeFile = (text: string): Block => ({
  kind: 'file',
  text,
  stretches: [{ at: 0, length: text.length, from: 0, taken: text.length }],
  prefix: '',
  ignored: NOTHING,
})

/** In the order of the file. */
function inMarkdown(text: string): readonly Block[] {
  const fences = fencesIn(text)
  const gaps: readonly Span[] = [...fences.map(({ span }) => span.start), text.length].map((end, n) => ({
    start: fences[n - 1]?.span.end ?? 0,
    end,
  }))
  return gaps.flatMap((gap, n) => [...preBlocksIn(text, gap), ...(fences[n] ? [fences[n].block] : [])])
}

/** A line that says that something was left out. */
const OMISSION = /^[ \t]*(?:\.{3,}|…|[[(<]\s*(?:\.{3,}|…)\s*[\])>])[ \t]*(?:\r?\n|$)/gm

const omissionsIn = (text: string): readonly Span[] =>
  [...text.matchAll(OMISSION)]
    .filter(([line]) => line !== '')
    .map(({ index, 0: line }) => ({ start: index, end: index + line.length }))
