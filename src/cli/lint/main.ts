/** `lint` and `inspect` on the command line: each gives its exit status. */

import manifest from '../../../package.json' with { type: 'json' }
import { tags } from '../../content/languages/index.ts'
import { rules } from '../../insight/rules/index.ts'
import { kindOf } from './document.ts'
import { INSPECT_HELP, LINT_HELP } from './help.ts'
import { readInput } from './input.ts'
import { jsonReport } from './json-report.ts'
import { type JudgedFile, type Judging, judgeFile } from './judge-file.ts'
import { atLeast } from './levels.ts'
import { lineMap } from './line-map.ts'
import { markdownReport } from './markdown-report.ts'
import { messageLine } from './message-line.ts'
import { messageSummary } from './message-summary.ts'
import { type LintOptions, type Options, readInspectOptions, readLintOptions } from './options.ts'
import { paintIn, wantsColours } from './paint.ts'
import { sarifReport } from './sarif-report.ts'
import { nameOf, textReport } from './text-report.ts'
import { type Wording, wordingIn } from './wording.ts'

/** Where words go to: results to one side, sentences about what went wrong to the other. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  readonly isTerminal: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
}

export const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY ?? false,
  env: process.env,
  stdin: process.stdin,
}

const known = { languages: tags, rules: Object.keys(rules) }

/** What a file came to: judged, or a sentence about why not. */
type Outcome = { readonly judged: JudgedFile } | { readonly file: string; readonly error: string }

export async function lint(args: readonly string[], to: Terminal = terminal): Promise<number> {
  const asked = readLintOptions(args, known)
  if (asked.kind === 'help') return helped(to, LINT_HELP)
  if (asked.kind === 'wrong') return refused(to, asked.why, 'lint')
  const { options } = asked
  const wording = await wordingIn(options.lang)
  const files: JudgedFile[] = []
  const errors: { readonly file: string; readonly error: string }[] = []
  for (const file of new Set(options.files)) {
    const outcome = await judged(file, judgingOf(options, options.unmask), wording, to)
    if ('judged' in outcome) files.push(outcome.judged)
    else errors.push(outcome)
  }
  for (const sentence of [...errors.map(({ error }) => error), ...files.flatMap((file) => remarks(file, wording))])
    to.err(`${sentence}\n`)
  if (files.length > 0 || options.format === 'json' || options.format === 'sarif')
    to.out(await reportOf(options, files, errors, wording, to))
  if (errors.length > 0) return 2
  return fails(files, options) ? 1 : 0
}

function reportOf(
  { format, color, unmask }: LintOptions,
  files: readonly JudgedFile[],
  errors: readonly { readonly file: string; readonly error: string }[],
  wording: Wording,
  { isTerminal, env }: Terminal,
): Promise<string> | string {
  if (format === 'json') return jsonReport(files, errors, wording)
  if (format === 'sarif') return sarifReport(files, errors, manifest.version, { wording, unmask })
  if (format === 'markdown') return markdownReport(files, wording)
  const paint = paintIn(wantsColours(color, { terminal: isTerminal, env }))
  return textReport(files, { wording, paint, unmask })
}

const fails = (files: readonly JudgedFile[], { failOn }: LintOptions): boolean =>
  failOn !== 'never' &&
  files.some(({ messages }) =>
    messages.some(({ found }) => found.some(({ finding: { level } }) => level !== 'good' && atLeast(level, failOn))),
  )

export async function inspect(args: readonly string[], to: Terminal = terminal): Promise<number> {
  const asked = readInspectOptions(args, known)
  if (asked.kind === 'help') return helped(to, INSPECT_HELP)
  if (asked.kind === 'wrong') return refused(to, asked.why, 'inspect')
  const { options } = asked
  const wording = await wordingIn(options.lang)
  let status = 0
  for (const file of options.files) {
    const outcome = await judged(file, judgingOf(options, true), wording, to)
    if ('judged' in outcome) {
      const { messages } = outcome.judged
      if (options.json)
        to.out(messages.map((each, n) => `${messageLine(file, n, each, wording, options.status)}\n`).join(''))
      else to.out(messageSummary(outcome.judged, wording))
      for (const sentence of remarks(outcome.judged, wording)) to.err(`${sentence}\n`)
    } else {
      status = 2
      if (options.json) to.out(`${JSON.stringify({ file, error: outcome.error })}\n`)
      else to.err(`${outcome.error}\n`)
    }
  }
  return status
}

function judgingOf({ now, transport, status, whole, level, rules: only, ignore }: Options, unmask: boolean): Judging {
  return {
    known: { now, transport },
    status,
    whole,
    unmask,
    wants: (finding) =>
      atLeast(finding.level, level) &&
      (only.length === 0 || only.includes(finding.rule)) &&
      !ignore.includes(finding.rule),
  }
}

async function judged(file: string, judging: Judging, { say }: Wording, to: Terminal): Promise<Outcome> {
  if (file === '-' && to.stdin.isTTY) to.err(`${say('input.waiting')}\n`)
  const input = await readInput(file, to.stdin)
  const name = nameOf(file)
  if (input.result === 'unreadable') return { file, error: say(`input.${input.why}`, { file: name, code: input.code }) }
  const outcome = await judgeFile(file, input.text, judging)
  // Documentation need not speak of HTTP everywhere.
  if (outcome.messages.length > 0 || kindOf(file) !== 'messages') return { judged: outcome }
  return { file, error: say(input.text.trim() === '' ? 'input.empty' : 'input.nothing', { file: name }) }
}

/** What was passed over, and what comments name that does not exist. */
function remarks({ file, text, problems, named }: JudgedFile, { say }: Wording): readonly string[] {
  const unknown = named.filter(({ rule }) => !known.rules.includes(rule))
  if (problems.length + unknown.length === 0) return []
  const { placeOf } = lineMap(text)
  const where = (at: number) => `${nameOf(file)}:${placeOf(at).line}`
  return [
    ...problems.map(({ problem, at, detail = '' }) => say(`input.${problem}`, { file: where(at), detail })),
    ...unknown.map(({ rule, at }) => say('input.no-rule', { file: where(at), rule })),
  ]
}

function helped({ out }: Terminal, help: string): number {
  out(help)
  return 0
}

function refused({ err }: Terminal, why: string, command: string): number {
  err(`${why}\nnpm run -s ${command} -- --help says what there is.\n`)
  return 2
}
