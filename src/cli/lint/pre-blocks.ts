/** `<pre>` blocks of an HTML file, or of a Markdown file between its fences: tags stripped, references decoded, places kept. */

import type { Span } from '../../protocol/text/span.ts'
import { type Block, joined, type Stretch } from './block.ts'
import { entityAt } from './entities.ts'
import { ignoredBefore } from './ignored.ts'

/** What begins a block, or what hides one: comments, and elements whose text is no markup. */
const MARK = /<!--|<(pre|script|style|textarea|xmp)\b[^<>]*>/gi

/** Every `<pre>` within `area`. */
export function preBlocksIn(whole: string, area: Span): readonly Block[] {
  const text = whole.slice(0, area.end)
  const blocks: Block[] = []
  const mark = new RegExp(MARK)
  const closing = new Map<string, number>()
  const closingTag = (from: number, name: string): number => {
    const known = closing.get(name)
    if (known !== undefined && (known < 0 || known >= from)) return known
    const tag = new RegExp(`</${name}\\s*>`, 'gi')
    tag.lastIndex = from
    const at = tag.exec(text)?.index ?? -1
    closing.set(name, at)
    return at
  }
  mark.lastIndex = area.start
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const [opening, tag] = found
    const name = tag?.toLowerCase()
    const inner = found.index + opening.length
    const end = name === undefined ? text.indexOf('-->', inner) : closingTag(inner, name)
    if (end < 0) {
      // What never ends hides the rest; a `<pre>` that never ends is prose that speaks of one.
      if (name === 'pre') continue
      return blocks
    }
    if (name === 'pre' && text[found.index - 1] !== '`')
      blocks.push(blockOf(text, { start: inner, end }, opening, found.index))
    mark.lastIndex = end
  }
  return blocks
}

const TAG = /<(?:!--(?:(?!<!--)[\s\S])*?--|\/?[A-Za-z][^<>]*)>/y
const RUN = /[^<&]+/y

function blockOf(text: string, inner: Span, opening: string, start: number): Block {
  const stretches: Stretch[] = []
  const chunks: string[] = []
  let [at, said] = [0, opening]
  const take = (chunk: string, from: number, taken: number) => {
    stretches.push({ at, length: chunk.length, from, taken })
    chunks.push(chunk)
    at += chunk.length
  }
  // A line end right behind the tag is not part of it (HTML §13.1.2.5).
  let from = inner.start + (/^\r?\n/.exec(text.slice(inner.start, inner.start + 2))?.[0].length ?? 0)
  while (from < inner.end) {
    const tag = matchAt(TAG, text, from)
    const run = tag ? undefined : matchAt(RUN, text, from)?.slice(0, inner.end - from)
    const entity = tag || run ? undefined : entityAt(text, from)
    if (tag) {
      if (at === 0) said += tag
      if (/^<br\b/i.test(tag)) take('\n', from, tag.length)
    } else take(run ?? entity?.text ?? text.charAt(from), from, run?.length ?? entity?.length ?? 1)
    from += tag?.length ?? run?.length ?? entity?.length ?? 1
  }
  return {
    kind: 'pre',
    text: chunks.join(''),
    stretches: joined(stretches),
    holds: heldBy(said),
    prefix: '',
    ignored: ignoredBefore(text, start, 'pre'),
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** How highlighters are told: `language-http`, `lang-http`, `brush: http`, `highlight-source-http`. */
const heldBy = (tags: string): string | undefined =>
  /\b(?:language-|lang-|brush:\s*|highlight-source-|data-lang(?:uage)?=["'])([\w+-]+)/i.exec(tags)?.[1]?.toLowerCase()
