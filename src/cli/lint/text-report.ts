/** What was found, for people at a terminal: each place with a caret under it, then why, what to do, and where it says so. */

import { linkOf } from '../../protocol/text/cite.ts'
import { underlined } from './caret.ts'
import type { JudgedFile, JudgedMessage, Placed } from './judge-file.ts'
import { LEVELS } from './levels.ts'
import { type LineMap, lineMap } from './line-map.ts'
import { maskedFile } from './masked-file.ts'
import type { Paint } from './paint.ts'
import { printable } from './printable.ts'
import { tallyOf } from './tally.ts'
import type { Wording } from './wording.ts'

export interface Saying {
  readonly wording: Wording
  readonly paint: Paint
  readonly unmask: boolean
}

/** What a file is called to a person. */
export const nameOf = (file: string): string => (file === '-' ? '<stdin>' : printable(file))

export function textReport(files: readonly JudgedFile[], saying: Saying): string {
  const parts = files.flatMap((file) => fileReport(file, saying))
  return `${[...parts, summary(files, saying)].join('\n\n')}\n`
}

function fileReport(file: JudgedFile, saying: Saying): readonly string[] {
  const found = file.messages.flatMap((message) => message.found.map((placed) => ({ message, placed })))
  if (found.length === 0) return []
  const lines = lineMap(saying.unmask ? file.text : maskedFile(file))
  return found
    .sort((one, other) => one.placed.place.start - other.placed.place.start)
    .map(({ message, placed }) => findingReport(file, lines, message, placed, saying))
}

function findingReport(
  { file }: JudgedFile,
  lines: LineMap,
  message: JudgedMessage,
  { finding, place }: Placed,
  { wording, paint }: Saying,
): string {
  const { rule, level, cite } = finding
  const { line, column } = lines.placeOf(place.start)
  const where = paint.strong(`${nameOf(file)}:${line}:${column}`)
  const said = (text: string) => printable(text.replace(/\s+/g, ' '))
  const own = message.inPlace ? lines : lineMap(message.shown.source)
  const span = message.inPlace ? place : finding.span
  const fix = fixWords(message, finding.fix, wording)
  return [
    `${where} ${paint.level(level, level)} ${paint.faint(rule)}  ${said(wording.title(finding))}`,
    ...(message.inPlace ? [] : [paint.faint(`  ${wording.say('anew')}:`)]),
    ...excerpt(own, span, (carets) => paint.level(level, carets)),
    `  ${paint.faint(`${wording.say('why')}:`)} ${said(wording.why(finding))}`,
    ...(fix === undefined ? [] : [`  ${paint.faint(`${wording.say('fix')}:`)} ${fix}`]),
    `  ${paint.faint(`${cite}  ${linkOf(cite)}`)}`,
  ].join('\n')
}

/** The line, and the carets below it. */
function excerpt(
  lines: LineMap,
  { start, end }: Placed['place'],
  coloured: (text: string) => string,
): readonly string[] {
  const { line } = lines.placeOf(start)
  const { text, start: begin } = lines.lineAt(line)
  const shown = underlined(text, { start: start - begin, end: end - begin })
  const gutter = `${line}`.padStart(5)
  return [`${gutter} │ ${shown.line}`, `${' '.repeat(gutter.length)} │ ${coloured(shown.carets)}`]
}

const LONGEST = 200

function fixWords({ shown }: JudgedMessage, fix: Placed['finding']['fix'], { say }: Wording): string | undefined {
  if (!fix) return undefined
  const old = quoted(shown.source.slice(fix.span.start, fix.span.end))
  const slots = { old, new: quoted(fix.insert) }
  if (fix.insert === '') return say('fix.remove', slots)
  return say(fix.span.start === fix.span.end ? 'fix.insert' : 'fix.replace', slots)
}

/** Line ends as they are written in programs; in backticks, as so much of it has quotes of its own. */
function quoted(text: string): string {
  const inLine = printable(text.replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll('\t', '\\t'))
  return `\`${inLine.length > LONGEST ? `${inLine.slice(0, LONGEST)}…` : inLine}\``
}

function summary(files: readonly JudgedFile[], { wording, paint }: Saying): string {
  const { say, count } = wording
  const tally = tallyOf(files)
  const all = { files: count('file', tally.files), messages: count('message', tally.messages) }
  const levels = LEVELS.filter((level) => tally.levels[level] > 0)
    .map((level) => paint.level(level, `${tally.levels[level]} ${level}`))
    .join(', ')
  const first =
    tally.findings === 0
      ? say('summary.clean', all)
      : say('summary.findings', { ...all, levels, findings: count('finding', tally.findings) })
  const list = tally.unjudged.map(({ needs, rules }) => count('unjudged', rules.length, { need: say(`need.${needs}`) }))
  return [first, ...(list.length > 0 ? [paint.faint(say('unjudged', { list: list.join(', ') }))] : [])].join('\n')
}
