/** Tells what a pasted text is, and cuts it into exchanges. Total: every text is a recording, if only of nothing. */

import type { Format, Recorded, Recording } from '../recording.ts'
import { challengeIn, credentialsIn, isBareChallenge, isBareCredentials, isBareJwt, jwtIn } from './bare-values.ts'
import { curlCommandsIn, isCurlCommand } from './curl-commands.ts'
import { curlTraceIn, isCurlTrace } from './curl-trace.ts'
import { curlVerboseIn, isCurlVerbose } from './curl-verbose.ts'
import { fetchCallsIn, isFetch } from './fetch-calls.ts'
import { fieldLinesIn, isFieldLines } from './field-lines.ts'
import { readHar } from './har.ts'
import { isHar } from './har-entries.ts'
import { messagesIn } from './messages.ts'
import { exchangesOf } from './sighted.ts'
import { codeIn, codeTypeOf } from './source-code.ts'

export interface RecordingOptions {
  /** The status of a response of which only the fields were pasted. */
  readonly status?: number
}

type Reader = (text: string, options: RecordingOptions) => readonly Recorded[]

/** In the order of how sure their signs are; a reader that finds nothing leaves the text to the next. */
const READERS: readonly (readonly [Format, (text: string) => boolean, Reader])[] = [
  ['curl-trace', isCurlTrace, (text) => exchangesOf(curlTraceIn(text))],
  ['curl-verbose', isCurlVerbose, (text) => exchangesOf(curlVerboseIn(text))],
  ['curl-command', isCurlCommand, curlCommandsIn],
  ['fetch', isFetch, fetchCallsIn],
  ['messages', () => true, (text) => exchangesOf(messagesIn(text))],
  ['fields', isFieldLines, (text, { status }) => [fieldLinesIn(text, status)]],
  ['jwt', isBareJwt, (text) => [jwtIn(text)]],
  ['credentials', isBareCredentials, (text) => [credentialsIn(text)]],
  ['code', (text) => codeTypeOf(text) !== undefined, (text) => [codeIn(text, codeTypeOf(text) ?? '')]],
  ['challenge', isBareChallenge, (text, { status }) => [challengeIn(text, status)]],
]

export function readRecording(text: string, options: RecordingOptions = {}): Recording {
  if (text.trim() === '') return { format: 'nothing', exchanges: [], problems: [] }
  if (isHar(text)) return readHar(text)
  for (const [format, fits, read] of READERS) {
    if (!fits(text)) continue
    const exchanges = read(text, options)
    if (exchanges.length > 0) return { format, exchanges, problems: [] }
  }
  return { format: 'nothing', exchanges: [], problems: [] }
}
