/** What a block holds, read; nothing where it holds no HTTP. */

import type { Recorded, Recording } from '../../insight/recording.ts'
import { challengeIn } from '../../insight/recordings/bare-values.ts'
import { type RecordingOptions, readRecording } from '../../insight/recordings/read-recording.ts'
import { parseChallenges } from '../../protocol/auth/parse-challenges.ts'
import { isSchemeName } from '../../protocol/auth/registry.ts'
import type { Block } from './block.ts'
import { type IgnoreLine, ignoreLines } from './ignored.ts'

export interface Recognised extends Recording {
  readonly ignoreLines: readonly IgnoreLine[]
}

/** What blocks are called that may hold HTTP; a block that is called nothing may, too. */
const MAY_HOLD =
  /^(?:https?(?:[-_]?(?:request|response|headers?))?|requests?|responses?|headers?|rest|curl|te?xt|plain(?:text)?|raw|none|nohighlight|console|shell(?:-?session)?|sh|bash|zsh|terminal|session|output|log|pre|code|sourcecode|artwork|figure)$/
/** What says outright that there is HTTP. */
const HOLDS = /^(?:https?(?:[-_]?(?:request|response|headers?))?)$/

export function recognise(block: Block, options: RecordingOptions): Recognised | undefined {
  const lines = ignoreLines(block.text)
  const text = lines.reduce((all, { span }) => blanked(all, span.start, span.end), block.text)
  const recording = withAnswers(text, options)
  const found = { ...recording, ignoreLines: lines }
  return block.kind === 'file' || isHttp(recording, block) ? found : undefined
}

/** `$ curl -i https://…`, with further lines behind backslashes. */
const COMMAND = /^[ \t]*(?:[$%#>] *)?curl[ \t](?:[^\n]*\\\r?\n)*[^\n]*/gm

/** What a terminal shows: the command, and what it printed. The commands are told only where nothing else is. */
function withAnswers(text: string, options: RecordingOptions): Recording {
  const recording = readRecording(text, options)
  if (isLoneChallenge(recording, text)) {
    return { format: 'challenge', exchanges: [challengeIn(text, options.status)], problems: [] }
  }
  if (recording.format !== 'curl-command') return recording
  const printed = text.replace(COMMAND, (command) => blanked(command, 0, command.length))
  const other = readRecording(printed, options)
  return other.format === 'messages' && other.exchanges.some(isSure) ? other : recording
}

/** One line that the grammar of challenges reads without a fault, of whatever scheme, and that nothing else is. */
function isLoneChallenge({ format }: Recording, text: string): boolean {
  const value = text.trim()
  if (format !== 'nothing' || value === '' || /[\r\n]/.test(value)) return false
  const { value: challenges, faults } = parseChallenges({ text: value, span: { start: 0, end: value.length } })
  return challenges.length > 0 && faults.length === 0
}

/** Where messages stand does not change. */
const blanked = (text: string, start: number, end: number): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end)

function isHttp({ format, exchanges }: Recording, { holds = '' }: Block): boolean {
  if (holds !== '' && !MAY_HOLD.test(holds)) return false
  const told = HOLDS.test(holds)
  if (format === 'messages') return told || exchanges.some(isSure)
  if (format === 'fields') return told || exchanges.some(hasAuthentication)
  if (format === 'challenge' || format === 'credentials') return told && exchanges.some(namesScheme)
  return format === 'curl-verbose' || format === 'curl-trace'
}

/** It begins with what only a message begins with. */
const isSure = ({ request, response }: Recorded): boolean =>
  [request, response].some((message) => message !== undefined && /^HTTP\/\d/.test(message.line.version.text))

const FIELDS =
  /^(?:(?:www|proxy)-authenticate|(?:proxy-)?authorization|(?:proxy-)?authentication-info|dpop(?:-nonce)?|set-cookie)$/i

const hasAuthentication = ({ request, response }: Recorded): boolean =>
  [request, response].some((message) => message?.fields.some(({ name }) => FIELDS.test(name.text)))

const namesScheme = ({ request, response }: Recorded): boolean =>
  [request, response].some((message) =>
    message?.fields.some(({ value }) => isSchemeName(value.text.split(/[\s,]/)[0] ?? '')),
  )
