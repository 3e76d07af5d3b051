/** Judges all that a file holds: message by message, exchange by exchange, block by block. */

import { type Examined, examiner } from '../../insight/examine.ts'
import type { Format, Piece, Recorded } from '../../insight/recording.ts'
import type { Circumstances, Finding, Fix, Unjudged } from '../../insight/rule.ts'
import { type Shown, unveiled, veiled } from '../../insight/veil.ts'
import type { HttpMessage } from '../../protocol/http/message.ts'
import type { Span } from '../../protocol/text/span.ts'
import { type Block, inFile } from './block.ts'
import { blocksOf } from './document.ts'
import { escapedHtml } from './entities.ts'
import { type Ignored, type IgnoreLine, ignores } from './ignored.ts'
import { messagesOf, nearest } from './places.ts'
import { recognise } from './recognised.ts'

export interface Judging {
  readonly known: Circumstances
  readonly status?: number
  /** Blocks of documentation hold whole messages. */
  readonly whole: boolean
  readonly unmask: boolean
  /** Whether anybody wants to know. */
  wants(finding: Finding): boolean
}

/** A finding with its place in the file. */
export interface Placed {
  readonly finding: Finding
  readonly place: Span
  /** The fix as an edit of the file, where it can be one. */
  readonly fix?: Fix
}

export interface JudgedMessage {
  /** As it was read. */
  readonly message: HttpMessage
  /** As it may be shown. */
  readonly shown: HttpMessage
  /** False where it was written anew, as out of a HAR: then it stands nowhere in the file. */
  readonly inPlace: boolean
  /** Its start line is ours: field lines, bare values. */
  readonly bare: boolean
  readonly start: number
  /** Where a span of the message stands in the file. */
  place(span: Span): Span
  readonly found: readonly Placed[]
}

/** An exchange as it may be shown. */
export interface JudgedExchange {
  readonly examined: Examined
  readonly shown: Shown
  readonly start: number
}

export interface JudgedFile {
  readonly file: string
  readonly text: string
  readonly messages: readonly JudgedMessage[]
  readonly exchanges: readonly JudgedExchange[]
  readonly unjudged: readonly Unjudged[]
  /** Rules that comments name. */
  readonly named: readonly { readonly rule: string; readonly at: number }[]
  readonly problems: readonly { readonly problem: string; readonly at: number; readonly detail?: string }[]
}

/** What was written anew even where single words of it stand in the text. */
const ANEW: readonly Format[] = ['har', 'curl-command', 'fetch']

export async function judgeFile(file: string, text: string, judging: Judging): Promise<JudgedFile> {
  const blocks = blocksOf(file, text)
  const judged = await Promise.all(blocks.map((block) => judgeBlock(block, judging)))
  return {
    file,
    text,
    messages: judged.flatMap(({ messages }) => messages),
    exchanges: judged.flatMap(({ exchanges }) => exchanges),
    unjudged: judged.flatMap(({ unjudged }) => unjudged),
    named: judged.flatMap(({ named }) => named),
    problems: judged.flatMap(({ problems }) => problems),
  }
}

type JudgedBlock = Omit<JudgedFile, 'file' | 'text'>

const EMPTY: JudgedBlock = { messages: [], exchanges: [], unjudged: [], named: [], problems: [] }

async function judgeBlock(block: Block, judging: Judging): Promise<JudgedBlock> {
  const recognised = recognise(block, { status: judging.status })
  if (!recognised) return EMPTY
  const excerpt = block.kind !== 'file' && !judging.whole
  const examine = examiner({ ...judging.known, ...(excerpt && { excerpt }) })
  const messages: JudgedMessage[] = []
  const exchanges: JudgedExchange[] = []
  const unjudged: (readonly Unjudged[])[] = []
  const problems: JudgedFile['problems'][number][] = []
  const anew = ANEW.includes(recognised.format)
  const startsOf = startsIn(recognised.exchanges.flatMap(messagesOf))
  for (const recorded of recognised.exchanges) {
    const examined = await examine(recorded)
    const shown = judging.unmask ? unveiled(examined) : veiled(examined)
    const found = shown.findings.filter((finding) => judging.wants(finding))
    const kept: (readonly Finding[])[] = []
    for (const { in: side, message, pieces } of messagesOf(recorded)) {
      const whole = inFile(block, recorded.span)
      const place = (span: Span): Span => {
        const near = nearest(pieces, span)
        return near ? inFile(block, near) : whole
      }
      const ignored = [block.ignored, ...startsOf(pieces, recognised.ignoreLines)]
      const all = found.filter((each) => each.in === side && !ignored.some((list) => ignores(list, each.rule)))
      const own = capped(all)
      if (own.length < all.length)
        problems.push({
          problem: 'too-many',
          at: place({ start: 0, end: 0 }).start,
          detail: `${all.length - own.length}`,
        })
      kept.push(own)
      messages.push({
        message,
        shown: shown[side] ?? message,
        inPlace: !anew && pieces !== undefined,
        bare: !anew && isBare(message, pieces) && !saysSo(block, recognised.format, recorded),
        start: anew ? whole.start : place({ start: 0, end: message.source.length }).start,
        place,
        found: own.map((finding) => ({
          finding,
          place: place(finding.span),
          fix: anew ? undefined : fixInFile(block, pieces, finding.fix),
        })),
      })
    }
    exchanges.push({ examined, shown: { ...shown, findings: kept.flat() }, start: inFile(block, recorded.span).start })
    unjudged.push(examined.unjudged)
  }
  return {
    messages: anew ? messages : messages.sort((one, other) => one.start - other.start),
    exchanges,
    unjudged: unjudged.flat(),
    named: namedIn(block, recognised.ignoreLines),
    problems: [
      ...recognised.problems.map(({ problem, span, detail }) => ({ problem, detail, at: inFile(block, span).start })),
      ...problems,
    ],
  }
}

/** What fires so often in one message says the same each time. */
const OFTEN = 200

function capped(findings: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>()
  return findings.filter(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1
    counts.set(rule, count)
    return count <= OFTEN
  })
}

/** A message that the text has from its start line on says which status it has, or which method. */
const isBare = ({ line }: HttpMessage, pieces: readonly Piece[] | undefined): boolean => {
  const { start, end } = 'status' in line ? line.status.span : line.target.span
  return !(pieces ?? []).some(({ at, length }) => at <= start && end <= at + length && start < end)
}

/** Field lines may come with HTTP/2's pseudo-header fields, and with the status that was asked for. */
const saysSo = ({ text }: Block, format: Format, { response, asks }: Recorded): boolean =>
  format === 'fields' && (response ? asks === undefined : /^\s*:(?:method|path)\b/m.test(text))

/** Which comments belong to which message: each to the next one behind it. */
function startsIn(messages: readonly { readonly pieces?: readonly Piece[] }[]) {
  const startOf = (pieces: readonly Piece[] | undefined) => pieces?.[0]?.from ?? -1
  const starts = messages.map(({ pieces }) => startOf(pieces)).sort((one, other) => one - other)
  return (pieces: readonly Piece[] | undefined, lines: readonly IgnoreLine[]): readonly Ignored[] =>
    lines
      .filter(({ span }) => starts.find((start) => start >= span.end) === startOf(pieces))
      .map(({ ignored }) => ignored)
}

/** A fix can be an edit of the file where what it replaces stands there as a whole, and new lines begin as the others do. */
function fixInFile(block: Block, pieces: readonly Piece[] | undefined, fix: Fix | undefined): Fix | undefined {
  if (!fix) return undefined
  const { start, end } = fix.span
  const piece = pieces?.findLast(({ at, length }) => at <= start && end <= at + length)
  if (!piece) return undefined
  // Lines with a mark before each of them, as curl prints them, are not ours to write.
  if (fix.insert.includes('\n') && (pieces?.length ?? 0) > 1) return undefined
  const span = inFile(block, { start: piece.from + start - piece.at, end: piece.from + end - piece.at })
  const insert = fix.insert.replaceAll('\n', `\n${block.prefix}`)
  return { span, insert: block.kind === 'pre' ? escapedHtml(insert) : insert }
}

const namedIn = (block: Block, lines: readonly IgnoreLine[]) =>
  [{ at: 0, ignored: block.ignored }, ...lines.map(({ span, ignored }) => ({ at: span.start, ignored }))].flatMap(
    ({ at, ignored }) =>
      ignored === 'all' ? [] : ignored.map((rule) => ({ rule, at: inFile(block, { start: at, end: at }).start })),
  )
