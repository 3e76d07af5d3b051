/** Comments that tell the linter what to pass over: `http-auth-lint ignore: rule, rule`, or `ignore` alone for all rules. */

import type { Span } from '../../protocol/text/span.ts'

/** Ids of rules. */
export type Ignored = 'all' | readonly string[]

export const NOTHING: Ignored = []

export const ignores = (ignored: Ignored, rule: string): boolean => ignored === 'all' || ignored.includes(rule)

const IGNORE = /http-auth-lint[ \t]+ignore\b(?:[ \t]*:)?([^\n]*)/

function ignoredIn(comment: string): Ignored {
  const [, list = ''] = IGNORE.exec(comment) ?? []
  const ids = list
    .replace(/(?:-->|\*\/\}?)\s*$/, '')
    .split(/[\s,]+/)
    .filter(Boolean)
  return ids.length === 0 ? 'all' : ids
}

/** How far before a block its comment is looked for. */
const NEAR = 1000

/** Between a fence and its comment: white space, and the marks of what they stand in. */
const BEFORE_FENCE = /(?:<!--|\{\/\*)(\s*http-auth-lint\s+ignore(?:(?!-->|\*\/)[\s\S])*)(?:-->|\*\/\})[\s>*+-]*$/
/** A `<pre>` is often wrapped. */
const BEFORE_PRE = /<!--(\s*http-auth-lint\s+ignore(?:(?!-->)[\s\S])*)-->(?:\s|<[^<>!]*>)*$/

/** What the comment right before the block says. */
export function ignoredBefore(text: string, start: number, kind: 'fence' | 'pre'): Ignored {
  const before = text.slice(Math.max(0, start - NEAR), start)
  const found = before.includes('http-auth-lint') ? (kind === 'pre' ? BEFORE_PRE : BEFORE_FENCE).exec(before) : null
  return found ? ignoredIn(found[1]?.replace(/\s+/g, ' ') ?? '') : NOTHING
}

/** A line between messages that ignores something in the message behind it. */
export interface IgnoreLine {
  readonly span: Span
  readonly ignored: Ignored
}

const LINE = /^[ \t]*(?:#|\/\/)[ \t]*http-auth-lint[ \t]+ignore\b.*$/gm

export const ignoreLines = (text: string): readonly IgnoreLine[] =>
  text.includes('http-auth-lint')
    ? [...text.matchAll(LINE)].map(({ index, 0: line }) => ({
        span: { start: index, end: index + line.trimEnd().length },
        ignored: ignoredIn(line),
      }))
    : []
