/** What was found as SARIF 2.1.0 (OASIS), which code hosts and editors read. */

import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Fix, Level } from '../../insight/rule.ts'
import { rules } from '../../insight/rules/index.ts'
import { linkOf } from '../../protocol/text/cite.ts'
import type { Span } from '../../protocol/text/span.ts'
import type { JudgedFile, Placed } from './judge-file.ts'
import { LEVELS } from './levels.ts'
import { type LineMap, lineMap } from './line-map.ts'
import { maskedFile } from './masked-file.ts'
import type { Saying } from './text-report.ts'
import type { Wording } from './wording.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** §3.27.10: only what fails has a level. */
const SARIF_LEVELS: Readonly<Record<Level, 'error' | 'warning' | 'note' | 'none'>> = {
  must: 'error',
  should: 'warning',
  warning: 'warning',
  info: 'note',
  good: 'none',
}

export function sarifReport(
  files: readonly JudgedFile[],
  errors: readonly { readonly file: string; readonly error: string }[],
  version: string,
  { wording, unmask }: Pick<Saying, 'wording' | 'unmask'>,
): string {
  const ids = [...new Set(files.flatMap(({ messages }) => messages.flatMap(({ found }) => found.map(idOf))))].sort()
  const run = {
    tool: {
      driver: {
        name: 'http-auth-playground',
        semanticVersion: version,
        language: wording.language.tag,
        rules: ids.map((id) => ruleOf(id, wording)),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: errors.length === 0,
        toolExecutionNotifications: errors.map(({ file, error }) => ({
          level: 'error',
          message: { text: escaped(error) },
          locations: [{ physicalLocation: { artifactLocation: artifactOf(file) } }],
        })),
      },
    ],
    results: files.flatMap((file) => resultsOf(file, ids, wording, unmask)),
  }
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`
}

const idOf = ({ finding }: Placed): string => finding.rule

function ruleOf(id: string, { rules: words }: Wording) {
  const { title = id, why = '' } = words[id] ?? {}
  const { level = 'info', cite = 'RFC 9110 §11' } = rules[id]?.rule ?? {}
  const link = linkOf(cite)
  return {
    id,
    shortDescription: { text: unfilled(title) },
    fullDescription: { text: unfilled(why) },
    help: {
      text: `${unfilled(why)} (${cite}, ${link})`,
      markdown: `${unfilled(why, true)} [${cite}](${link})`,
    },
    helpUri: link,
    defaultConfiguration: { level: SARIF_LEVELS[level] },
    properties: { tags: ['http', 'authentication', rules[id]?.subject ?? ''].filter(Boolean), level },
  }
}

/** A slot that no message fills shows its own name. */
const unfilled = (template: string, code = false): string => {
  const named = template.replace(/\{([\w-]+)\}/g, '‹$1›')
  return code ? named : named.replaceAll('`', '')
}

function resultsOf(file: JudgedFile, ids: readonly string[], wording: Wording, unmask: boolean) {
  const found = file.messages.flatMap(({ found: own, inPlace }) => own.map((placed) => ({ placed, inPlace })))
  if (found.length === 0) return []
  const lines = lineMap(file.text)
  const shown = lineMap(unmask ? file.text : maskedFile(file))
  const artifactLocation = artifactOf(file.file)
  return found
    .sort((one, other) => one.placed.place.start - other.placed.place.start)
    .map(({ placed: { finding, place, fix }, inPlace }) => {
      const region = regionOf(lines, place)
      const snippet = shown.lineAt(region.startLine).text
      // The text of a recording that was written anew may hold what was masked in its messages.
      const context =
        inPlace && snippet.length < 2000
          ? { contextRegion: { startLine: region.startLine, snippet: { text: snippet } } }
          : {}
      return {
        ruleId: finding.rule,
        ruleIndex: ids.indexOf(finding.rule),
        kind: finding.level === 'good' ? 'pass' : 'fail',
        level: SARIF_LEVELS[finding.level],
        message: { text: `${escaped(plain(wording.title(finding)))}. ${escaped(plain(wording.why(finding)))}` },
        locations: [{ physicalLocation: { artifactLocation, region, ...context } }],
        ...(fix && { fixes: [fixOf(lines, artifactLocation, fix)] }),
        properties: { level: finding.level, message: finding.in, rank: LEVELS.indexOf(finding.level) },
      }
    })
}

function regionOf(lines: LineMap, { start, end }: Span) {
  const [first, last] = [lines.placeOf(start), lines.placeOf(end)]
  return { startLine: first.line, startColumn: first.column, endLine: last.line, endColumn: last.column }
}

const fixOf = (lines: LineMap, artifactLocation: { readonly uri: string }, { span, insert }: Fix) => ({
  artifactChanges: [
    {
      artifactLocation,
      replacements: [{ deletedRegion: regionOf(lines, span), insertedContent: { text: insert } }],
    },
  ],
})

/** A relative reference, or an absolute `file:` address (§3.4.3); standard input has neither. */
function artifactOf(file: string): { readonly uri: string } {
  if (file === '-') return { uri: 'stdin' }
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href }
  return { uri: file.replaceAll('\\', '/').replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/') }
}

const plain = (text: string): string => text.replaceAll('`', '').replace(/\.$/, '')

/** Braces are placeholders and brackets are links in a message's text, §3.11.5 and §3.11.6. */
const escaped = (text: string): string =>
  text
    .replaceAll('{', '{{')
    .replaceAll('}', '}}')
    .replace(/[[\]](?=[^[\]]*\()/g, '\\$&')
